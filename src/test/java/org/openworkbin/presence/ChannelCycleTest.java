package org.openworkbin.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChannelCycleTest {
  private static final AgentState LUNCH =
      new AgentState("OutToLunch", "id-of-lunch", "NotReady", "Out to lunch", Optional.empty());
  private static final AgentState MEETING =
      new AgentState("Meeting", "id-of-meeting", "NotReady", "In a meeting", Optional.empty());

  /** Operation, state and "do not disturb" before, and after; a dash where it is refused. */
  private static final String OUTCOMES =
      """
      LOG_IN             Offline       off  NotReady      off
      LOG_IN             Ready         off  Ready         off
      LOG_IN             NotReady      on   NotReady      on
      LOG_IN             AfterCallWork off  AfterCallWork off
      LOG_IN             OutToLunch    on   OutToLunch    on
      READY              Offline       off  -             -
      READY              Ready         on   Ready         on
      READY              NotReady      off  Ready         off
      READY              AfterCallWork off  Ready         off
      READY              OutToLunch    on   Ready         on
      NOT_READY          Offline       off  -             -
      NOT_READY          Ready         on   NotReady      on
      NOT_READY          NotReady      off  NotReady      off
      NOT_READY          AfterCallWork off  NotReady      off
      NOT_READY          OutToLunch    off  NotReady      off
      AFTER_CALL_WORK    Offline       off  -             -
      AFTER_CALL_WORK    Ready         off  AfterCallWork off
      AFTER_CALL_WORK    NotReady      on   AfterCallWork on
      AFTER_CALL_WORK    AfterCallWork off  AfterCallWork off
      AFTER_CALL_WORK    OutToLunch    off  AfterCallWork off
      OWN                Offline       off  -             -
      OWN                Ready         off  Meeting       off
      OWN                NotReady      on   Meeting       on
      OWN                AfterCallWork off  Meeting       off
      OWN                OutToLunch    off  Meeting       off
      OFFLINE            Offline       off  Offline       off
      OFFLINE            Ready         on   Offline       off
      OFFLINE            NotReady      off  Offline       off
      OFFLINE            AfterCallWork on   Offline       off
      OFFLINE            OutToLunch    off  Offline       off
      DO_NOT_DISTURB_ON  Offline       off  -             -
      DO_NOT_DISTURB_ON  Ready         off  Ready         on
      DO_NOT_DISTURB_ON  NotReady      on   NotReady      on
      DO_NOT_DISTURB_ON  AfterCallWork off  AfterCallWork on
      DO_NOT_DISTURB_ON  OutToLunch    off  OutToLunch    on
      DO_NOT_DISTURB_OFF Offline       off  -             -
      DO_NOT_DISTURB_OFF Ready         on   Ready         off
      DO_NOT_DISTURB_OFF NotReady      off  NotReady      off
      DO_NOT_DISTURB_OFF AfterCallWork on   AfterCallWork off
      DO_NOT_DISTURB_OFF OutToLunch    on   OutToLunch    off
      """;

  @Test
  void everyOperationInEveryStateDoesWhatIsStated() {
    List<String> walked = new ArrayList<>();
    for (String line : OUTCOMES.lines().toList()) {
      String[] words = line.split(" +", -1);
      Operation operation = Operation.valueOf(words[0]);
      ChannelState before = new ChannelState(Channel.CHAT, state(words[1]), words[2].equals("on"));

      Optional<ChannelState> after = ChannelCycle.after(before, wish(operation));

      assertThat(after.map(state -> state.state().operationName()).orElse("-"))
          .as(line)
          .isEqualTo(words[3]);
      assertThat(after.map(state -> state.doNotDisturb() ? "on" : "off").orElse("-"))
          .as(line)
          .isEqualTo(words[4]);
      walked.add(operation + " " + Phase.of(before.state()));
    }

    List<String> all = new ArrayList<>();
    for (Operation operation : Operation.values()) {
      for (Phase phase : Phase.values()) {
        all.add(operation + " " + phase);
      }
    }
    assertThat(walked).containsExactlyInAnyOrderElementsOf(all);
  }

  private static Wish wish(Operation operation) {
    return new Wish(
        operation, operation == Operation.OWN ? Optional.of(MEETING) : Optional.empty());
  }

  private static AgentState state(String name) {
    return switch (name) {
      case "Offline" -> AgentState.LOGGED_OUT;
      case "Ready" -> AgentState.READY;
      case "NotReady" -> AgentState.NOT_READY;
      case "AfterCallWork" -> AgentState.AFTER_CALL_WORK;
      default -> LUNCH;
    };
  }
}
