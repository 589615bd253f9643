package org.openworkbin.proof.load;

import org.openworkbin.proof.load.Figures.Result;

/** New work items, each put into a bin at once. */
final class CreateScript implements Script {
  private final Calls calls;

  CreateScript(Calls calls) {
    this.calls = calls;
  }

  @Override
  public void prepare() {}

  @Override
  public boolean turn(Worker worker, long intended) {
    if (calls.create(worker.agent(), intended) instanceof Result.Done created) {
      calls.park(
          worker.agent(),
          worker.anyBin(),
          created.reply().header("Workbin-Item"),
          System.nanoTime());
    }
    return true;
  }
}
