package org.openworkbin.proof.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Arrays;

/**
 * One kept-alive HTTP/1.1 connection: bytes out in one write, the answer in as it comes. So little
 * because whoever measures a server on its own machine takes the processor away from it. Used by
 * one thread at a time.
 */
final class Connection implements Closeable {
  private static final int FIRST_BUFFER = 4096;
  private static final int LONGEST_HEAD = 64 * 1024;

  private final Socket socket;
  private final InputStream in;
  private byte[] buffer = new byte[FIRST_BUFFER];
  private int next;
  private int end;
  private boolean reusable = true;
  private long idleSince;

  Connection(Socket socket) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
  }

  void send(byte[] request) throws IOException {
    socket.getOutputStream().write(request);
  }

  /** Reads the answer to what was sent. */
  Response.Reply receive(String method) throws IOException {
    Head head = head();
    int status = head.status();
    String body = hasBody(method, status) ? body(head) : "";
    if (head.first("Connection").equalsIgnoreCase("close")) {
      reusable = false;
    }
    return new Response.Reply(status, head, body);
  }

  private static boolean hasBody(String method, int status) {
    return !method.equals("HEAD") && status >= 200 && status != 204 && status != 304;
  }

  private Head head() throws IOException {
    int from = next;
    while (true) {
      for (int i = from; i + 3 < end; i++) {
        if (buffer[i] == '\r'
            && buffer[i + 1] == '\n'
            && buffer[i + 2] == '\r'
            && buffer[i + 3] == '\n') {
          Head head = new Head(new String(buffer, next, i + 2 - next, ISO_8859_1));
          next = i + 4;
          return head;
        }
      }
      from = Math.max(next, end - 3);
      if (end - next > LONGEST_HEAD) {
        throw new IOException("the head of an answer is too long");
      }
      int before = next;
      fill();
      from -= before - next;
    }
  }

  private String body(Head head) throws IOException {
    if (head.first("Transfer-Encoding").equalsIgnoreCase("chunked")) {
      return chunks();
    }
    String length = head.first("Content-Length");
    if (!length.isEmpty()) {
      int bytes = Integer.parseInt(length);
      need(bytes);
      String body = new String(buffer, next, bytes, UTF_8);
      next += bytes;
      return body;
    }
    reusable = false;
    ByteArrayOutputStream rest = new ByteArrayOutputStream();
    rest.write(buffer, next, end - next);
    next = end;
    in.transferTo(rest);
    return rest.toString(UTF_8);
  }

  private String chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    while (true) {
      String size = line();
      int semicolon = size.indexOf(';');
      int bytes =
          Integer.parseInt((semicolon < 0 ? size : size.substring(0, semicolon)).strip(), 16);
      if (bytes == 0) {
        while (!line().isEmpty()) {
          // Trailers say nothing to us.
        }
        return body.toString(UTF_8);
      }
      need(bytes + 2);
      body.write(buffer, next, bytes);
      next += bytes + 2;
    }
  }

  private String line() throws IOException {
    int at = next;
    while (true) {
      while (at < end && buffer[at] != '\n') {
        at++;
      }
      if (at < end) {
        String line = new String(buffer, next, at - next, ISO_8859_1);
        next = at + 1;
        return line.strip();
      }
      int read = at - next;
      fill();
      at = next + read;
    }
  }

  private void need(int bytes) throws IOException {
    if (buffer.length < bytes) {
      buffer = Arrays.copyOfRange(buffer, next, next + bytes);
      end -= next;
      next = 0;
    }
    while (end - next < bytes) {
      fill();
    }
  }

  /** Reads what there is, behind what is still to be looked at. */
  private void fill() throws IOException {
    if (next > 0) {
      System.arraycopy(buffer, next, buffer, 0, end - next);
      end -= next;
      next = 0;
    }
    if (end == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    int read = in.read(buffer, end, buffer.length - end);
    if (read < 0) {
      throw new EOFException("the server closed the connection");
    }
    end += read;
  }

  boolean isReusable() {
    return reusable;
  }

  /** Puts it aside; a large answer's buffer is not kept. */
  void rest(long now) {
    idleSince = now;
    if (next == end && buffer.length > LONGEST_HEAD) {
      buffer = new byte[FIRST_BUFFER];
      next = 0;
      end = 0;
    }
  }

  long idleSince() {
    return idleSince;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException _) {
      // It is gone either way.
    }
  }
}
