package org.openworkbin.center;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.openworkbin.directory.PasswordHashing;
import org.openworkbin.directory.PasswordRules;
import org.openworkbin.directory.Passwords;
import org.openworkbin.directory.Place;
import org.openworkbin.directory.Role;
import org.openworkbin.directory.User;
import org.openworkbin.id.IdGenerator;
import org.openworkbin.id.PlaceId;
import org.openworkbin.id.SkillId;
import org.openworkbin.id.UserId;

/** Reads users with their passwords. A field that is left out stays as it is stored. */
final class UserPart {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
  private static final int MAX_PASSWORD = 256;

  private final Registers registers;
  private final IdGenerator ids;
  private final Problems problems;
  private final Map<UserId, NewPassword> passwords = new HashMap<>();
  private final Map<UserId, String> hashes = new HashMap<>();

  UserPart(Registers registers, IdGenerator ids, Problems problems) {
    this.registers = registers;
    this.ids = ids;
    this.problems = problems;
  }

  void read(YamlObject file) {
    for (YamlObject entry : file.objects("users", "a user")) {
      Text name = registers.users().nameOf(entry, "userName");
      String id = registers.users().idOf(entry, name, ID, () -> ids.newUserId().value());
      checkName(name);
      readPassword(entry, new UserId(id), name.value());
      User user = user(entry, id, name.value());
      entry.done();
      registers.users().put(user);
    }
  }

  /**
   * The hashes that differ from the stored ones; slow where there are many passwords. New passwords
   * have to keep to the rules.
   */
  Map<UserId, String> changedHashes(
      Passwords stored, PasswordHashing hashing, PasswordRules rules) {
    Map<UserId, String> changed = new HashMap<>();
    passwords.forEach((user, password) -> {
      String text = password.text().value();
      if (stored.hashOf(user).filter(hash -> hashing.matches(text, hash)).isEmpty()) {
        rules
            .broken(text, password.userName())
            .ifPresentOrElse(
                why -> problems.add(password.text().line(), why),
                () -> changed.put(user, hashing.hash(text)));
      }
    });
    hashes.forEach((user, hash) -> {
      if (stored.hashOf(user).filter(hash::equals).isEmpty()) {
        changed.put(user, hash);
      }
    });
    return changed;
  }

  private User user(YamlObject entry, String id, String name) {
    Optional<User> before = registers.users().stored(id);
    return new User(
        new UserId(id),
        name,
        text(entry, "firstName", before.map(User::firstName)),
        text(entry, "lastName", before.map(User::lastName)),
        text(entry, "emailAddress", before.map(User::emailAddress)),
        roles(entry, before),
        entry.flag("enabled").or(() -> before.map(User::enabled)).orElse(true),
        entry
            .flag("changePasswordOnFirstLogin")
            .or(() -> before.map(User::changePasswordOnFirstLogin))
            .orElse(false),
        defaultPlace(entry, before),
        skills(entry, before),
        DirectoryPart.annex(entry, before.map(User::annex)));
  }

  private Map<SkillId, Integer> skills(YamlObject entry, Optional<User> before) {
    if (!entry.has("skills")) {
      return before.map(User::skills).orElse(Map.of());
    }
    Map<SkillId, Integer> skills = new HashMap<>();
    entry
        .pairs("skills")
        .forEach((name, level) -> {
          if (!level.value().matches("[0-9]{1,6}")) {
            problems.add(level.line(), "the level of a skill is a whole number, 0 or more");
            return;
          }
          registers
              .skills()
              .resolve(name)
              .ifPresent(skill -> skills.put(skill.id(), Integer.valueOf(level.value())));
        });
    return skills;
  }

  private static String text(YamlObject entry, String field, Optional<String> before) {
    Optional<String> text = entry.label(field).map(Text::value);
    return entry.has(field) ? text.orElse("") : before.orElse("");
  }

  private Set<Role> roles(YamlObject entry, Optional<User> before) {
    if (!entry.has("roles")) {
      return before.map(User::roles).orElse(Set.of(Role.ROLE_AGENT));
    }
    Set<Role> roles = new HashSet<>();
    for (Text text : entry.texts("roles")) {
      List<Role> known = new ArrayList<>(List.of(Role.values()));
      known.removeIf(role -> !role.name().equals(text.value()));
      if (known.isEmpty()) {
        problems.add(
            text.line(),
            "'%s' is not a role; known are %s".formatted(text.value(), List.of(Role.values())));
      }
      roles.addAll(known);
    }
    return roles;
  }

  private Optional<PlaceId> defaultPlace(YamlObject entry, Optional<User> before) {
    return entry.has("defaultPlace")
        ? entry.text("defaultPlace").flatMap(registers.places()::resolve).map(Place::id)
        : before.flatMap(User::defaultPlace);
  }

  private void readPassword(YamlObject entry, UserId user, String userName) {
    Optional<Text> password = entry.text("password");
    Optional<Text> hash = entry.text("passwordHash");
    if (password.isPresent() && hash.isPresent()) {
      problems.add(hash.get().line(), "a user has a 'password' or a 'passwordHash', not both");
    }
    password.ifPresent(text -> {
      if (text.value().length() > MAX_PASSWORD) {
        problems.add(text.line(), "a password has at most " + MAX_PASSWORD + " characters");
      }
      passwords.put(user, new NewPassword(text, userName));
    });
    hash.ifPresent(text -> {
      if (!PasswordHashing.isHash(text.value())) {
        problems.add(text.line(), "'passwordHash' is not one that this server made");
      }
      hashes.put(user, text.value());
    });
  }

  /** A password and whose it is to be. */
  private record NewPassword(Text text, String userName) {}

  /** Basic log-in could not carry it. */
  private void checkName(Text name) {
    if (name.value().contains(":")) {
      problems.add(name.line(), "a user name has no colon");
    }
  }
}
