package org.openworkbin.supervision;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.openworkbin.id.BinId;

/**
 * What is to be moved where.
 *
 * @param more whether there was more to choose from than may be moved at once
 * @param comment why
 */
record MoveWish(BinId to, List<Asked> asked, boolean more, Optional<String> comment) {
  MoveWish {
    asked = List.copyOf(asked);
  }

  /**
   * An item that is asked for.
   *
   * @param id as it was sent
   * @param hold by which it was seen: it is moved only if it is still where it was then
   */
  record Asked(String id, OptionalLong hold) {}
}
