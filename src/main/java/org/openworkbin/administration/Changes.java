package org.openworkbin.administration;

import java.util.Optional;
import java.util.function.Function;
import org.openworkbin.directory.Author;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.DirectoryChange;
import org.openworkbin.directory.DirectoryObject;
import org.openworkbin.directory.Feature;
import org.openworkbin.directory.FeatureGate;
import org.openworkbin.directory.StoredDirectories;
import org.openworkbin.http.Answer;
import org.openworkbin.http.Caller;
import org.openworkbin.http.ExpectedVersion;
import org.openworkbin.id.UserId;
import org.openworkbin.refusal.Refusal;
import org.openworkbin.session.PasswordChanges;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/**
 * Changes of the contact centre by administrators: in force for everybody, and in the audit trail,
 * when they are answered. Thread-safe.
 */
@Service
final class Changes {
  private final StoredDirectories directories;
  private final Administrators administrators;
  private final PasswordChanges passwords;
  private final FeatureGate gate;
  private final Optional<Feature> feature;

  @Autowired
  Changes(
      StoredDirectories directories,
      Administrators administrators,
      PasswordChanges passwords,
      FeatureGate gate) {
    this(directories, administrators, passwords, gate, Optional.empty());
  }

  private Changes(
      StoredDirectories directories,
      Administrators administrators,
      PasswordChanges passwords,
      FeatureGate gate,
      Optional<Feature> feature) {
    this.directories = directories;
    this.administrators = administrators;
    this.passwords = passwords;
    this.gate = gate;
    this.feature = feature;
  }

  /** The same where the contact centre has that feature; without it nothing is found. */
  Changes by(Feature needed) {
    return new Changes(directories, administrators, passwords, gate, Optional.of(needed));
  }

  /** The contact centre as it is, for an administrator who is going to read it. */
  Directory read(Caller caller) {
    require(caller);
    return directories.now();
  }

  /**
   * Makes a change, made from the contact centre as it is: no other change comes between. What
   * {@code wish} throws changes nothing.
   */
  Directory make(
      Caller caller, ExpectedVersion expected, Function<Directory, DirectoryChange> wish) {
    return directories.change(require(caller), checked(caller, expected, wish));
  }

  /**
   * The same for a user, who gets another password with it where there is one: whatever the old one
   * opened is over then.
   */
  Directory make(
      Caller caller,
      ExpectedVersion expected,
      UserId user,
      Optional<String> password,
      Function<Directory, DirectoryChange> wish) {
    if (password.isEmpty()) {
      return make(caller, expected, wish);
    }
    require(caller);
    passwords.byAdministrator(caller, user, password.get(), checked(caller, expected, wish));
    return directories.now();
  }

  private Function<Directory, DirectoryChange> checked(
      Caller caller, ExpectedVersion expected, Function<Directory, DirectoryChange> wish) {
    return directory -> {
      administrators.require(caller); // he may have lost it while others made their changes
      if (!expected.allows(tag(directory))) {
        throw new Refusal.Stale().asException();
      }
      return wish.apply(directory);
    };
  }

  /** Adds a thing or puts it in the place of what has its key. */
  Directory put(
      Caller caller, ExpectedVersion expected, Function<Directory, DirectoryObject> thing) {
    return make(caller, expected, directory -> DirectoryChange.of(thing.apply(directory)));
  }

  /** Removes a thing. */
  Directory remove(
      Caller caller, ExpectedVersion expected, Function<Directory, DirectoryObject> thing) {
    return make(
        caller, expected, directory -> DirectoryChange.removing(thing.apply(directory).key()));
  }

  private Author require(Caller caller) {
    feature.ifPresent(gate::requireResource);
    return administrators.require(caller);
  }

  /** The version of the contact centre as an entity tag. */
  static String tag(Directory directory) {
    return "\"" + directory.version() + "\"";
  }

  /** The answer with the version that it tells of. */
  static Answer tagged(Answer answer, Directory directory) {
    return answer.header("ETag", tag(directory));
  }

  /** The answer to a change that is done. */
  static Answer done(Directory changed) {
    return tagged(Answer.done(), changed);
  }
}
