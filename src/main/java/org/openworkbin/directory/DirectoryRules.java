package org.openworkbin.directory;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openworkbin.refusal.Refusal;

/** What every change of a contact centre has to keep to, whoever asks for it. */
final class DirectoryRules {
  private static final int MAX_TEXT = 255;
  private static final int MAX_VALUE = 65_536;
  private static final int MAX_LEVEL = 1_000_000;

  private final ContactCenter before;
  private final ContactCenter after;

  private DirectoryRules(ContactCenter before, ContactCenter after) {
    this.before = before;
    this.after = after;
  }

  /** Refuses the change that makes {@code after} of {@code before} where it breaks a rule. */
  static void check(ContactCenter before, ContactCenter after, DirectoryChange change) {
    DirectoryRules rules = new DirectoryRules(before, after);
    change.puts().forEach(rules::check);
    rules.checkLabels(change);
    rules.checkAdministrator();
  }

  private void check(DirectoryObject object) {
    checkText("name", object.label(), 1);
    annex(object).ifPresent(DirectoryRules::check);
    switch (object) {
      case User user -> check(user);
      case Skill skill -> checkText("description", skill.description(), 0);
      case Device device -> device.owner().ifPresent(owner -> exists(User.key(owner)));
      case AgentGroup group ->
          Stream.concat(group.members().stream(), group.managers().stream())
              .forEach(user -> exists(User.key(user)));
      case PlaceGroup group -> group.places().forEach(place -> exists(Place.key(place)));
      case Workbin workbin -> check(workbin);
      case Setting setting -> check(setting);
      case Place _, Queue _, Feature _ -> {}
    }
  }

  private void check(User user) {
    checkText("firstName", user.firstName(), 0);
    checkText("lastName", user.lastName(), 0);
    checkText("emailAddress", user.emailAddress(), 0);
    if (user.userName().contains(":")) {
      throw new Refusal.OutOfRange("userName", "A user name has no colon").asException();
    }
    user.defaultPlace().ifPresent(place -> exists(Place.key(place)));
    user.skills()
        .forEach((skill, level) -> {
          exists(Skill.key(skill));
          if (level < 0 || level > MAX_LEVEL) {
            throw new Refusal.OutOfRange("level", "A level is 0 to " + MAX_LEVEL).asException();
          }
        });
  }

  /** What lies in the bins of the old owners would lie nowhere. */
  private void check(Workbin workbin) {
    checkText("displayName", workbin.displayName(), 1);
    if (before.objects().get(workbin.key()) instanceof Workbin old
        && old.ownerKind() != workbin.ownerKind()) {
      throw new Refusal.ReadOnly("type", "The type of a workbin can't change").asException();
    }
  }

  private static void check(Setting setting) {
    if (!Setting.isGroup(setting.group())) {
      throw new Refusal.OutOfRange(
              "group", "A group of settings is named with 1 to 64 of A-Z a-z 0-9 . _ -")
          .asException();
    }
    if (setting.value().length() > MAX_VALUE) {
      throw new Refusal.OutOfRange(
              "value", "A value has at most " + MAX_VALUE + " characters of JSON")
          .asException();
    }
  }

  private static Optional<Annex> annex(DirectoryObject object) {
    return switch (object) {
      case User user -> Optional.of(user.annex());
      case Skill skill -> Optional.of(skill.annex());
      case AgentGroup group -> Optional.of(group.annex());
      case Place place -> Optional.of(place.annex());
      case PlaceGroup group -> Optional.of(group.annex());
      case Device _, Workbin _, Queue _, Setting _, Feature _ -> Optional.empty();
    };
  }

  private static void check(Annex annex) {
    List<String> texts = new ArrayList<>(annex.sections().keySet());
    annex
        .sections()
        .values()
        .forEach(section -> {
          texts.addAll(section.keySet());
          texts.addAll(section.values());
        });
    if (texts.stream().mapToInt(String::length).sum() > MAX_VALUE) {
      throw new Refusal.OutOfRange(
              "settings", "The settings have at most " + MAX_VALUE + " characters together")
          .asException();
    }
    texts.forEach(text -> checkCharacters("settings", text));
    Stream.concat(
            annex.sections().keySet().stream(),
            annex.sections().values().stream().flatMap(section -> section.keySet().stream()))
        .filter(name -> name.isEmpty() || name.length() > MAX_TEXT)
        .findAny()
        .ifPresent(_ -> {
          throw new Refusal.OutOfRange(
                  "settings",
                  "The names of sections and settings have 1 to " + MAX_TEXT + " characters")
              .asException();
        });
  }

  /** What a store could not give back as it was. */
  private static void checkCharacters(String parameter, String text) {
    if (text.indexOf('\0') >= 0 || !UTF_8.newEncoder().canEncode(text)) {
      throw new Refusal.OutOfRange(
              parameter, "There is no NUL and no half of a character in the " + parameter)
          .asException();
    }
  }

  private static void checkText(String parameter, String text, int atLeast) {
    if (text.strip().length() < atLeast || text.length() > MAX_TEXT) {
      throw new Refusal.OutOfRange(
              parameter, "The %s has %d to %d characters".formatted(parameter, atLeast, MAX_TEXT))
          .asException();
    }
    checkCharacters(parameter, text);
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new Refusal.OutOfRange(parameter, "The " + parameter + " has no control characters")
          .asException();
    }
  }

  private void exists(ObjectKey key) {
    if (!after.objects().containsKey(key)) {
      throw new Refusal.Unknown(key.kind().noun(), key.id()).asException();
    }
  }

  private void checkLabels(DirectoryChange change) {
    Map<ObjectKind, Map<String, Long>> holders = new EnumMap<>(ObjectKind.class);
    for (DirectoryObject object : change.puts()) {
      ObjectKind kind = object.key().kind();
      if (holders.computeIfAbsent(kind, this::holders).getOrDefault(object.label(), 0L) > 1) {
        throw new Refusal.NameTaken(kind.noun(), object.label()).asException();
      }
    }
  }

  /** How many things of the kind have each label. */
  private Map<String, Long> holders(ObjectKind kind) {
    return after.objects().values().stream()
        .filter(object -> object.key().kind() == kind)
        .collect(Collectors.groupingBy(DirectoryObject::label, Collectors.counting()));
  }

  /** Nobody could mend it afterwards. */
  private void checkAdministrator() {
    Optional<User> one = administrator(before);
    if (one.isPresent() && administrator(after).isEmpty()) {
      throw new Refusal.InUse("user", "The last administrator who may log in has to stay")
          .asException();
    }
  }

  private static Optional<User> administrator(ContactCenter center) {
    return center.all(User.class).stream()
        .filter(user -> user.enabled() && user.isAdministrator())
        .findAny();
  }
}
