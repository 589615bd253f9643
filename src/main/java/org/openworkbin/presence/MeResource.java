package org.openworkbin.presence;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.User;
import org.openworkbin.http.Answer;
import org.openworkbin.http.Body;
import org.openworkbin.http.Caller;
import org.openworkbin.http.ExternalUrl;
import org.openworkbin.http.MeOperation;
import org.openworkbin.http.MeOperations;
import org.openworkbin.http.Query;
import org.openworkbin.http.SessionOpener;
import org.openworkbin.refusal.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * {@code /api/v2/me}: who I am, the beginning and end of my contact-centre session, and what I am
 * on all my channels at once.
 */
@Controller
@RequestMapping("/api/v2/me")
class MeResource {
  private final Directories directories;
  private final ContactCenterSessions sessions;
  private final StateChanges changes;
  private final MeParts parts;
  private final SessionOpener httpSessions;
  private final MeOperations operations;

  MeResource(
      Directories directories,
      ContactCenterSessions sessions,
      StateChanges changes,
      MeParts parts,
      SessionOpener httpSessions,
      MeOperations operations) {
    this.directories = directories;
    this.sessions = sessions;
    this.changes = changes;
    this.parts = parts;
    this.httpSessions = httpSessions;
    this.operations = operations;
  }

  @GetMapping
  Answer me(
      Caller caller,
      Query query,
      ExternalUrl url,
      HttpServletRequest request,
      HttpServletResponse response) {
    Directory directory = directories.now();
    User user =
        directory.user(caller.id()).orElseThrow(() -> new Refusal.NotAuthenticated().asException());
    httpSessions.open(request, response);
    var wanted = parts.of(user, directory, query.subresources(), url);
    return Answer.of(new MeJson(user, directory, wanted, url)::write);
  }

  @PostMapping
  Answer operate(
      Caller caller, Body body, HttpServletRequest request, HttpServletResponse response) {
    Optional<MeOperation> further = operations.named(body.operationName());
    if (further.isPresent()) {
      return further.get().run(caller, body, request, response);
    }
    switch (body.operationName()) {
      case "StartContactCenterSession" -> {
        SessionWish wish = SessionWish.of(body, directories.now());
        sessions.start(caller.id(), wish);
        httpSessions.open(request, response);
        return wish.answer();
      }
      case "EndContactCenterSession" -> {
        sessions.end(caller.id());
        httpSessions.end(request, response);
      }
      default -> changes.all(caller.id(), body);
    }
    return Answer.done();
  }
}
