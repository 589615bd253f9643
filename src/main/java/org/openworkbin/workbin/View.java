package org.openworkbin.workbin;

import java.util.Optional;
import java.util.function.Consumer;
import org.openworkbin.directory.Workbin;
import org.openworkbin.http.Selection;
import org.openworkbin.id.BinId;
import org.openworkbin.interaction.BinNames;
import org.openworkbin.ledger.BinView;
import org.openworkbin.ledger.Bins;
import org.openworkbin.ledger.Position;

/** What a read of one workbin shows. */
sealed interface View {

  /** The workbin that is shown. */
  Workbin workbin();

  /** What it is, without any content. */
  record Definition(Workbin workbin) implements View {}

  /**
   * A page of one of its bins.
   *
   * @param next where the following page begins; empty where there is none
   * @param fields which members of each item are wanted
   */
  record Part(
      Workbin workbin, BinNames names, Bins.Page page, Optional<Position> next, Selection fields)
      implements View {}

  /** The whole of one of its bins, read while it is written. */
  record Whole(Workbin workbin, BinNames names, BinId bin, ContentRequest request, Look look)
      implements View {}

  /**
   * Shows a bin as it is when somebody looks, which may be long after he asked; refuses it where it
   * is not for him any more.
   */
  @FunctionalInterface
  interface Look {
    void at(Consumer<BinView> work);
  }
}
