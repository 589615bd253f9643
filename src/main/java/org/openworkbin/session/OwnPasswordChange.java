package org.openworkbin.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.openworkbin.http.Answer;
import org.openworkbin.http.Body;
import org.openworkbin.http.Caller;
import org.openworkbin.http.MeOperation;
import org.openworkbin.refusal.Refusal;
import org.openworkbin.session.PasswordMessageJson.Failure;
import org.springframework.stereotype.Component;

/**
 * {@code ChangePassword} on {@code /me}: the caller's own, which he has to know, whatever logged
 * him in. Guessing it is slowed down as at log-in.
 */
@Component
final class OwnPasswordChange implements MeOperation {
  private final Login login;
  private final PasswordChanges changes;
  private final PasswordNews news;
  private final SessionCookies cookies;

  OwnPasswordChange(
      Login login, PasswordChanges changes, PasswordNews news, SessionCookies cookies) {
    this.login = login;
    this.changes = changes;
    this.news = news;
    this.cookies = cookies;
  }

  @Override
  public String name() {
    return "ChangePassword";
  }

  @Override
  public Answer run(
      Caller caller, Body body, HttpServletRequest request, HttpServletResponse response) {
    String old = body.optional("oldPassword").orElse("");
    String fresh = body.required("newPassword");
    Optional<LoggedIn> proof = login.prove(caller, old, request.getRemoteAddr());
    if (proof.isEmpty()) {
      news.tellHim(caller.id(), Optional.of(Failure.WRONG_OLD_PASSWORD));
      throw new Refusal.Invalid("oldPassword", "The old password is wrong").asException();
    }
    changes.own(proof.get(), fresh, cookies.present(request));
    return Answer.done();
  }
}
