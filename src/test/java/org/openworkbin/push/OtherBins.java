package org.openworkbin.push;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openworkbin.id.BinId;
import org.openworkbin.id.InteractionId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.BinState;
import org.openworkbin.ledger.Bins;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Medium;

/** The same bins, with something that happens on the way. */
class OtherBins implements Bins {
  private final Bins bins;

  OtherBins(Bins bins) {
    this.bins = bins;
  }

  void beforeState() {}

  void afterState() {}

  @Override
  public BinState state(BinId bin) {
    beforeState();
    BinState state = bins.state(bin);
    afterState();
    return state;
  }

  @Override
  public Map<BinId, BinState> states(Collection<BinId> several) {
    return bins.states(several);
  }

  @Override
  public Page page(BinId bin, Set<Medium> media, int limit, long offset) {
    return bins.page(bin, media, limit, offset);
  }

  @Override
  public void read(BinId bin, Set<Medium> media, ContentReader reader) {
    bins.read(bin, media, reader);
  }

  @Override
  public Optional<Interaction> find(InteractionId id) {
    return bins.find(id);
  }

  @Override
  public List<Interaction> inHand(UserId agent) {
    return bins.inHand(agent);
  }
}
