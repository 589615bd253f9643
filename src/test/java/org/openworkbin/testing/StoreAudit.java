package org.openworkbin.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.openworkbin.id.BinId;
import org.openworkbin.id.InteractionId;
import org.openworkbin.id.RandomIds;
import org.openworkbin.ledger.BinState;
import org.openworkbin.ledger.Bins;
import org.openworkbin.ledger.Entry;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Interaction.Placement;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Medium;
import org.openworkbin.ledger.Reason;
import org.openworkbin.ledger.jdbc.JdbcLedgerParts;
import org.openworkbin.ledger.jdbc.LedgerSettings;

/** Plays the journal of a store from its first entry and compares the end with the content. */
public final class StoreAudit {
  private final Map<InteractionId, Location> locations = new HashMap<>();
  private final Map<InteractionId, Placement> placements = new HashMap<>();
  private final Map<InteractionId, Placement> earlier = new HashMap<>();
  private final Map<InteractionId, BinId> lastBins = new HashMap<>();
  private final Map<BinId, BinState> states = new HashMap<>();

  /**
   * Looks into a store that no server uses, and closes it again.
   *
   * @return its journal
   */
  public static List<Entry> of(Stores store) {
    try {
      JdbcLedgerParts parts =
          JdbcLedgerParts.on(
              store.database(),
              new RandomIds(InstantSource.system(), RandomGenerator.getDefault()),
              InstantSource.system(),
              LedgerSettings.defaults());
      List<Entry> journal = parts.journal().after(0, Integer.MAX_VALUE);
      StoreAudit whole = new StoreAudit();
      whole.play(journal);
      whole.compare(parts.bins());
      return journal;
    } finally {
      store.closeDatabase();
    }
  }

  /** Plays all entries; each has to begin where the one before it ended. */
  public void play(List<Entry> journal) {
    long number = 0;
    for (Entry entry : journal) {
      number++;
      assertThat(entry.number()).as("%s", entry).isEqualTo(number);
      InteractionId id = entry.interaction().id();
      Location before = locations.getOrDefault(id, new Location.Nowhere());
      assertThat(entry.from()).as("%s", entry).isEqualTo(before);
      locations.put(id, entry.to());
      if (entry.isEdit()) {
        touch(entry, entry.entered(), entry.to(), 0);
      } else {
        touch(entry, entry.left(), entry.from(), -1);
        touch(entry, entry.entered(), entry.to(), 1);
        place(entry);
      }
    }
  }

  private void touch(Entry entry, Optional<BinState> told, Location place, int step) {
    if (place instanceof Location.Bin(BinId bin)) {
      BinState before = states.getOrDefault(bin, new BinState(bin, 0, 0));
      BinState after = new BinState(bin, before.revision() + 1, before.itemCount() + step);
      assertThat(told).as("%s", entry).contains(after);
      states.put(bin, after);
    }
  }

  /** What goes back lies where it lay; what is put into a bin lies behind all that is there. */
  private void place(Entry entry) {
    InteractionId id = entry.interaction().id();
    if (entry.to() instanceof Location.Bin(BinId bin)) {
      Placement now = entry.interaction().placement().orElseThrow();
      if (goesBack(entry.reason()) && bin.equals(lastBins.get(id))) {
        assertThat(now).as("%s", entry).isEqualTo(placements.get(id));
      } else if (entry.reason() == Reason.UNDO) {
        assertThat(now).as("%s", entry).isEqualTo(earlier.get(id));
      } else {
        assertThat(now.seq()).as("%s", entry).isEqualTo(entry.number());
      }
      Optional.ofNullable(placements.put(id, now)).ifPresent(old -> earlier.put(id, old));
    }
    if (entry.from() instanceof Location.Bin(BinId bin)) {
      lastBins.put(id, bin);
    }
  }

  private static boolean goesBack(Reason reason) {
    return switch (reason) {
      case RELEASE, LEASE_ENDED, HOLDER_GONE, SESSION_ENDED, OFFER_ENDED -> true;
      case CREATE,
          ADD,
          PULL,
          MOVE,
          COMPLETE,
          IMPORT,
          TRANSFER,
          ACCEPT,
          REJECT,
          EDIT,
          CANCEL,
          SEND,
          TAKE_BACK,
          UNDO ->
          false;
    };
  }

  /** The store has what the journal says: every item in one place, every count right. */
  public void compare(Bins bins) {
    Set<InteractionId> parked = new HashSet<>();
    states.forEach((bin, state) -> {
      Bins.Page page = bins.page(bin, EnumSet.allOf(Medium.class), Integer.MAX_VALUE, 0);
      List<Interaction> content = page.items();
      assertThat(page.state()).isEqualTo(state);
      assertThat(content).hasSize((int) state.itemCount());
      content.forEach(item -> {
        assertThat(parked.add(item.id())).as("%s is in one bin", item.id()).isTrue();
        assertThat(locations.get(item.id())).isEqualTo(new Location.Bin(bin));
        assertThat(item.placement()).contains(placements.get(item.id()));
      });
      assertThat(content).containsExactlyElementsOf(inBinOrder(content));
    });
    locations.forEach((id, location) ->
        assertThat(bins.find(id)).get().extracting(Interaction::location).isEqualTo(location));
  }

  private List<Interaction> inBinOrder(List<Interaction> content) {
    return content.stream()
        .sorted(
            Comparator.comparingInt((Interaction item) -> -item.content().priority())
                .thenComparingLong(item -> placements.get(item.id()).seq())
                .thenComparing(item -> item.id().value()))
        .toList();
  }
}
