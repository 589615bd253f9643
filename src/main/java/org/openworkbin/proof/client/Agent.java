package org.openworkbin.proof.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who asks the server: Basic credentials on every call, no cookies. A call blocks its
 * thread until it is answered and is never repeated by itself. Thread-safe.
 */
public final class Agent {
  private final Server server;
  private final String userName;
  private final String password;
  private final String common;

  Agent(Server server, String userName, String password) {
    this.server = server;
    this.userName = userName;
    this.password = password;
    this.common =
        " HTTP/1.1\r\nHost: " + server.authority() + "\r\nAuthorization: " + credentials() + "\r\n";
  }

  public String userName() {
    return userName;
  }

  public String password() {
    return password;
  }

  /** The value of the header {@code Authorization}. */
  String credentials() {
    return "Basic "
        + Base64.getEncoder().encodeToString((userName + ":" + password).getBytes(UTF_8));
  }

  public Response get(String path) {
    return call("GET", path, "", Map.of());
  }

  /** Posts a JSON text. */
  public Response post(String path, String json) {
    return call("POST", path, json, Map.of());
  }

  public Response delete(String path) {
    return call("DELETE", path, "", Map.of());
  }

  /**
   * Sends a request and waits for its answer.
   *
   * @param path what follows the authority of a URL, encoded
   * @param body "" for none; JSON, unless a header {@code Content-Type} says otherwise
   */
  public Response call(String method, String path, String body, Map<String, String> headers) {
    byte[] request = request(method, path, body, headers);
    @Nullable Connection connection = null;
    try {
      connection = server.connections().take();
      connection.send(request);
      Response.Reply reply = connection.receive(method);
      server.connections().giveBack(connection);
      return reply;
    } catch (IOException cause) {
      close(connection);
      return new Response.NoReply(cause);
    } catch (RuntimeException malformed) {
      close(connection);
      return new Response.NoReply(new IOException("the answer is no HTTP", malformed));
    }
  }

  /**
   * Sends a request and cuts the connection without reading what comes: nobody here learns what
   * became of it.
   *
   * @return whether all of it was sent
   */
  public boolean abandon(String method, String path, String body, Map<String, String> headers) {
    try (Connection connection = server.connections().take()) {
      connection.send(request(method, path, body, headers));
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static void close(@Nullable Connection connection) {
    if (connection != null) {
      connection.close();
    }
  }

  private byte[] request(String method, String path, String body, Map<String, String> headers) {
    byte[] content = body.getBytes(UTF_8);
    StringBuilder head = new StringBuilder(256).append(method).append(' ').append(path);
    head.append(common);
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    if (content.length > 0 && !headers.containsKey("Content-Type")) {
      head.append("Content-Type: application/json\r\n");
    }
    if (content.length > 0 || !method.equals("GET")) {
      head.append("Content-Length: ").append(content.length).append("\r\n");
    }
    byte[] start = head.append("\r\n").toString().getBytes(ISO_8859_1);
    byte[] whole = new byte[start.length + content.length];
    System.arraycopy(start, 0, whole, 0, start.length);
    System.arraycopy(content, 0, whole, start.length, content.length);
    return whole;
  }

  Server server() {
    return server;
  }
}
