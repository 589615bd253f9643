package org.openworkbin.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.User;
import org.openworkbin.http.Answer;
import org.openworkbin.http.Body;
import org.openworkbin.http.Caller;
import org.openworkbin.http.ExternalUrl;
import org.openworkbin.http.Query;
import org.openworkbin.refusal.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** {@code /api/v2/me}: who I am, and the beginning and end of my contact-centre session. */
@Controller
@RequestMapping("/api/v2/me")
class MeResource {
  private final Directories directories;
  private final ContactCenterSessions sessions;
  private final SessionCookies cookies;

  MeResource(Directories directories, ContactCenterSessions sessions, SessionCookies cookies) {
    this.directories = directories;
    this.sessions = sessions;
    this.cookies = cookies;
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
    cookies.open(request, response);
    return Answer.of(new MeJson(user, directory, query.subresources(), url)::write);
  }

  @PostMapping
  Answer operate(
      Caller caller, Body body, HttpServletRequest request, HttpServletResponse response) {
    return switch (body.operationName()) {
      case "StartContactCenterSession" -> {
        Channels channels = Channels.of(body.texts("channels"));
        sessions.start(caller.id(), body.optional("place"));
        cookies.open(request, response);
        yield channels.answer();
      }
      case "EndContactCenterSession" -> {
        sessions.end(caller.id());
        cookies.end(request, response, caller.id());
        yield Answer.done();
      }
      default -> throw Body.unknownOperation();
    };
  }
}
