package org.openworkbin.interaction;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.openworkbin.http.ObjectText;
import org.openworkbin.id.InteractionId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.Bins;
import org.openworkbin.ledger.Hands;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Medium;
import org.openworkbin.refusal.Refusal;
import org.springframework.stereotype.Service;

/** Finds interactions for those who work on them, or may see where they are parked. */
@Service
final class Interactions {
  private final Bins bins;
  private final Hands hands;
  private final Standings standings;

  Interactions(Bins bins, Hands hands, Standings standings) {
    this.bins = bins;
    this.hands = hands;
    this.standings = standings;
  }

  /** What somebody has in hand of a medium, longest held first, and then what he is offered. */
  List<Interaction> of(UserId agent, Medium medium) {
    return Stream.of(hands.inHand(agent), hands.offeredTo(agent))
        .flatMap(List::stream)
        .filter(item -> item.medium() == medium)
        .toList();
  }

  /** The same of open media of that type. */
  List<Interaction> ofType(UserId agent, String mediaType) {
    return of(agent, Medium.OPENMEDIA).stream().filter(isOfType(mediaType)).toList();
  }

  /** One that he has in hand or is offered; any other is unknown. */
  Interaction his(UserId agent, Medium medium, String id) {
    return find(medium, id)
        .filter(item -> !(item.location() instanceof Location.Bin))
        .filter(item -> standings.stateFor(agent, item).isPresent())
        .orElseThrow(() -> unknown(id));
  }

  /** One that he has in hand, is offered, or sees where it is parked; any other is unknown. */
  Interaction visible(UserId caller, Medium medium, String id) {
    return find(medium, id)
        .filter(item -> standings.stateFor(caller, item).isPresent())
        .orElseThrow(() -> unknown(id));
  }

  /** Whether an interaction is of that type of open media. */
  static Predicate<Interaction> isOfType(String mediaType) {
    return item ->
        ObjectText.parse(item.content().attributes())
            .text("mediaType")
            .filter(mediaType::equals)
            .isPresent();
  }

  private Optional<Interaction> find(Medium medium, String id) {
    return InteractionId.parse(id).flatMap(bins::find).filter(item -> item.medium() == medium);
  }

  private static RuntimeException unknown(String id) {
    return new Refusal.Unknown("interaction", id).asException();
  }
}
