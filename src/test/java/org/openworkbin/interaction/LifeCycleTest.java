package org.openworkbin.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openworkbin.ledger.Medium;

class LifeCycleTest {
  /** Each state of a work item, and what every operation that there is does in it. */
  private static final String WORK_ITEM =
      """
      Invited:    Accept>Processing Reject>Completed
      Processing: Transfer>Completed AttachUserData=edit UpdateUserData=edit DeleteUserData=edit \
      SetInFocus=same Complete>Completed SetDisposition=edit AddComment=edit Release>InWorkbin
      InWorkbin:  AttachUserData=edit UpdateUserData=edit DeleteUserData=edit
      Completed:
      Canceled:
      Sent:
      Revoked:
      """;

  static Stream<Life> lives() {
    return Arrays.stream(Medium.values())
        .flatMap(medium ->
            Stream.of("Inbound", "Outbound").map(direction -> new Life(medium, direction)));
  }

  @ParameterizedTest
  @MethodSource("lives")
  void everyStateThatItCanBeInSaysWhatEveryOperationOfItsMediumDoes(Life life) {
    LifeCycle cycle = life.cycle();
    Set<State> reached = reached(cycle);
    Set<MediaOperation> known =
        Arrays.stream(MediaOperation.values())
            .filter(each -> !(cycle.step(State.INVITED, each) instanceof Step.Unknown))
            .collect(Collectors.toSet());

    for (State state : State.values()) {
      for (MediaOperation operation : MediaOperation.values()) {
        assertThat(cycle.says(state, operation))
            .as("%s in %s of %s", operation, state, life)
            .isEqualTo(reached.contains(state) && known.contains(operation));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("lives")
  void nothingIsLeftToDoWhereItIsOver(Life life) {
    for (State state : State.values()) {
      for (MediaOperation operation : MediaOperation.values()) {
        if (state.isOver()) {
          assertThat(life.cycle().step(state, operation))
              .isInstanceOfAny(Step.Refused.class, Step.Unknown.class);
        }
      }
      if (state.isOver() || state == State.IN_WORKBIN) {
        assertThat(life.cycle().capabilities(state)).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("lives")
  void whatIsOfferedIsAcceptedOrRejectedAndNothingElse(Life life) {
    assertThat(life.cycle().capabilities(State.INVITED)).containsExactly("Accept", "Reject");
    assertThat(life.cycle().step(State.INVITED, MediaOperation.REJECT))
        .isEqualTo(new Step.Becomes(State.COMPLETED));
  }

  @Test
  void theTableOfAWorkItemIsThis() {
    for (String line : WORK_ITEM.lines().toList()) {
      State state = State.named(line.substring(0, line.indexOf(':'))).orElseThrow();
      List<String> stated =
          Stream.of(line.substring(line.indexOf(':') + 1).strip().split(" +"))
              .filter(text -> !text.isEmpty())
              .toList();
      assertThat(done(new Life(Medium.WORKITEM, "Inbound").cycle(), state))
          .as(state.wireName())
          .containsExactlyInAnyOrderElementsOf(stated);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "CHAT,            Inbound,  Chatting",
    "EMAIL,           Inbound,  Processing",
    "EMAIL,           Outbound, Composing",
    "WORKITEM,        Inbound,  Processing",
    "WORKITEM,        Outbound, Processing",
    "TWEET,           Inbound,  Processing",
    "TWEET,           Outbound, Composing",
    "FACEBOOK,        Inbound,  Processing",
    "FACEBOOK,        Outbound, Composing",
    "FACEBOOKSESSION, Inbound,  Chatting",
    "OPENMEDIA,       Outbound, Processing",
  })
  void inHandItIs(Medium medium, String direction, String state) {
    assertThat(LifeCycle.of(medium, direction).working().wireName()).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({
    "'         | Invited\nAccept | Processing | -'",
    "'         | Invited\nAccept'",
    "'         | Invited\nAccept | Done'",
    "'         | Asleep\nAccept | -'",
    "'         | Invited\nDance  | -'",
    "'         | Invited\nAccept | -\nAccept | -'",
  })
  void aTableWithAHoleOrANameThatNobodyKnowsIsNone(String table) {
    assertThatIllegalArgumentException().isThrownBy(() -> LifeCycle.parse(table));
  }

  private static List<String> done(LifeCycle cycle, State state) {
    return Arrays.stream(MediaOperation.values())
        .map(operation -> text(operation, cycle.step(state, operation)))
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private static String text(MediaOperation operation, Step step) {
    return switch (step) {
      case Step.Becomes(State next) -> operation.wireName() + ">" + next.wireName();
      case Step.Edits _ -> operation.wireName() + "=edit";
      case Step.Stays _ -> operation.wireName() + "=same";
      case Step.Own _ -> operation.wireName() + "=own";
      case Step.Refused _, Step.Unknown _ -> "";
    };
  }

  /** Offered, in hand and parked; whatever operations lead to; and all in which it is over. */
  private static Set<State> reached(LifeCycle cycle) {
    Set<State> reached = EnumSet.of(State.INVITED, State.IN_WORKBIN, cycle.working());
    Arrays.stream(State.values()).filter(State::isOver).forEach(reached::add);
    for (State state : Set.copyOf(reached)) {
      for (MediaOperation operation : MediaOperation.values()) {
        if (cycle.step(state, operation) instanceof Step.Becomes(State next)) {
          reached.add(next);
        }
      }
    }
    return reached;
  }

  record Life(Medium medium, String direction) {
    LifeCycle cycle() {
      return LifeCycle.of(medium, direction);
    }
  }
}
