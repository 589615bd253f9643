package org.openworkbin.proof.client;

import java.util.List;
import java.util.Optional;

/** Where a play goes on: agents, and bins that they see. Thread-safe. */
public interface Scene {

  List<Agent> agents();

  /** The bins that several may share, of groups and places. */
  List<Bin> bins();

  /** The agent's own bin, where he has one. */
  Optional<Bin> ownBin(Agent agent);

  /** Who may move items between all {@link #bins}, where there is somebody. */
  Optional<Agent> supervisor();

  /**
   * Puts new work items into a bin.
   *
   * @param bytes how much user data each has
   * @return their ids
   */
  List<String> fill(Bin bin, int count, int bytes);

  /** An agent has created that interaction. */
  void made(String item);

  /**
   * Completes what was made and takes everything down.
   *
   * @return what could not be removed, by name; empty where nothing is left
   */
  List<String> remove();
}
