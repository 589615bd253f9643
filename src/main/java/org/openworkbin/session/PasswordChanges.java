package org.openworkbin.session;

import java.util.Optional;
import java.util.function.Function;
import org.openworkbin.directory.Author;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.DirectoryChange;
import org.openworkbin.directory.PasswordRules;
import org.openworkbin.directory.Passwords;
import org.openworkbin.directory.StoredDirectories;
import org.openworkbin.directory.User;
import org.openworkbin.http.Caller;
import org.openworkbin.id.UserId;
import org.openworkbin.refusal.Refusal;
import org.openworkbin.refusal.RefusedException;
import org.openworkbin.session.PasswordMessageJson.Failure;
import org.springframework.stereotype.Service;

/**
 * Changes passwords. Whatever the old one opened is over when a change returns: HTTP sessions,
 * sockets, credentials that were found right. Thread-safe; blocks while a password is hashed.
 */
@Service
public final class PasswordChanges {
  private final StoredDirectories directories;
  private final Passwords passwords;
  private final PasswordHashes hashes;
  private final PasswordRules rules;
  private final OpenSessions sessions;
  private final PasswordNews news;

  PasswordChanges(
      StoredDirectories directories,
      Passwords passwords,
      PasswordHashes hashes,
      PasswordRules rules,
      OpenSessions sessions,
      PasswordNews news) {
    this.directories = directories;
    this.passwords = passwords;
    this.hashes = hashes;
    this.rules = rules;
    this.sessions = sessions;
    this.news = news;
  }

  /**
   * The hash of the first password of somebody who is about to be there.
   *
   * @throws RefusedException {@code OutOfRange} where it breaks a rule
   */
  public String hashOfNew(String userName, String password) {
    rules
        .broken(password, userName)
        .ifPresent(why -> {
          throw refusal(why);
        });
    return hashes.hash(password);
  }

  /**
   * Gives somebody another password, and makes a further change with it; tells administrators and
   * who manages him on {@code /v2/users}. All his sessions end.
   *
   * @param rest the further change, {@code DirectoryChange.NONE} for none
   * @throws RefusedException {@code Unknown} for an unknown user, {@code OutOfRange} where the
   *     password breaks a rule, and what the rest is refused with
   */
  public void byAdministrator(
      Caller administrator,
      UserId user,
      String password,
      Function<Directory, DirectoryChange> rest) {
    String userName =
        directories
            .now()
            .user(user)
            .map(User::userName)
            .orElseThrow(() -> new Refusal.Unknown("user", user.value()).asException());
    rules
        .broken(password, userName)
        .ifPresent(why -> {
          news.tellOthers(user, Optional.of(Failure.BREAKS_RULES));
          throw refusal(why);
        });
    String hash = hashes.hash(password);
    try {
      directories.change(
          Author.of(administrator.id(), administrator.userName()),
          now -> rest.apply(now).withPassword(user, hash));
    } catch (RefusedException refused) {
      throw refused;
    } catch (RuntimeException fault) {
      news.tellOthers(user, Optional.of(Failure.INTERNAL));
      throw fault;
    }
    sessions.endAll(user, Optional.empty());
    news.tellOthers(user, Optional.empty());
  }

  /**
   * Changes the caller's own; he need not change it first any more.
   *
   * @param proof what the old password fitted
   * @param present his HTTP session that goes on, all others end
   */
  void own(LoggedIn proof, String password, Optional<Session> present) {
    Optional<String> broken =
        rules
            .broken(password, proof.userName())
            .or(() ->
                Optional.of("The new password is the old one")
                    .filter(_ -> isAsBefore(proof, password)));
    if (broken.isPresent()) {
      news.tellHim(proof.id(), Optional.of(Failure.BREAKS_RULES));
      throw refusal(broken.get());
    }
    String hash = hashes.hash(password);
    present.ifPresent(session ->
        session.standing().goOnWith(LoggedIn.byPassword(proof.id(), proof.userName(), hash)));
    try {
      directories.change(Author.of(proof.id(), proof.userName()), now -> change(now, proof, hash));
    } catch (RefusedException refused) {
      throw refused;
    } catch (RuntimeException fault) {
      news.tellHim(proof.id(), Optional.of(Failure.INTERNAL));
      throw fault;
    }
    sessions.endAll(proof.id(), present);
    news.tellHim(proof.id(), Optional.empty());
    news.tellOthers(proof.id(), Optional.empty());
  }

  /** The old password was his when it was looked at; it has to be still. */
  private DirectoryChange change(Directory now, LoggedIn proof, String hash) {
    User user =
        now.user(proof.id()).orElseThrow(() -> new Refusal.NotAuthenticated().asException());
    if (!passwords.hashOf(proof.id()).equals(proof.passwordHash())) {
      throw new Refusal.Invalid("oldPassword", "The old password is wrong").asException();
    }
    return DirectoryChange.of(user.withChangeOfPassword(false)).withPassword(user.id(), hash);
  }

  private boolean isAsBefore(LoggedIn proof, String password) {
    return proof.passwordHash().filter(hash -> hashes.matches(password, hash)).isPresent();
  }

  private static RefusedException refusal(String why) {
    return new Refusal.OutOfRange("password", why).asException();
  }
}
