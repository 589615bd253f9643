package org.openworkbin.directory;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Things of a contact centre as people write them: in the words and the order of the contact-centre
 * file, with names in the place of references. Texts, booleans, whole numbers, lists and maps.
 */
public final class ObjectForms {
  private final ContactCenter center;

  /** Forms of things that refer to what is in that contact centre. */
  public ObjectForms(ContactCenter center) {
    this.center = center;
  }

  /** The form of one thing. What is empty, or as it is when nobody says anything, is left out. */
  public Map<String, Object> of(DirectoryObject object) {
    Map<String, Object> form = new LinkedHashMap<>();
    switch (object) {
      case User user -> user(user, form);
      case Skill skill -> {
        identified(skill, skill.name(), form);
        putUnlessEmpty(form, "description", skill.description());
        annex(skill.annex(), form);
      }
      case Device device -> {
        form.put("id", device.id().value());
        form.put("phoneNumber", device.phoneNumber());
        device.owner().ifPresent(owner -> form.put("user", label(User.key(owner))));
      }
      case AgentGroup group -> {
        identified(group, group.name(), form);
        form.put("members", labels(group.members(), User::key));
        form.put("managers", labels(group.managers(), User::key));
        annex(group.annex(), form);
      }
      case Place place -> {
        identified(place, place.name(), form);
        annex(place.annex(), form);
      }
      case PlaceGroup group -> {
        identified(group, group.name(), form);
        form.put("places", labels(group.places(), Place::key));
        annex(group.annex(), form);
      }
      case Workbin workbin -> {
        identified(workbin, workbin.name(), form);
        form.put("displayName", workbin.displayName());
        form.put("type", workbin.ownerKind().wireName());
      }
      case Queue queue -> identified(queue, queue.name(), form);
      case Setting setting -> {
        form.put("group", setting.group());
        form.put("name", setting.name());
        form.put("value", setting.value());
      }
      case Feature feature -> form.put("id", feature.id());
    }
    return form;
  }

  private void user(User user, Map<String, Object> form) {
    form.put("id", user.id().value());
    form.put("userName", user.userName());
    form.put("firstName", user.firstName());
    form.put("lastName", user.lastName());
    form.put("emailAddress", user.emailAddress());
    form.put("roles", user.roles().stream().sorted().map(Role::name).toList());
    form.put("enabled", user.enabled());
    if (user.changePasswordOnFirstLogin()) {
      form.put("changePasswordOnFirstLogin", true);
    }
    user.defaultPlace().ifPresent(place -> form.put("defaultPlace", label(Place.key(place))));
    if (!user.skills().isEmpty()) {
      Map<String, Object> skills = new TreeMap<>();
      user.skills().forEach((skill, level) -> skills.put(label(Skill.key(skill)), level));
      form.put("skills", skills);
    }
    annex(user.annex(), form);
  }

  private static void identified(DirectoryObject object, String name, Map<String, Object> form) {
    form.put("id", object.key().id());
    form.put("name", name);
  }

  private static void annex(Annex annex, Map<String, Object> form) {
    if (!annex.sections().isEmpty()) {
      form.put("settings", annex.sections());
    }
  }

  private static void putUnlessEmpty(Map<String, Object> form, String field, String text) {
    if (!text.isEmpty()) {
      form.put(field, text);
    }
  }

  private <T> List<String> labels(Collection<T> ids, Function<T, ObjectKey> key) {
    return ids.stream().map(id -> label(key.apply(id))).sorted().toList();
  }

  /** What is gone by now shows as its id. */
  private String label(ObjectKey key) {
    return Optional.ofNullable(center.objects().get(key))
        .map(DirectoryObject::label)
        .orElse(key.id());
  }
}
