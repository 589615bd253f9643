package org.openworkbin.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;

/** One file of the page, ready to be sent, plain or packed by gzip. */
final class PageFile {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml",
          "txt", "text/plain; charset=utf-8");

  private final String path;
  private final String type;
  private final byte[] plain;
  private final byte[] packed;

  private PageFile(String path, String type, byte[] plain) {
    this.path = path;
    this.type = type;
    this.plain = plain;
    this.packed = pack(plain);
  }

  /** Empty where files of that kind do not belong to the page. */
  static Optional<PageFile> of(String path, byte[] bytes) {
    String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return Optional.ofNullable(TYPES.get(ending)).map(type -> new PageFile(path, type, bytes));
  }

  String type() {
    return type;
  }

  /** Whether its name changes with its content, so that nobody has to ask for it twice. */
  boolean isLasting() {
    return path.startsWith("/assets/");
  }

  /** Its version, as {@code ETag} has it. */
  String tag() {
    CRC32 sum = new CRC32();
    sum.update(plain);
    return '"' + HexFormat.of().toHexDigits((int) sum.getValue()) + '-' + plain.length + '"';
  }

  int length(boolean gzip) {
    return gzip ? packed.length : plain.length;
  }

  void send(boolean gzip, OutputStream out) throws IOException {
    out.write(gzip ? packed : plain);
  }

  private static byte[] pack(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
