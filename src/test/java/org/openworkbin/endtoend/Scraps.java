package org.openworkbin.endtoend;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import tools.jackson.databind.json.JsonMapper;

/** What odd messages are made of. */
final class Scraps {
  /** The id of no interaction. */
  static final String UNKNOWN = "NOSUCHITEM000000";

  private static final JsonMapper JSON = new JsonMapper();

  private Scraps() {}

  /** JSON values of every kind; some are none. */
  static Arbitrary<String> values() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            quoted(UNKNOWN),
            "null",
            "true",
            "0",
            "-0",
            "7",
            "1e400",
            "-1E-999999999",
            "9".repeat(1_200),
            "0.1e1",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "{}",
            "[]",
            "[[]]",
            "{\"a\":{\"a\":null}}",
            "{\"a\":1,\"a\":2}",
            "NaN",
            "'x'",
            "01",
            "\"\n\"",
            "[".repeat(2_000),
            "[".repeat(600) + "]".repeat(600),
            "{\"a\":".repeat(1_500) + "1",
            quoted("x".repeat(70_000)),
            quoted("/api/v2/chats/" + UNKNOWN),
            quoted("😀"),
            quoted("../../etc"),
            quoted("' or 1=1 --"),
            quoted("[\"/meta/connect\"]")),
        Arbitraries.strings().ofMaxLength(20).map(Scraps::quoted),
        Arbitraries.strings().withCharRange('!', '~').ofMaxLength(20));
  }

  /** Most texts as they are, and some with bytes that are put in, changed or left out. */
  static Arbitrary<byte[]> broken(Arbitrary<String> texts) {
    Arbitrary<byte[]> whole = texts.map(text -> text.getBytes(UTF_8));
    Arbitrary<Function<byte[], byte[]>> damage =
        Arbitraries.of(
            List.<Function<byte[], byte[]>>of(
                bytes -> bytes,
                bytes -> bytes,
                bytes -> bytes,
                bytes -> Arrays.copyOf(bytes, bytes.length / 2),
                bytes -> Arrays.copyOf(bytes, bytes.length + 3),
                bytes -> changed(bytes, (byte) 0xff),
                bytes -> changed(bytes, (byte) 0xc3),
                bytes -> changed(bytes, (byte) 0),
                bytes -> ("\ufeff" + new String(bytes, UTF_8)).getBytes(UTF_8),
                bytes -> new String(bytes, UTF_8).getBytes(UTF_16)));
    return Combinators.combine(whole, damage).as((bytes, how) -> how.apply(bytes));
  }

  private static byte[] changed(byte[] bytes, byte to) {
    byte[] changed = bytes.clone();
    if (changed.length > 0) {
      changed[changed.length * 2 / 3] = to;
    }
    return changed;
  }

  static String quoted(String text) {
    return JSON.writeValueAsString(text);
  }
}
