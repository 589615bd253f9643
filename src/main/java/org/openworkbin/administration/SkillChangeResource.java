package org.openworkbin.administration;

import org.openworkbin.directory.Annex;
import org.openworkbin.directory.Feature;
import org.openworkbin.directory.Skill;
import org.openworkbin.http.Answer;
import org.openworkbin.http.Body;
import org.openworkbin.http.Caller;
import org.openworkbin.http.ExpectedVersion;
import org.openworkbin.http.ExternalUrl;
import org.openworkbin.id.IdGenerator;
import org.openworkbin.id.SkillId;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** Adds, changes and removes skills; who had a removed one has it no more. */
@RestController
final class SkillChangeResource {
  private final Changes changes;
  private final IdGenerator ids;

  SkillChangeResource(Changes changes, IdGenerator ids) {
    this.changes = changes.by(Feature.PROVISIONING_WRITE);
    this.ids = ids;
  }

  @PostMapping("/api/v2/skills")
  Answer create(Caller caller, Body body, ExternalUrl url) {
    SkillId id = new SkillId(ids.newUuid().toString());
    Skill blank = new Skill(id, "", "", Annex.NONE);
    return Changes.tagged(
        Answer.of(new CreatedJson(url, "/skills", id.value())::write),
        changes.put(caller, ExpectedVersion.any(), _ -> changed(blank, body)));
  }

  @RequestMapping(
      path = "/api/v2/skills/{id}",
      method = {RequestMethod.PUT, RequestMethod.POST})
  Answer change(Caller caller, @PathVariable("id") String id, Body body, ExpectedVersion expected) {
    return Changes.done(
        changes.put(caller, expected, directory -> changed(new Found(directory).skill(id), body)));
  }

  @DeleteMapping("/api/v2/skills/{id}")
  Answer remove(Caller caller, @PathVariable("id") String id, ExpectedVersion expected) {
    return Changes.done(
        changes.remove(caller, expected, directory -> new Found(directory).skill(id)));
  }

  private static Skill changed(Skill skill, Body body) {
    return new Skill(
        skill.id(),
        body.has("name") || skill.name().isEmpty() ? body.required("name") : skill.name(),
        body.has("description") ? body.optional("description").orElse("") : skill.description(),
        skill.annex());
  }
}
