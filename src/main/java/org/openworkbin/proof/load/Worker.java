package org.openworkbin.proof.load;

import java.util.List;
import java.util.SplittableRandom;
import org.openworkbin.proof.client.Agent;
import org.openworkbin.proof.client.Bin;

/**
 * One connection's worth of work: an agent, and what he decides by chance.
 *
 * @param bins those of groups that he is in
 */
record Worker(int number, Agent agent, List<Bin> bins, SplittableRandom random) {
  Worker {
    bins = List.copyOf(bins);
  }

  Bin anyBin() {
    return bins.get(random.nextInt(bins.size()));
  }
}
