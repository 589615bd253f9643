package org.openworkbin.push;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.openworkbin.id.BinId;
import org.openworkbin.id.InteractionId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.BinState;
import org.openworkbin.ledger.BinView;
import org.openworkbin.ledger.Bins;
import org.openworkbin.ledger.Content;
import org.openworkbin.ledger.Entry;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Journal;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Medium;
import org.openworkbin.ledger.Position;
import org.openworkbin.ledger.Reason;

/** A journal and the counters of its bins in memory: whatever is written down has happened. */
public final class MemoryLedger implements Journal, Bins {
  private final List<Entry> entries = new ArrayList<>();
  private final Map<BinId, BinState> states = new ConcurrentHashMap<>();
  private final List<Runnable> nudges = new CopyOnWriteArrayList<>();

  /** Writes down that somebody moved something. */
  public synchronized Entry move(String id, Location from, Location to, UserId actor) {
    Optional<BinState> left = touch(from, -1);
    Optional<BinState> entered = touch(to, 1);
    long number = entries.size() + 1L;
    Interaction interaction =
        new Interaction(
            new InteractionId(id),
            Medium.CHAT,
            new Content("Inbound", "2026-01-01 00:00:00.000+0000", 0, "{}", "{}"),
            Instant.EPOCH,
            "test",
            to,
            Instant.EPOCH,
            Optional.empty(),
            Optional.empty(),
            number,
            number,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Entry entry =
        new Entry(
            number,
            Instant.EPOCH,
            interaction,
            from,
            to,
            left,
            entered,
            actor,
            Reason.MOVE,
            number);
    entries.add(entry);
    nudges.forEach(Runnable::run);
    return entry;
  }

  private Optional<BinState> touch(Location location, long change) {
    if (location instanceof Location.Bin(BinId bin)) {
      BinState old = state(bin);
      BinState now = new BinState(bin, old.revision() + 1, old.itemCount() + change);
      states.put(bin, now);
      return Optional.of(now);
    }
    return Optional.empty();
  }

  @Override
  public synchronized long last() {
    return entries.size();
  }

  @Override
  public synchronized List<Entry> after(long number, int limit) {
    int from = Math.toIntExact(number);
    return List.copyOf(entries.subList(from, Math.min(entries.size(), from + limit)));
  }

  @Override
  public Changes ofBin(BinId bin, long sinceRevision, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Entry> ofInteraction(InteractionId interaction, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void onCommit(Runnable nudge) {
    nudges.add(nudge);
  }

  @Override
  public BinState state(BinId bin) {
    return states.getOrDefault(bin, new BinState(bin, 0, 0));
  }

  @Override
  public Map<BinId, BinState> states(Collection<BinId> bins) {
    Map<BinId, BinState> found = new HashMap<>();
    bins.forEach(bin -> found.put(bin, state(bin)));
    return found;
  }

  @Override
  public Page page(BinId bin, Set<Medium> media, int limit, long offset) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Page pageAfter(BinId bin, Set<Medium> media, Position after, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void look(BinId bin, Supplier<Held> hold, Consumer<BinView> work) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Interaction> find(InteractionId id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<BinState> occupied() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Map<BinId, Times> times(Collection<BinId> several) {
    throw new UnsupportedOperationException();
  }
}
