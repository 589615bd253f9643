package org.openworkbin.push;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.openworkbin.id.BinId;
import org.openworkbin.id.InteractionId;
import org.openworkbin.ledger.BinState;
import org.openworkbin.ledger.BinView;
import org.openworkbin.ledger.Bins;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Medium;
import org.openworkbin.ledger.Position;

/** The same bins, with something that happens on the way. */
public class OtherBins implements Bins {
  private final Bins bins;

  public OtherBins(Bins bins) {
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
    beforeState();
    Map<BinId, BinState> states = bins.states(several);
    afterState();
    return states;
  }

  @Override
  public Page page(BinId bin, Set<Medium> media, int limit, long offset) {
    return bins.page(bin, media, limit, offset);
  }

  @Override
  public Page pageAfter(BinId bin, Set<Medium> media, Position after, int limit) {
    return bins.pageAfter(bin, media, after, limit);
  }

  @Override
  public void look(BinId bin, Supplier<Held> hold, Consumer<BinView> work) {
    bins.look(bin, hold, work);
  }

  @Override
  public Optional<Interaction> find(InteractionId id) {
    return bins.find(id);
  }

  @Override
  public List<BinState> occupied() {
    return bins.occupied();
  }

  @Override
  public Map<BinId, Times> times(Collection<BinId> several) {
    return bins.times(several);
  }
}
