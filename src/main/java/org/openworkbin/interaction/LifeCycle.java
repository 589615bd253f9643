package org.openworkbin.interaction;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Medium;

/**
 * What each operation does to an interaction in each state: a table for each medium and direction
 * ({@code spec/interactions.md} 4), and what is read off it. A further medium is a further table.
 *
 * <p>A column is a state, {@code over} stands for all in which nothing is left to do. A cell is the
 * next state of the interaction for the one who asks, {@code edit}, {@code same}, {@code own} for
 * what the medium does in its own way, or {@code -} where it is refused. What is in parentheses
 * works and is not listed among the {@code capabilities}; the others are, in the order of the rows.
 */
final class LifeCycle {
  private static final String OVER = "over";

  private final Map<State, Map<MediaOperation, Step>> steps = new EnumMap<>(State.class);
  private final Map<State, List<String>> capabilities = new EnumMap<>(State.class);

  private LifeCycle(List<List<String>> rows) {
    List<String> columns = rows.getFirst();
    for (List<String> row : rows.subList(1, rows.size())) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException("not a cell for each column: " + row);
      }
      for (int column = 1; column < row.size(); column++) {
        for (State state : states(columns.get(column))) {
          put(state, operation(row.getFirst()), row.get(column));
        }
      }
    }
  }

  /** The life cycle of that medium and direction. */
  static LifeCycle of(Medium medium, String direction) {
    return LifeCycles.of(medium, direction.equals("Outbound"));
  }

  /** The life cycle that an interaction is in. */
  static LifeCycle of(Interaction item) {
    return of(item.medium(), item.content().direction());
  }

  /** Reads a table, its columns parted by {@code |} and its first row naming the states. */
  static LifeCycle parse(String table) {
    return new LifeCycle(table.lines().map(LifeCycle::cells).toList());
  }

  /** What that operation does in that state. */
  Step step(State state, MediaOperation operation) {
    return steps.getOrDefault(state, Map.of()).getOrDefault(operation, new Step.Unknown());
  }

  /** Whether the table has a cell for that. */
  boolean says(State state, MediaOperation operation) {
    return steps.getOrDefault(state, Map.of()).containsKey(operation);
  }

  /** The operations that a client is told of in that state. */
  List<String> capabilities(State state) {
    return capabilities.getOrDefault(state, List.of());
  }

  /** The state in which somebody has it in hand: the one that accepting leads to. */
  State working() {
    return step(State.INVITED, MediaOperation.ACCEPT) instanceof Step.Becomes(State next)
        ? next
        : State.PROCESSING;
  }

  private void put(State state, MediaOperation operation, String cell) {
    boolean listed = !cell.startsWith("(") && !cell.equals("-");
    Step step = step(cell.startsWith("(") ? cell.substring(1, cell.length() - 1) : cell);
    if (steps
            .computeIfAbsent(state, _ -> new EnumMap<>(MediaOperation.class))
            .putIfAbsent(operation, step)
        != null) {
      throw new IllegalArgumentException(operation + " twice in " + state);
    }
    if (listed) {
      capabilities.computeIfAbsent(state, _ -> new ArrayList<>()).add(operation.wireName());
    }
  }

  private static Step step(String text) {
    return switch (text) {
      case "edit" -> new Step.Edits();
      case "same" -> new Step.Stays();
      case "own" -> new Step.Own();
      case "-" -> new Step.Refused();
      default -> new Step.Becomes(state(text));
    };
  }

  private static List<State> states(String column) {
    return column.equals(OVER)
        ? List.of(State.values()).stream().filter(State::isOver).toList()
        : List.of(state(column));
  }

  private static State state(String name) {
    return State.named(name)
        .orElseThrow(() -> new IllegalArgumentException("no state is called " + name));
  }

  private static MediaOperation operation(String name) {
    return MediaOperation.named(name)
        .orElseThrow(() -> new IllegalArgumentException("no operation is called " + name));
  }

  private static List<String> cells(String line) {
    return List.of(line.split("\\|", -1)).stream().map(String::strip).toList();
  }
}
