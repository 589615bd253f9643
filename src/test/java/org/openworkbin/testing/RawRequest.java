package org.openworkbin.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends any bytes at all to a server and reads what comes back, on a connection for each. */
public final class RawRequest {
  private static final int LONGEST_WAIT_MILLIS = 30_000;
  private static final Pattern REQUEST_LINE = Pattern.compile("^([A-Z]+) (\\S+) HTTP/1");
  private static final byte[] NOTHING = {};

  private RawRequest() {}

  /**
   * Sends a request to a server on this machine.
   *
   * @param head request line and headers, each with its line break, as ISO-8859-1; {@code Host},
   *     {@code Content-Length} and {@code Connection: close} are added
   * @return the answer, or empty where the connection ended without one
   */
  public static Optional<Answer> send(String url, String head, byte[] body) {
    URI server = URI.create(url);
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(head.getBytes(ISO_8859_1));
    request.writeBytes(
        "Host: %s\r\nConnection: close\r\nContent-Length: %d\r\n\r\n"
            .formatted(server.getAuthority(), body.length)
            .getBytes(ISO_8859_1));
    request.writeBytes(body);
    return send(server.getPort(), request.toByteArray());
  }

  /**
   * Sends just those bytes, which should make the server close the connection.
   *
   * @return the answer, or empty where the connection ended without one
   */
  public static Optional<Answer> send(int port, byte[] request) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(LONGEST_WAIT_MILLIS);
      byte[] answer;
      try {
        socket.getOutputStream().write(request);
        answer = socket.getInputStream().readAllBytes();
      } catch (IOException reset) {
        // Refused before it was read to its end; what was answered may still be there.
        answer = rest(socket);
      }
      return answer.length == 0 ? Optional.empty() : Optional.of(checked(request, answer));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The answer to a request, held against the description. What is no request at all has no
   * address, and is answered as any may be.
   */
  public static Answer checked(byte[] request, byte[] bytes) {
    Answer answer = Answer.parse(bytes);
    Matcher line = REQUEST_LINE.matcher(new String(request, ISO_8859_1));
    boolean isRequest = line.find();
    DescribedApi.ours()
        .check(
            new DescribedApi.Exchange(
                isRequest ? line.group(1) : "",
                isRequest ? line.group(2) : "",
                "",
                answer.status(),
                name -> Optional.of(answer.header(name)).filter(value -> !value.isEmpty()),
                answer.body()));
    return answer;
  }

  private static byte[] rest(Socket socket) {
    try {
      return socket.getInputStream().readAllBytes();
    } catch (IOException gone) {
      return NOTHING;
    }
  }

  /**
   * What came back.
   *
   * @param head status line and headers
   */
  public record Answer(int status, String head, String body) {

    private static Answer parse(byte[] bytes) {
      String text = new String(bytes, ISO_8859_1);
      while (text.startsWith("HTTP/1.1 100") && text.contains("\r\n\r\n")) {
        text = text.substring(text.indexOf("\r\n\r\n") + 4);
      }
      int end = text.indexOf("\r\n\r\n");
      if (!text.startsWith("HTTP/1.1 ") || end < 0) {
        throw new AssertionError("no answer of HTTP: " + text);
      }
      String head = text.substring(0, end);
      String body = text.substring(end + 4);
      if (head.toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked")) {
        body = dechunked(body);
      }
      return new Answer(
          Integer.parseInt(text.substring(9, 12)),
          head,
          new String(body.getBytes(ISO_8859_1), UTF_8));
    }

    private static String dechunked(String body) {
      StringBuilder whole = new StringBuilder();
      int at = 0;
      while (at < body.length()) {
        int lineEnd = body.indexOf("\r\n", at);
        int size = Integer.parseInt(body.substring(at, lineEnd).strip(), 16);
        if (size == 0) {
          break;
        }
        whole.append(body, lineEnd + 2, lineEnd + 2 + size);
        at = lineEnd + 2 + size + 2;
      }
      return whole.toString();
    }

    /** The value of the first header of that name, or "". */
    public String header(String name) {
      return head.lines()
          .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
          .map(line -> line.substring(name.length() + 1).strip())
          .findFirst()
          .orElse("");
    }
  }
}
