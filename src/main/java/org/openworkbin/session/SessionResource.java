package org.openworkbin.session;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.User;
import org.openworkbin.http.Answer;
import org.openworkbin.http.Caller;
import org.openworkbin.http.ExternalUrl;
import org.openworkbin.id.UserId;
import org.openworkbin.refusal.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * {@code /api/v2/sessions} and {@code /api/v2/users/{id}/sessions}: who is logged in, for
 * administrators, and for everybody where he is himself.
 */
@Controller
class SessionResource {
  private final Directories directories;
  private final OpenSessions sessions;

  SessionResource(Directories directories, OpenSessions sessions) {
    this.directories = directories;
    this.sessions = sessions;
  }

  @GetMapping("/api/v2/sessions")
  Answer all(Caller caller, ExternalUrl url) {
    if (!isAdministrator(caller)) {
      throw new Refusal.NotPermitted("the sessions of others").asException();
    }
    return list(_ -> true, url);
  }

  @GetMapping("/api/v2/users/{id}/sessions")
  Answer ofUser(Caller caller, ExternalUrl url, @PathVariable String id) {
    UserId user = permitted(caller, id);
    return list(session -> session.user().equals(user), url);
  }

  @DeleteMapping("/api/v2/users/{id}/sessions")
  Answer endAll(Caller caller, @PathVariable String id) {
    sessions.endAll(permitted(caller, id), Optional.empty());
    return Answer.done();
  }

  /** The id of another's session is unknown to who may not end it, so that none can be guessed. */
  @DeleteMapping("/api/v2/sessions/{id}")
  Answer end(Caller caller, @PathVariable String id) {
    OpenSession session =
        sessions
            .find(id)
            .filter(found -> found.user().equals(caller.id()) || isAdministrator(caller))
            .orElseThrow(() -> new Refusal.Unknown("session", id).asException());
    sessions.end(session);
    return Answer.done();
  }

  private Answer list(Predicate<OpenSession> which, ExternalUrl url) {
    Directory directory = directories.now();
    List<OpenSession> found = sessions.all().stream().filter(which).toList();
    return Answer.of(new SessionsJson(found, directory, url)::write);
  }

  private UserId permitted(Caller caller, String id) {
    User user =
        directories
            .now()
            .userWithId(id)
            .orElseThrow(() -> new Refusal.Unknown("user", id).asException());
    if (!user.id().equals(caller.id()) && !isAdministrator(caller)) {
      throw new Refusal.NotPermitted("the sessions of others").asException();
    }
    return user.id();
  }

  private boolean isAdministrator(Caller caller) {
    return directories.now().user(caller.id()).filter(User::isAdministrator).isPresent();
  }
}
