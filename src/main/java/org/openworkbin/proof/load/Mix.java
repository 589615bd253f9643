package org.openworkbin.proof.load;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** How often an agent ends his work on an item in which way. */
public record Mix(Map<End, Integer> weights) {

  /** What becomes of an item. */
  public enum End {
    /** Into the agent's own bin, from where he takes it again. */
    PARK,
    /** Into a group's bin. */
    MOVE,
    /** Back to where it was. */
    RELEASE,
    /** Done; another one is created for it. */
    COMPLETE
  }

  public Mix {
    weights = Map.copyOf(weights);
    if (weights.values().stream().anyMatch(weight -> weight < 0)
        || weights.values().stream().mapToInt(Integer::intValue).sum() < 1) {
      throw new IllegalArgumentException("The weights of a mix are numbers, and one is above 0.");
    }
  }

  /**
   * Reads {@code park=3,complete=1}; what is not named has the weight 0.
   *
   * @throws IllegalArgumentException with a sentence
   */
  public static Mix of(String text) {
    Map<End, Integer> weights = new EnumMap<>(End.class);
    for (String part : text.split(",", -1)) {
      int equals = part.indexOf('=');
      try {
        weights.put(
            End.valueOf(part.substring(0, Math.max(0, equals)).strip().toUpperCase(Locale.ROOT)),
            Integer.parseInt(part.substring(equals + 1).strip()));
      } catch (IllegalArgumentException _) {
        throw new IllegalArgumentException(
            "A mix is like park=3,move=2,release=1,complete=4, not '" + text + "'.");
      }
    }
    return new Mix(weights);
  }

  End next(RandomGenerator random) {
    int left = random.nextInt(weights.values().stream().mapToInt(Integer::intValue).sum());
    for (End end : End.values()) {
      left -= weights.getOrDefault(end, 0);
      if (left < 0) {
        return end;
      }
    }
    throw new IllegalStateException("the weights do not sum up");
  }

  @Override
  public String toString() {
    return new TreeMap<>(weights)
        .entrySet().stream()
            .map(each -> each.getKey().name().toLowerCase(Locale.ROOT) + "=" + each.getValue())
            .collect(Collectors.joining(","));
  }
}
