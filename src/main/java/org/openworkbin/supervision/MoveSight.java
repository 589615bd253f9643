package org.openworkbin.supervision;

import java.time.Duration;
import java.util.Optional;
import org.openworkbin.directory.Access;
import org.openworkbin.directory.Right;
import org.openworkbin.http.RefusalAnswers;
import org.openworkbin.id.BinId;
import org.openworkbin.id.InteractionId;
import org.openworkbin.id.UserId;
import org.openworkbin.interaction.Whereabouts;
import org.openworkbin.ledger.Bins;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Location;
import org.openworkbin.refusal.Refusal;
import org.springframework.stereotype.Component;

/** What a reader may see, now, of moves of several items. Thread-safe. */
@Component
final class MoveSight {
  private final Access access;
  private final Bins bins;
  private final Whereabouts whereabouts;
  private final RefusalAnswers refusals;

  MoveSight(Access access, Bins bins, Whereabouts whereabouts, RefusalAnswers refusals) {
    this.access = access;
    this.bins = bins;
    this.whereabouts = whereabouts;
    this.refusals = refusals;
  }

  boolean sees(UserId reader, BinId bin) {
    return access.may(reader, Right.SEE, bin);
  }

  boolean sees(UserId reader, UserId holder) {
    return access.looksAfter(reader, holder);
  }

  /** Why an item stayed, as JSON members; with where it is now if he may know that. */
  String why(UserId reader, String id, Stay stay) {
    Refusal refusal =
        switch (stay) {
          case UNKNOWN -> new Refusal.Unknown("interaction", id);
          case NOT_PERMITTED -> new Refusal.NotPermitted("the interaction");
          case ALREADY_THERE -> new Refusal.AlreadyThere(new InteractionId(id));
          case ELSEWHERE -> elsewhere(reader, id);
          case OUT_OF_HAND ->
              new Refusal.Invalid(
                  "id", "It was taken out of a hand, and is put into nobody's hand again.");
          case CUT_OFF ->
              new Refusal.InUse("move", "The move was undone before it came to this interaction");
          case UNAVAILABLE -> new Refusal.Unavailable(Duration.ofSeconds(1));
        };
    return refusals.of(refusal).innerText();
  }

  private Refusal elsewhere(UserId reader, String id) {
    Optional<Interaction> known =
        bins.find(new InteractionId(id)).filter(item -> concerns(reader, item));
    return known.isPresent()
        ? new Refusal.Taken(known.get().id(), whereabouts.of(reader, known.get()), Optional.empty())
        : new Refusal.InUse("interaction", "The interaction is no longer here");
  }

  /** What was in no bin is for those who look after its holder, as in his hand. */
  private boolean concerns(UserId reader, Interaction item) {
    return whereabouts.concerns(reader, item)
        || (item.lastBin().isEmpty()
            && item.location() instanceof Location.Hand(UserId agent)
            && access.looksAfter(reader, agent));
  }
}
