package org.openworkbin.administration;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.openworkbin.directory.AgentGroup;
import org.openworkbin.directory.Annex;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.DirectoryObject;
import org.openworkbin.directory.ObjectKey;
import org.openworkbin.directory.ObjectKind;
import org.openworkbin.directory.Place;
import org.openworkbin.directory.PlaceGroup;
import org.openworkbin.directory.Role;
import org.openworkbin.directory.Skill;
import org.openworkbin.directory.User;
import org.openworkbin.http.Body;
import org.openworkbin.id.AgentGroupId;
import org.openworkbin.id.PlaceGroupId;
import org.openworkbin.id.PlaceId;
import org.openworkbin.id.SkillId;
import org.openworkbin.id.UserId;
import org.openworkbin.refusal.Refusal;

/**
 * An object of platform configuration as the body of a request wants it; what it does not name
 * stays. A list of numbers replaces the whole of it, {@code added…} and {@code deleted…} change it.
 * What is a group's own may stand in {@code groupInfo} or {@code deltaGroupInfo}.
 */
final class ConfigurationWish {
  private final Directory directory;
  private final Body body;

  /** Where what a group has in common with other groups stands. */
  private final Body info;

  ConfigurationWish(Directory directory, Body body) {
    this.directory = directory;
    this.body = body;
    this.info = body.part("deltaGroupInfo").or(() -> body.part("groupInfo")).orElse(body);
  }

  /** A new object with that key. */
  DirectoryObject created(ObjectKey key) {
    String id = key.id();
    return changed(
        switch (key.kind()) {
          case AGENT_GROUP -> new AgentGroup(new AgentGroupId(id), "", Set.of(), Set.of());
          case PLACE_GROUP -> new PlaceGroup(new PlaceGroupId(id), "", Set.of());
          case PLACE -> new Place(new PlaceId(id), "");
          case SKILL -> new Skill(new SkillId(id), "", "", Annex.NONE);
          case USER -> person(new UserId(id));
          case DEVICE, WORKBIN, QUEUE, SETTING, FEATURE -> throw notOfConfiguration(key.kind());
        });
  }

  private User person(UserId id) {
    return new User(
        id,
        body.required("userName"),
        "",
        "",
        "",
        Set.of(Role.ROLE_AGENT),
        true,
        false,
        Optional.empty());
  }

  /** The object with what the body names. */
  DirectoryObject changed(DirectoryObject object) {
    return switch (object) {
      case AgentGroup group ->
          new AgentGroup(
              group.id(),
              name(info, group.name()),
              changed(body, "AgentDBIDs", group.members(), ObjectKind.USER, UserId::new),
              changed(info, "ManagerDBIDs", group.managers(), ObjectKind.USER, UserId::new),
              annex(info, group.annex()));
      case PlaceGroup group ->
          new PlaceGroup(
              group.id(),
              name(info, group.name()),
              changed(body, "PlaceDBIDs", group.places(), ObjectKind.PLACE, PlaceId::new),
              annex(info, group.annex()));
      case Place place ->
          new Place(place.id(), name(body, place.name()), annex(body, place.annex()));
      case Skill skill ->
          new Skill(
              skill.id(),
              name(body, skill.name()),
              skill.description(),
              annex(body, skill.annex()));
      case User user -> changed(user);
      default -> throw notOfConfiguration(object.key().kind());
    };
  }

  private User changed(User user) {
    User changed = new UserWish(body).changed(user, directory);
    Optional<String> roles =
        annex(body, Annex.NONE).option(ConfigurationJson.HTCC, ConfigurationJson.ROLES);
    return new User(
        changed.id(),
        changed.userName(),
        changed.firstName(),
        changed.lastName(),
        changed.emailAddress(),
        roles.map(ConfigurationWish::roles).orElse(changed.roles()),
        body.scalar("state").map(ConfigurationWish::isEnabled).orElse(changed.enabled()),
        changed.changePasswordOnFirstLogin(),
        body.has("placeDBID") ? place() : changed.defaultPlace(),
        body.has("skillLevels") ? levels() : changed.skills(),
        body.has("userProperties") ? withoutRoles() : changed.annex());
  }

  /** The person's roles are in his {@code userProperties} as others see them, and nowhere twice. */
  private Annex withoutRoles() {
    Map<String, Map<String, String>> sections = body.sections("userProperties");
    sections.getOrDefault(ConfigurationJson.HTCC, new HashMap<>()).remove(ConfigurationJson.ROLES);
    return Annex.of(sections);
  }

  private static Set<Role> roles(String text) {
    return UserWish.roles(
        Arrays.stream(text.split(",", -1))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .map(name -> "ROLE_" + name.toUpperCase(Locale.ROOT))
            .toList());
  }

  private static boolean isEnabled(String state) {
    return switch (state) {
      case "1" -> true;
      case "2" -> false;
      default ->
          throw new Refusal.OutOfRange("state", "A state is 1 (enabled) or 2 (disabled)")
              .asException();
    };
  }

  private Optional<PlaceId> place() {
    return body.scalar("placeDBID")
        .filter(number -> !number.equals("0"))
        .map(number -> new PlaceId(referred("placeDBID", ObjectKind.PLACE, number).id()));
  }

  private Map<SkillId, Integer> levels() {
    Map<SkillId, Integer> levels = new HashMap<>();
    for (Body each : body.parts("skillLevels")) {
      String number =
          each.scalar("skillDBID")
              .orElseThrow(() -> new Refusal.Missing("skillDBID").asException());
      levels.put(
          new SkillId(referred("skillDBID", ObjectKind.SKILL, number).id()), Levels.required(each));
    }
    return levels;
  }

  private static String name(Body holder, String before) {
    return holder.has("name") || before.isEmpty() ? holder.required("name") : before;
  }

  private static Annex annex(Body holder, Annex before) {
    return holder.has("userProperties") ? Annex.of(holder.sections("userProperties")) : before;
  }

  /** The list as it is wanted: {@code agentDBIDs}, {@code addedAgentDBIDs}, … */
  private <T> Set<T> changed(
      Body holder, String list, Set<T> before, ObjectKind kind, Function<String, T> id) {
    String whole = list.substring(0, 1).toLowerCase(Locale.ROOT) + list.substring(1);
    Set<T> changed = new HashSet<>(before);
    if (holder.has(whole)) {
      changed.clear();
      changed.addAll(referred(holder, whole, kind, id));
    }
    changed.addAll(referred(holder, "added" + list, kind, id));
    changed.removeAll(referred(holder, "deleted" + list, kind, id));
    return changed;
  }

  private <T> List<T> referred(Body holder, String list, ObjectKind kind, Function<String, T> id) {
    return holder.scalars(list).stream()
        .map(number -> id.apply(referred(list, kind, number).id()))
        .toList();
  }

  private ObjectKey referred(String parameter, ObjectKind kind, String number) {
    if (!number.matches("[0-9]{1,9}")) {
      throw new Refusal.Invalid(parameter, "A DBID is a number").asException();
    }
    return directory
        .numbered(kind, Integer.parseInt(number))
        .orElseThrow(() -> new Refusal.Unknown(kind.noun(), number).asException());
  }

  private static IllegalArgumentException notOfConfiguration(ObjectKind kind) {
    return new IllegalArgumentException("not of platform configuration: " + kind);
  }
}
