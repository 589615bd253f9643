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
 * Tells those who watch a bin what came into it and what left it. A move between two bins is an
 * event in each, and neither audience learns of the other bin.
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
      return Optional.of(notice(entry, change(left.get(), namesAgent), false));
    }
    return entry
        .entered()
        .filter(state -> state.bin().equals(bin))
        .map(state -> notice(entry, change(state, namesAgent), true));
  }

  private Notice notice(Entry entry, BinChange change, boolean added) {
    return new Notice(
        Topic.WORKBINS,
        added
            ? WorkbinMessageJson.added(entry.interaction(), change, directories.now())
            : WorkbinMessageJson.removed(entry.interaction(), change, directories.now()));
  }

  private static BinChange change(BinState state, boolean namesAgent) {
    return new BinChange(state.bin(), state.revision(), namesAgent);
  }
}
