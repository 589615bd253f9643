package org.openworkbin.push.cometd;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.cometd.bayeux.server.BayeuxContext;
import org.cometd.bayeux.server.ServerSession;
import org.openworkbin.http.Caller;
import org.openworkbin.id.UserId;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Carries the user who logged in from the request to the CometD session. */
final class RequestUser {
  /** The name under which requests and sessions hold a {@link UserId}. */
  static final String ATTRIBUTE = RequestUser.class.getName();

  private RequestUser() {}

  /** The user who logged in with the present request, which knows him from now on. */
  static Optional<UserId> of(HttpServletRequest request) {
    Authentication login = SecurityContextHolder.getContext().getAuthentication();
    Optional<UserId> user =
        login != null && login.getPrincipal() instanceof Caller caller
            ? Optional.of(caller.id())
            : Optional.empty();
    user.ifPresent(id -> request.setAttribute(ATTRIBUTE, id));
    return user;
  }

  /** The user whose request that is. */
  static Optional<UserId> of(BayeuxContext context) {
    return context != null && context.getRequestAttribute(ATTRIBUTE) instanceof UserId user
        ? Optional.of(user)
        : Optional.empty();
  }

  /** Whose session that is. */
  static Optional<UserId> of(ServerSession session) {
    return session.getAttribute(ATTRIBUTE) instanceof UserId user
        ? Optional.of(user)
        : Optional.empty();
  }

  /** Says whose session that is; always true. */
  static boolean keep(ServerSession session, UserId user) {
    session.setAttribute(ATTRIBUTE, user);
    return true;
  }
}
