package org.openworkbin.proof.load;

import java.time.Duration;
import java.util.Optional;
import org.openworkbin.proof.client.Carrier;

/**
 * What is to be played.
 *
 * @param groups how many are made; 0 where users are given, who see what they see
 * @param connections how many requests there are at most at the same time
 * @param rate turns a second of an open loop; empty for a closed one, where whoever is answered
 *     goes on
 * @param listeners how many agents are told of every change
 * @param think how long an agent has an item in hand, on average
 * @param greedy the share of turns in which agents of a bin go for the same item, 0 to 1
 * @param items how many there are at the beginning, over all bins
 * @param bytes of user data in each
 */
public record LoadPlan(
    Play play,
    int agents,
    int groups,
    int connections,
    Optional<Double> rate,
    int listeners,
    Carrier carrier,
    Duration duration,
    Duration warmUp,
    Duration think,
    Mix mix,
    double greedy,
    int items,
    int bytes,
    long seed) {

  /**
   * @throws IllegalArgumentException with a sentence
   */
  public LoadPlan {
    require(agents >= 1, "There has to be an agent.");
    require(groups >= 0, "There is no negative number of groups.");
    require(connections >= 1, "There has to be a connection.");
    require(rate.isEmpty() || rate.get() > 0, "The rate is a number above 0.");
    require(
        listeners >= 0 && listeners <= agents, "Listeners are agents: there are as many at most.");
    require(duration.isPositive(), "The duration is longer than nothing.");
    require(!warmUp.isNegative() && !think.isNegative(), "A time is not negative.");
    require(greedy >= 0 && greedy <= 1, "The greedy share is a number from 0 to 1.");
    require(items >= 1, "There has to be an item.");
    require(bytes >= 0 && bytes <= 60_000, "An item has 0 to 60000 bytes of user data.");
    require(
        play != Play.MOVES || groups != 1,
        "Moves go from bin to bin: there have to be two groups.");
    require(play != Play.RACE || rate.isEmpty(), "A race has no rate: all go at the same moment.");
  }

  private static void require(boolean condition, String sentence) {
    if (!condition) {
      throw new IllegalArgumentException(sentence);
    }
  }
}
