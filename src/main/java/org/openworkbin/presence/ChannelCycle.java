package org.openworkbin.presence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What each operation does to a channel in each state, as a table, and what is read off it.
 *
 * <p>A column is a state, {@code own} any of the contact centre's own. A cell is the next state,
 * {@code same}, {@code on} or {@code off} for what becomes of "do not disturb" alone, or {@code -}
 * where it is refused: an agent logs in to a channel by naming it when he begins his session.
 */
final class ChannelCycle {
  private static final ChannelCycle CYCLE =
      new ChannelCycle(
          """
                          | LoggedOut | Ready         | NotReady      | AfterCallWork | own
          LogIn           | NotReady  | same          | same          | same          | same
          Ready           | -         | same          | Ready         | Ready         | Ready
          NotReady        | -         | NotReady      | same          | NotReady      | NotReady
          AfterCallWork   | -         | AfterCallWork | AfterCallWork | same          | AfterCallWork
          own             | -         | own           | own           | own           | own
          Offline         | same      | LoggedOut     | LoggedOut     | LoggedOut     | LoggedOut
          DoNotDisturbOn  | -         | on            | on            | on            | on
          DoNotDisturbOff | -         | off           | off           | off           | off
          """);

  private final Map<Pair, String> cells = new HashMap<>();

  private ChannelCycle(String table) {
    List<List<String>> rows = table.lines().map(ChannelCycle::cells).toList();
    List<String> columns = rows.getFirst();
    for (List<String> row : rows.subList(1, rows.size())) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException("not a cell for each column: " + row);
      }
      Operation operation = Operation.ofRow(row.getFirst());
      for (int column = 1; column < row.size(); column++) {
        cells.put(new Pair(operation, Phase.ofColumn(columns.get(column))), row.get(column));
      }
    }
  }

  /** What becomes of a channel; empty where that is refused. */
  static Optional<ChannelState> after(ChannelState now, Wish wish) {
    Pair pair = new Pair(wish.operation(), Phase.of(now.state()));
    String cell = Objects.requireNonNull(CYCLE.cells.get(pair), pair::toString);
    return switch (cell) {
      case "-" -> Optional.empty();
      case "same" -> Optional.of(now);
      case "on" -> Optional.of(new ChannelState(now.channel(), now.state(), true));
      case "off" -> Optional.of(new ChannelState(now.channel(), now.state(), false));
      default -> Optional.of(in(now, Phase.ofColumn(cell).state().or(wish::own).orElseThrow()));
    };
  }

  private static ChannelState in(ChannelState now, AgentState next) {
    return next.equals(AgentState.LOGGED_OUT)
        ? ChannelState.loggedOut(now.channel())
        : new ChannelState(now.channel(), next, now.doNotDisturb());
  }

  private static List<String> cells(String line) {
    return List.of(line.split("\\|", -1)).stream().map(String::strip).toList();
  }

  private record Pair(Operation operation, Phase phase) {}
}
