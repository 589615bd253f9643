package org.openworkbin.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openworkbin.ledger.Entry;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Reason;
import org.openworkbin.testing.TestClient.Reply;

/** Compares what clients were told with the journal of the store. */
final class Audit {
  private final History history;
  private final List<Entry> journal;
  private final Map<Long, Entry> byReference;
  private final Map<Entry, Request> askers = new HashMap<>();

  Audit(History history, List<Entry> journal) {
    this.history = history;
    this.journal = journal;
    this.byReference =
        journal.stream()
            .filter(entry -> entry.referenceId() > 0)
            .collect(Collectors.toMap(Entry::referenceId, Function.identity()));
    for (Request request : history.requests()) {
      for (Reply reply : history.decisions(request)) {
        if (reply.status() == 200) {
          Optional.ofNullable(byReference.get(reference(reply)))
              .ifPresent(entry -> askers.put(entry, request));
        }
      }
    }
  }

  private static long reference(Reply reply) {
    return reply.json().required("referenceId").longValue();
  }

  /** All of it. */
  void everythingFits() {
    nothingAcknowledgedIsLost();
    nothingHappenedThatNobodyAskedFor();
    repeatedRequestsAreAnsweredAsBefore();
    losersWereToldTheTruth();
    clientsSawTheOrderOfTheJournal();
  }

  void nothingAcknowledgedIsLost() {
    Set<Long> told = new HashSet<>();
    for (Request request : history.requests()) {
      for (Reply reply : history.decisions(request)) {
        if (reply.status() == 200) {
          told.add(reference(reply));
          assertThat(byReference.get(reference(reply)))
              .as("%s was acknowledged with %s", request, reply.text())
              .isNotNull()
              .satisfies(entry -> assertThat(isEffectOf(entry, request)).as("%s", entry).isTrue());
        }
      }
    }
    assertThat(told).as("the crowd got something").isNotEmpty();
  }

  static boolean isEffectOf(Entry entry, Request request) {
    Location hand = new Location.Hand(Shift.id(request.agent()));
    boolean there =
        switch (request.kind()) {
          case PULL -> entry.to().equals(hand) && entry.reason() == Reason.PULL;
          case ADD -> entry.from().equals(hand) && entry.reason() == Reason.ADD;
        };
    return there
        && entry.interaction().id().value().equals(request.item())
        && entry.actor().equals(Shift.id(request.agent()));
  }

  /** Moves that no client was told of are those of requests that stayed open, each of one. */
  void nothingHappenedThatNobodyAskedFor() {
    List<Request> open = new ArrayList<>(history.requests());
    open.removeIf(request -> !history.isOpen(request));
    for (Entry entry : unacknowledged()) {
      Optional<Request> cause =
          open.stream().filter(request -> isEffectOf(entry, request)).findFirst();
      assertThat(cause).as("the request that led to %s", entry).isPresent();
      open.remove(cause.get());
    }
  }

  /** The crowd's moves that no client was told of. */
  List<Entry> unacknowledged() {
    return journal.stream()
        .filter(entry -> entry.referenceId() > 0 && !askers.containsKey(entry))
        .toList();
  }

  void repeatedRequestsAreAnsweredAsBefore() {
    for (Request request : history.requests()) {
      List<Reply> decisions = history.decisions(request);
      assertThat(decisions.stream().map(reply -> reply.status() + reply.text()).distinct())
          .as("the answers to %s", request)
          .hasSizeLessThan(2);
    }
  }

  /** Whom a loser was told to have the item had it at some time while he asked. */
  void losersWereToldTheTruth() {
    Map<String, List<Entry>> byItem =
        journal.stream().collect(Collectors.groupingBy(e -> e.interaction().id().value()));
    for (Request request : history.requests()) {
      for (Reply reply : history.decisions(request)) {
        String holder = reply.json().at("/conflict/heldBy/userName").asString("");
        if (!holder.isEmpty()) {
          assertThat(hadIt(byItem.get(request.item()), Shift.agent(holder), request))
              .as("%s was told: %s", request, reply.text())
              .isTrue();
        }
      }
    }
  }

  private boolean hadIt(List<Entry> moves, int agent, Request asked) {
    Location hand = new Location.Hand(Shift.id(agent));
    for (int i = 0; i < moves.size(); i++) {
      boolean inTime =
          began(moves.get(i)) <= history.decided(asked)
              && (i + 1 == moves.size() || ended(moves.get(i + 1)) >= history.sent(asked));
      if (moves.get(i).to().equals(hand) && inTime) {
        return true;
      }
    }
    return false;
  }

  /** Who was answered before another asked comes before him in the journal. */
  void clientsSawTheOrderOfTheJournal() {
    long latest = Long.MIN_VALUE;
    for (Entry entry : journal.stream().sorted(Comparator.comparingLong(Entry::number)).toList()) {
      assertThat(ended(entry)).as("%s is late", entry).isGreaterThanOrEqualTo(latest);
      latest = Math.max(latest, began(entry));
    }
  }

  private long began(Entry entry) {
    Request asker = askers.get(entry);
    return asker == null ? Long.MIN_VALUE : history.sent(asker);
  }

  private long ended(Entry entry) {
    Request asker = askers.get(entry);
    return asker == null ? Long.MAX_VALUE : history.decided(asker);
  }
}
