package org.openworkbin.proof.load;

import java.util.List;
import org.openworkbin.proof.client.Scene;

/** First pages of one deep bin. */
final class PageScript implements Script {
  private final LoadPlan plan;
  private final Scene scene;
  private final Calls calls;

  PageScript(LoadPlan plan, Scene scene, Calls calls) {
    this.plan = plan;
    this.scene = scene;
    this.calls = calls;
  }

  @Override
  public void prepare() {
    new Supply().make(scene, List.of(scene.bins().getFirst()), plan.items(), plan.bytes(), 0);
  }

  @Override
  public boolean turn(Worker worker, long intended) {
    var bin = scene.bins().getFirst();
    calls.page(bin.members().get(worker.number() % bin.members().size()), bin, intended);
    return true;
  }
}
