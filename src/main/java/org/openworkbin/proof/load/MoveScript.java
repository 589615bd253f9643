package org.openworkbin.proof.load;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.openworkbin.proof.client.Agent;
import org.openworkbin.proof.client.Bin;
import org.openworkbin.proof.client.Scene;
import org.openworkbin.proof.client.UnusableServerException;
import org.openworkbin.proof.load.Figures.Result;

/** A supervisor moves each item from bin to bin, round and round. */
final class MoveScript implements Script {
  private final LoadPlan plan;
  private final Scene scene;
  private final Calls calls;
  private final Agent supervisor;
  private final Supply supply = new Supply();
  private AtomicIntegerArray bins = new AtomicIntegerArray(0);

  MoveScript(LoadPlan plan, Scene scene, Calls calls) {
    this.plan = plan;
    this.scene = scene;
    this.calls = calls;
    this.supervisor =
        scene
            .supervisor()
            .orElseThrow(() ->
                new UnusableServerException(
                    "Moves are made by a supervisor, whom only an administrator can make."));
  }

  @Override
  public void prepare() {
    supply.make(scene, scene.bins(), plan.items(), plan.bytes(), plan.seed());
    bins = new AtomicIntegerArray(supply.all().size());
    for (int i = 0; i < bins.length(); i++) {
      bins.set(i, scene.bins().indexOf(supply.get(i).bin()));
    }
  }

  @Override
  public boolean turn(Worker worker, long intended) {
    int number = supply.next();
    if (supply.isUsedUp(number)) {
      return false;
    }
    int next = (bins.get(number) + 1) % scene.bins().size();
    Bin to = scene.bins().get(next);
    if (calls.move(supervisor, to, supply.get(number).id(), intended) instanceof Result.Done) {
      bins.set(number, next);
    }
    return true;
  }

  @Override
  public void refill() {
    supply.again();
  }
}
