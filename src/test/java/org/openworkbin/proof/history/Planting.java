package org.openworkbin.proof.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** A history with one planted violation, which is sound without it. */
abstract class Planting {
  static final Wish PULL = new Wish.Pull("i", "team");
  static final Wish ADD = new Wish.Add("i", "team");

  final Script script = Script.began();

  Violation onlyViolation() {
    List<Violation> all = script.check();
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  /** That and nothing else, in so many happenings, which show it by themselves too. */
  void finds(Promise promise, String sentence, int length) {
    Violation violation = onlyViolation();
    assertThat(violation.promise()).as("%s", violation).isEqualTo(promise);
    findsFirst(promise, sentence, length);
  }

  private void showsItByItself(Violation violation) {
    List<Happening> rights =
        script.history().happenings().stream()
            .filter(Happening.Entitled.class::isInstance)
            .toList();
    List<Happening> piece = new ArrayList<>(rights);
    piece.addAll(violation.piece());
    assertThat(Checker.check(script.history().with(piece)))
        .extracting(Violation::promise)
        .contains(violation.promise());
  }

  void findsFirst(Promise promise, String sentence, int length) {
    Violation violation = script.check().getFirst();
    assertThat(violation.promise()).as("%s", violation).isEqualTo(promise);
    assertThat(violation.sentence()).isEqualTo(sentence);
    assertThat(violation.piece()).hasSize(length);
    if (promise != Promise.P4 && promise != Promise.P7) {
      showsItByItself(violation);
    }
  }
}
