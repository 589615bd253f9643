package org.openworkbin.administration;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.Feature;
import org.openworkbin.directory.Skill;
import org.openworkbin.directory.User;
import org.openworkbin.http.Answer;
import org.openworkbin.http.Body;
import org.openworkbin.http.Caller;
import org.openworkbin.http.ExpectedVersion;
import org.openworkbin.id.SkillId;
import org.openworkbin.refusal.Refusal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** Says what a user is good at, and how good ({@code spec/foundations.md} 6.2). */
@RestController
final class UserSkillChangeResource {
  private final Changes changes;

  UserSkillChangeResource(Changes changes) {
    this.changes = changes.by(Feature.PROVISIONING_WRITE);
  }

  @PostMapping("/api/v2/users/{id}/skills")
  Answer assign(Caller caller, @PathVariable("id") String id, Body body, ExpectedVersion expected) {
    changes.read(caller);
    return set(caller, expected, id, Links.required(body, "skills"), body);
  }

  @RequestMapping(
      path = "/api/v2/users/{id}/skills/{skill}",
      method = {RequestMethod.PUT, RequestMethod.POST})
  Answer change(
      Caller caller,
      @PathVariable("id") String id,
      @PathVariable("skill") String skill,
      Body body,
      ExpectedVersion expected) {
    return set(caller, expected, id, skill, body);
  }

  @DeleteMapping("/api/v2/users/{id}/skills/{skill}")
  Answer unassign(
      Caller caller,
      @PathVariable("id") String id,
      @PathVariable("skill") String skill,
      ExpectedVersion expected) {
    return Changes.done(
        changes.put(
            caller,
            expected,
            directory -> {
              User user = new Found(directory).user(id);
              SkillId which = new Found(directory).skill(skill).id();
              if (!user.skills().containsKey(which)) {
                throw new Refusal.Unknown("skill of this user", skill).asException();
              }
              return skilled(user, skills -> without(skills, which));
            }));
  }

  private Answer set(Caller caller, ExpectedVersion expected, String id, String skill, Body body) {
    Directory changed =
        changes.put(
            caller,
            expected,
            directory -> {
              Skill which = new Found(directory).skill(skill);
              int level = Levels.required(body);
              return skilled(new Found(directory).user(id), skills -> with(skills, which, level));
            });
    return Changes.done(changed);
  }

  private static User skilled(User user, UnaryOperator<Map<SkillId, Integer>> change) {
    return user.skilled(change.apply(new HashMap<>(user.skills())));
  }

  private static Map<SkillId, Integer> with(Map<SkillId, Integer> skills, Skill skill, int level) {
    skills.put(skill.id(), level);
    return skills;
  }

  private static Map<SkillId, Integer> without(Map<SkillId, Integer> skills, SkillId skill) {
    skills.remove(skill);
    return skills;
  }
}
