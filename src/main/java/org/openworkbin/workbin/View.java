package org.openworkbin.workbin;

import java.util.Set;
import org.openworkbin.directory.Workbin;
import org.openworkbin.id.BinId;
import org.openworkbin.interaction.BinNames;
import org.openworkbin.ledger.Bins;
import org.openworkbin.ledger.Medium;

/** What a read of one workbin shows. */
sealed interface View {

  /** The workbin that is shown. */
  Workbin workbin();

  /** What it is, without any content. */
  record Definition(Workbin workbin) implements View {}

  /** A page of one of its bins. */
  record Part(Workbin workbin, BinNames names, Bins.Page page) implements View {}

  /** The whole of one of its bins, read while it is written. */
  record Whole(Workbin workbin, BinNames names, BinId bin, Set<Medium> media, Bins bins)
      implements View {}
}
