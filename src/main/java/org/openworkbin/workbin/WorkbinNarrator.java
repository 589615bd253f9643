package org.openworkbin.workbin;

import java.util.Optional;
import org.openworkbin.directory.Directories;
import org.openworkbin.id.BinId;
import org.openworkbin.ledger.BinState;
import org.openworkbin.ledger.Entry;
import org.openworkbin.push.Audience;
import org.openworkbin.push.Narrator;
import org.openworkbin.push.Notice;
import org.openworkbin.push.Topic;
import org.openworkbin.workbin.WorkbinMessageJson.BinChange;
import org.springframework.stereotype.Component;

/**
 * Tells those who watch a bin what came into it, what left it, and what changed in it. A move
 * between two bins is an event in each, and neither audience learns of the other bin.
 */
@Component
final class WorkbinNarrator implements Narrator {
  private final Directories directories;

  WorkbinNarrator(Directories directories) {
    this.directories = directories;
  }

  @Override
  public Optional<Notice> tell(Entry entry, Audience audience) {
    return switch (audience) {
      case Audience.Watchers(BinId bin) -> change(entry, bin, false);
      case Audience.Supervisors(BinId bin) -> change(entry, bin, true);
      case Audience.Person _ -> Optional.empty();
    };
  }

  /** What the entry did to the bin, as the {@code data} of a message. */
  Optional<Notice> change(Entry entry, BinId bin, boolean namesAgent) {
    Optional<BinState> left = entry.left().filter(state -> state.bin().equals(bin));
    if (left.isPresent()) {
      return Optional.of(
          notice(
              WorkbinMessageJson.removed(
                  entry.interaction(), change(left.get(), namesAgent), directories.now())));
    }
    return entry
        .entered()
        .filter(state -> state.bin().equals(bin))
        .map(state -> notice(arrived(entry, change(state, namesAgent))));
  }

  private String arrived(Entry entry, BinChange change) {
    return entry.isEdit()
        ? WorkbinMessageJson.updated(entry.interaction(), change, directories.now())
        : WorkbinMessageJson.added(entry.interaction(), change, directories.now());
  }

  private static Notice notice(String data) {
    return new Notice(Topic.WORKBINS, data);
  }

  private static BinChange change(BinState state, boolean namesAgent) {
    return new BinChange(state.bin(), state.revision(), namesAgent);
  }
}
