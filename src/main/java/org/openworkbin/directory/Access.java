package org.openworkbin.directory;

import java.util.List;
import org.openworkbin.id.BinId;
import org.openworkbin.id.UserId;

/**
 * Who may do what to which bin, decided in memory on the current directory and seating: no query.
 * Thread-safe.
 *
 * <ul>
 *   <li>An agent's bin: the agent himself; {@link Right#SUPERVISE} and the rest for the managers of
 *       a group he is in.
 *   <li>A group's bin: its members, and its managers with {@link Right#SUPERVISE}.
 *   <li>A place's bin: who sits there, and with {@link Right#SUPERVISE} who looks after him. A
 *       place group's bin: who sits at one of its places, and nobody else: it is also that of
 *       others' agents.
 *   <li>An administrator has every right on every bin. Where the workbin or the owner is gone he
 *       alone has any, and may not add.
 * </ul>
 */
public interface Access {

  /** Whether he has that right on that bin; false for a user that does not exist. */
  boolean may(UserId user, Right right, BinId bin);

  /**
   * Whether he may look after the agent, and so reach bins through him: he is the agent, manages a
   * group that the agent is in, or is an administrator. False where either does not exist.
   */
  boolean looksAfter(UserId user, UserId agent);

  /**
   * Every bin that he may see as a member: his own, his place's, his groups', his place groups'.
   * Not those that he only supervises.
   */
  List<BinId> binsOf(UserId user);
}
