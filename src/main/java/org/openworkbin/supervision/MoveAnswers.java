package org.openworkbin.supervision;

import java.util.Optional;
import java.util.function.Supplier;
import org.openworkbin.directory.Directories;
import org.openworkbin.http.Answer;
import org.openworkbin.http.Body;
import org.openworkbin.http.Idempotency;
import org.openworkbin.http.KeptAnswerJson;
import org.openworkbin.http.Repetition;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.Ledger;
import org.springframework.stereotype.Component;

/**
 * Answers what moves several items and what undoes it: always in whole, with what became of each
 * item. With an {@code Idempotency-Key} the answer is kept; where a crash cut the request off, its
 * repetition goes on.
 */
@Component
final class MoveAnswers {
  private static final int PARTIAL_SUCCESS = 7;

  private final MoveWishes wishes;
  private final BulkMoves moves;
  private final Idempotency idempotency;
  private final Ledger ledger;
  private final Directories directories;
  private final MoveSight sight;

  MoveAnswers(
      MoveWishes wishes,
      BulkMoves moves,
      Idempotency idempotency,
      Ledger ledger,
      Directories directories,
      MoveSight sight) {
    this.wishes = wishes;
    this.moves = moves;
    this.idempotency = idempotency;
    this.ledger = ledger;
    this.directories = directories;
    this.sight = sight;
  }

  MovesJson jsonFor(UserId reader) {
    return new MovesJson(directories.now(), sight, reader);
  }

  Answer preview(UserId caller, Body body) {
    MoveWish wish = wishes.of(caller, body);
    var items = moves.preview(caller, wish);
    boolean all = items.stream().allMatch(BulkMove.Item::isOpen);
    return Answer.of(200, all ? 0 : PARTIAL_SUCCESS, jsonFor(caller).preview(items, wish.more()));
  }

  Answer move(UserId caller, Body body, Repetition request) {
    return once(
        request,
        () -> {
          Optional<BulkMove> begun = moves.begunBy(request, MoveWishes.ids(body));
          return moved(
              caller, begun.orElseGet(() -> moves.run(caller, wishes.of(caller, body), request)));
        });
  }

  private Answer moved(UserId caller, BulkMove move) {
    boolean all = move.moved().size() == move.items().size();
    return Answer.of(200, all ? 0 : PARTIAL_SUCCESS, jsonFor(caller).done(move));
  }

  Answer undo(UserId caller, Repetition request, Supplier<BulkMove> undoing) {
    return once(
        request,
        () -> {
          BulkMove move = undoing.get();
          boolean all = move.moved().stream().allMatch(item -> item.undoHold().isPresent());
          return Answer.of(200, all ? 0 : PARTIAL_SUCCESS, jsonFor(caller).undone(move));
        });
  }

  private Answer once(Repetition request, Supplier<Answer> work) {
    return idempotency.once(
        request,
        () -> {
          Answer answer = work.get();
          request.key().ifPresent(key -> keep(request, key, answer));
          return answer;
        });
  }

  private void keep(Repetition request, String key, Answer answer) {
    ledger.keep(
        request.user(), key, new Ledger.KeptAnswer(request.digest(), KeptAnswerJson.text(answer)));
  }
}
