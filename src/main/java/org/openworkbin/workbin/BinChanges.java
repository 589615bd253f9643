package org.openworkbin.workbin;

import java.util.List;
import java.util.Optional;
import org.openworkbin.id.BinId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.BinState;
import org.openworkbin.ledger.Journal;
import org.openworkbin.push.Notice;
import org.openworkbin.refusal.Refusal;
import org.springframework.stereotype.Service;

/** Replays what happened in a bin, in the words of the push messages. */
@Service
final class BinChanges {
  private final Workbins workbins;
  private final Journal journal;
  private final WorkbinNarrator narrator;

  BinChanges(Workbins workbins, Journal journal, WorkbinNarrator narrator) {
    this.workbins = workbins;
    this.journal = journal;
    this.narrator = narrator;
  }

  /**
   * What happened after a revision, oldest first.
   *
   * @param limit at most so many
   */
  Replay since(UserId caller, BinId bin, long revision, int limit) {
    workbins.requireSight(caller, bin);
    Journal.Changes changes = journal.ofBin(bin, revision, limit);
    if (revision < changes.oldest()) {
      throw new Refusal.ChangesTooOld(changes.oldest()).asException();
    }
    if (revision > changes.state().revision()) {
      throw new Refusal.OutOfRange(
              "since", "The bin is at revision " + changes.state().revision() + ".")
          .asException();
    }
    List<String> told =
        changes.entries().stream()
            .map(entry -> narrator.change(entry, bin, false))
            .flatMap(Optional::stream)
            .map(Notice::data)
            .toList();
    boolean more = revision + told.size() < changes.state().revision();
    return new Replay(changes.state(), told, more);
  }

  /**
   * A part of the history of a bin.
   *
   * @param state the bin as it is now
   * @param messages each the {@code data} of a push message
   * @param more whether the bin has changed further than the last of them
   */
  record Replay(BinState state, List<String> messages, boolean more) {}
}
