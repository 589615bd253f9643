package org.openworkbin.proof.prove;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.openworkbin.proof.history.Wish;

/**
 * What an agent sends, and may send again.
 *
 * @param key its {@code Idempotency-Key}
 * @param hold the number that he says he holds the item by
 * @param path what follows the authority of the URL
 * @param body JSON
 */
record Request(
    Wish wish, Optional<String> key, OptionalLong hold, String method, String path, String body) {

  static Request post(Wish wish, String path, String body) {
    return new Request(wish, Optional.empty(), OptionalLong.empty(), "POST", path, body);
  }

  Request under(String name) {
    return new Request(wish, Optional.of(name), hold, method, path, body);
  }

  Request heldBy(long number) {
    return new Request(wish, key, OptionalLong.of(number), method, path, body);
  }

  Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    key.ifPresent(name -> headers.put("Idempotency-Key", name));
    if (hold.isPresent()) {
      headers.put("Workbin-Hold", Long.toString(hold.getAsLong()));
    }
    return headers;
  }

  /** What it is, in a table. */
  String name() {
    return wish.getClass().getSimpleName();
  }
}
