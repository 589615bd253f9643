package org.openworkbin.push.cometd;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.cometd.bayeux.server.BayeuxServer;
import org.cometd.bayeux.server.ServerMessage;
import org.cometd.server.BayeuxServerImpl;
import org.cometd.server.http.jakarta.CometDServlet;
import org.openworkbin.http.LastingLogin;
import org.openworkbin.http.SessionOpener;
import org.openworkbin.id.UserId;
import org.openworkbin.refusal.Refusal;
import org.openworkbin.refusal.RefusedException;

/**
 * The address of the notifications, behind the same log-in as every other. Reads and checks what a
 * client sends before CometD sees it, so that nothing but the envelope or a Bayeux reply goes out.
 */
final class NotificationServlet extends CometDServlet {
  private static final long serialVersionUID = 1L;

  private final transient BayeuxServerImpl server;
  private final transient BayeuxJson json;
  private final transient Goodbyes goodbyes;
  private final transient Optional<SessionOpener> sessionOpener;
  private final transient Optional<WebSocketUpgrade> upgrade;
  private final int maxBytes;

  NotificationServlet(
      BayeuxServerImpl server,
      BayeuxJson json,
      Goodbyes goodbyes,
      Optional<SessionOpener> sessionOpener,
      Optional<WebSocketUpgrade> upgrade,
      CometdSettings settings) {
    this.server = server;
    this.json = json;
    this.goodbyes = goodbyes;
    this.sessionOpener = sessionOpener;
    this.upgrade = upgrade;
    this.maxBytes = Math.toIntExact(settings.maxMessageSize().toBytes());
  }

  @Override
  protected BayeuxServer newBayeuxServer() {
    return server;
  }

  @Override
  public void init() throws ServletException {
    super.init();
    upgrade.ifPresent(each -> each.prepare(getServletContext()));
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (request.getMethod().equals("OPTIONS")) {
      super.service(request, response);
      return;
    }
    Optional<UserId> caller = RequestUser.of(request);
    if (request.getMethod().equals("POST")) {
      request.setAttribute(
          LongPolling.MESSAGES, caller.isPresent() ? messages(request) : goodbyes(request));
      post(request, response);
      return;
    }
    UserId user = caller.orElseThrow(() -> new Refusal.NotAuthenticated().asException());
    if (upgrade.isPresent() && WebSocketUpgrade.isWanted(request)) {
      upgrade.get().upgrade(request, response, user, login(request));
    } else {
      throw new Refusal.MethodNotAllowed(request.getMethod()).asException();
    }
  }

  private void post(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (BayeuxJson.isHandshake(LongPolling.messages(request).getFirst())) {
      sessionOpener.ifPresent(opener -> opener.open(request, response));
      Opening.with(login(request), request);
    }
    super.service(request, response);
  }

  /**
   * What is answered without log-in: who went home has no cookie any more, and may still say
   * goodbye.
   */
  private List<ServerMessage.Mutable> goodbyes(HttpServletRequest request) throws IOException {
    try {
      List<ServerMessage.Mutable> messages = messages(request);
      if (goodbyes.areSaid(messages)) {
        return messages;
      }
    } catch (RefusedException _) {
      // Whatever is wrong with it, he would first have to log in.
    }
    throw new Refusal.NotAuthenticated().asException();
  }

  private List<ServerMessage.Mutable> messages(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(maxBytes + 1);
    if (body.length > maxBytes) {
      throw new Refusal.TooLarge(maxBytes).asException();
    }
    try {
      return json.parse(text(body));
    } catch (MalformedException e) {
      throw new Refusal.Invalid("body", "Not Bayeux: " + e.getMessage()).asException();
    }
  }

  private LastingLogin login(HttpServletRequest request) {
    return sessionOpener.map(opener -> opener.login(request)).orElse(LastingLogin.UNKNOWN);
  }

  /** JSON is UTF-8, whatever the request claims. */
  private static String text(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException _) {
      throw new MalformedException("the body is not UTF-8");
    }
  }
}
