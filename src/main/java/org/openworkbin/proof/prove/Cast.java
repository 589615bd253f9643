package org.openworkbin.proof.prove;

import java.util.ArrayList;
import java.util.List;
import org.openworkbin.proof.client.Agent;
import org.openworkbin.proof.client.Bin;
import org.openworkbin.proof.client.Stage;

/**
 * Who plays.
 *
 * @param agents the members of groups
 * @param supervisor looks after all groups
 * @param administrator sees everything
 */
record Cast(Stage stage, List<Player> agents, Player supervisor, Player administrator) {
  Cast {
    agents = List.copyOf(agents);
  }

  static Cast of(Stage stage, Agent administrator) {
    List<Player> agents = stage.agents().stream().map(agent -> agent(stage, agent)).toList();
    return new Cast(
        stage,
        agents,
        new Player(stage.boss(), stage.bins(), stage.own(stage.boss()), List.of(), List.of(), true),
        new Player(
            administrator, stage.bins(), stage.own(administrator), List.of(), List.of(), true));
  }

  private static Player agent(Stage stage, Agent agent) {
    List<Bin> shared = stage.bins().stream().filter(bin -> bin.members().contains(agent)).toList();
    List<Bin> foreign = new ArrayList<>(stage.bins());
    foreign.removeAll(shared);
    List<Player.Colleague> colleagues =
        stage.agents().stream()
            .filter(other -> !other.equals(agent))
            .map(other -> new Player.Colleague(other.userName(), stage.userId(other)))
            .toList();
    return new Player(agent, shared, stage.own(agent), foreign, colleagues, false);
  }

  /** All who work. */
  List<Player> players() {
    List<Player> all = new ArrayList<>(agents);
    all.add(supervisor);
    return all;
  }
}
