package org.openworkbin.proof.prove;

import java.util.List;
import org.openworkbin.proof.client.Agent;
import org.openworkbin.proof.client.Bin;

/**
 * One of the crowd.
 *
 * @param client asks the server for him
 * @param shared the groups' bins that he sees
 * @param own his own bin
 * @param foreign bins that he must not see
 * @param colleagues whom he offers things to
 * @param supervises whether he has a supervisor's rights on the bins that he shares
 */
record Player(
    Agent client,
    List<Bin> shared,
    Bin own,
    List<Bin> foreign,
    List<Colleague> colleagues,
    boolean supervises) {
  Player {
    shared = List.copyOf(shared);
    foreign = List.copyOf(foreign);
    colleagues = List.copyOf(colleagues);
  }

  String name() {
    return client.userName();
  }

  /**
   * Somebody he knows.
   *
   * @param id of the user
   */
  record Colleague(String name, String id) {}
}
