package org.openworkbin.proof.history;

import java.util.List;

/**
 * What a request wants. Bins have names that the recorder gives: one for each workbin <em>and</em>
 * owner. Items are the ids of interactions, agents user names.
 */
public sealed interface Wish {

  /** A new interaction in the asker's hand; the answer tells which. */
  record Create() implements Wish {}

  /** An interaction of that id into a bin, where there is none of that id yet. */
  record Bring(String item, String bin) implements Wish {}

  /** Out of the bin into the asker's hand. */
  record Pull(String item, String bin) implements Wish {}

  /** Whatever comes first in the bin into the asker's hand; the answer tells which. */
  record PullNext(String bin) implements Wish {}

  /** Out of the asker's hand into the bin: {@code Add}, or {@code Transfer} into a workbin. */
  record Add(String item, String bin) implements Wish {}

  /** Out of the asker's hand to where he took it from. */
  record Release(String item) implements Wish {}

  /** A change of what he has in hand. */
  record Save(String item) implements Wish {}

  /** The end of what he has in hand: {@code Complete}, {@code Cancel} or {@code Send}. */
  record Finish(String item) implements Wish {}

  /**
   * Out of the asker's hand, as an offer to that agent: {@code Transfer}. What is not accepted goes
   * back into the hand it came from, by itself too.
   */
  record Offer(String item, String agent) implements Wish {}

  /** What the asker is offered into his hand. */
  record Accept(String item) implements Wish {}

  /** What the asker is offered back to the one who offers it. */
  record Reject(String item) implements Wish {}

  /** A change of it where it is: in the asker's hand, or in a bin that he supervises. */
  record Edit(String item) implements Wish {}

  /** From a bin or a hand into the bin, with a supervisor's rights on both. */
  record Move(String item, String bin) implements Wish {}

  /** The right to see those bins, for that agent. */
  record Grant(String agent, List<String> bins) implements Wish {
    public Grant {
      bins = List.copyOf(bins);
    }
  }

  /** The end of that agent's right to see those bins. */
  record Withdraw(String agent, List<String> bins) implements Wish {
    public Withdraw {
      bins = List.copyOf(bins);
    }
  }

  /** That the agent may work no more; what he has in hand goes back. */
  record Disable(String agent) implements Wish {}

  /** Anything that moves no interaction and changes no right. */
  record Other(String what) implements Wish {}
}
