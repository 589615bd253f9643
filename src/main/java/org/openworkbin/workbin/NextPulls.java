package org.openworkbin.workbin;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.openworkbin.directory.Access;
import org.openworkbin.directory.Right;
import org.openworkbin.id.BinId;
import org.openworkbin.id.InteractionId;
import org.openworkbin.id.UserId;
import org.openworkbin.interaction.Keep;
import org.openworkbin.interaction.Result;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Ledger;
import org.openworkbin.ledger.Ledger.Receipt;
import org.openworkbin.ledger.Medium;
import org.openworkbin.ledger.NextPull;
import org.openworkbin.ledger.Outcome;
import org.openworkbin.refusal.Refusal;
import org.springframework.stereotype.Service;

/**
 * Takes what comes first in a bin into a hand. The ledger decides which it is, so two who ask at
 * once never get the same.
 */
@Service
final class NextPulls {
  /** As many of those wanted as may be taken by others between the look and the decision. */
  private static final int CANDIDATES = 64;

  private final Access access;
  private final FirstItems firstItems;
  private final Ledger ledger;
  private final Verdicts verdicts;

  NextPulls(Access access, FirstItems firstItems, Ledger ledger, Verdicts verdicts) {
    this.access = access;
    this.firstItems = firstItems;
    this.ledger = ledger;
    this.verdicts = verdicts;
  }

  /** Takes the first interaction that is asked for; nothing there is an unknown interaction. */
  Result pull(
      UserId caller, BinId bin, Operation.PullNext wish, long referenceId, Optional<Keep> keep) {
    if (!access.may(caller, Right.PULL, bin)) {
      throw new Refusal.NotPermitted("this workbin").asException();
    }
    Set<Medium> media = firstItems.media(wish.wanted());
    NextPull any = new NextPull(bin, media, Optional.empty(), caller, referenceId);
    Function<Outcome, Result> verdict = outcome -> verdicts.ofPull(caller, bin, outcome);
    if (wish.wanted().filter().isEmpty()) {
      return verdict.apply(decide(any, keep.map(kept -> kept.receipt(caller, verdict))));
    }
    while (true) {
      List<InteractionId> wanted =
          firstItems.in(bin, wish.wanted(), CANDIDATES).stream().map(Interaction::id).toList();
      Predicate<Outcome> passing =
          outcome -> outcome instanceof Outcome.NothingThere && !wanted.isEmpty();
      Outcome outcome =
          decide(
              new NextPull(bin, media, Optional.of(wanted), caller, referenceId),
              keep.map(kept -> kept.receiptUnless(passing, caller, verdict)));
      if (!passing.test(outcome)) {
        return verdict.apply(outcome);
      }
      // Others took them all meanwhile: what comes behind them is next.
    }
  }

  private Outcome decide(NextPull next, Optional<Receipt> receipt) {
    return receipt.map(kept -> ledger.pull(next, kept)).orElseGet(() -> ledger.pull(next));
  }
}
