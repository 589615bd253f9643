package org.openworkbin.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openworkbin.id.BinId;
import org.openworkbin.id.InteractionId;
import org.openworkbin.ledger.BinState;
import org.openworkbin.ledger.Bins;
import org.openworkbin.ledger.Entry;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Medium;

/** Plays the journal of a store from its first entry and compares the end with the content. */
final class StoreAudit {
  private final Map<InteractionId, Location> locations = new HashMap<>();
  private final Map<BinId, BinState> states = new HashMap<>();

  /** Plays all entries; each has to begin where the one before it ended. */
  void play(List<Entry> journal) {
    long number = 0;
    for (Entry entry : journal) {
      number++;
      assertThat(entry.number()).as("%s", entry).isEqualTo(number);
      Location before = locations.getOrDefault(entry.interaction().id(), new Location.Nowhere());
      assertThat(entry.from()).as("%s", entry).isEqualTo(before);
      locations.put(entry.interaction().id(), entry.to());
      touch(entry, entry.from(), -1);
      touch(entry, entry.to(), 1);
    }
  }

  private void touch(Entry entry, Location place, int step) {
    if (place instanceof Location.Bin(BinId bin)) {
      BinState before = states.getOrDefault(bin, new BinState(bin, 0, 0));
      BinState after = new BinState(bin, before.revision() + 1, before.itemCount() + step);
      assertThat(step < 0 ? entry.left() : entry.entered()).as("%s", entry).contains(after);
      states.put(bin, after);
    }
  }

  /** The store has what the journal says: every item in one place, every count right. */
  void compare(Bins bins) {
    Set<InteractionId> parked = new HashSet<>();
    states.forEach((bin, state) -> {
      List<Interaction> content = new ArrayList<>();
      bins.read(bin, EnumSet.allOf(Medium.class), new Reader(state, content));
      assertThat(content).hasSize((int) state.itemCount());
      content.forEach(item -> {
        assertThat(parked.add(item.id())).as("%s is in one bin", item.id()).isTrue();
        assertThat(locations.get(item.id())).isEqualTo(new Location.Bin(bin));
      });
    });
    locations.forEach((id, location) ->
        assertThat(bins.find(id)).get().extracting(Interaction::location).isEqualTo(location));
  }

  private record Reader(BinState expected, List<Interaction> content)
      implements Bins.ContentReader {

    @Override
    public void start(BinState state) {
      assertThat(state).isEqualTo(expected);
    }

    @Override
    public void item(Interaction item) {
      content.add(item);
    }
  }
}
