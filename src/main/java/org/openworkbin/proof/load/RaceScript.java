package org.openworkbin.proof.load;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.openworkbin.proof.client.Agent;
import org.openworkbin.proof.client.Bin;
import org.openworkbin.proof.client.Scene;
import org.openworkbin.proof.load.Figures.Result;

/**
 * All workers pull the same item at the same moment; exactly one may win. Between two races the
 * winner puts the item back, which is not measured.
 */
final class RaceScript implements Script {
  private final LoadPlan plan;
  private final Scene scene;
  private final Calls calls;
  private final Pace pace;
  private final Supply supply = new Supply();
  private final CyclicBarrier start;
  private final Queue<Agent> winners = new ConcurrentLinkedQueue<>();
  private final AtomicInteger failed = new AtomicInteger();
  private final Races races = new Races();
  private volatile boolean over;
  private volatile boolean begun;

  RaceScript(LoadPlan plan, Scene scene, Calls calls, Pace pace) {
    this.plan = plan;
    this.scene = scene;
    this.calls = calls;
    this.pace = pace;
    this.start = new CyclicBarrier(plan.connections(), this::betweenRaces);
  }

  @Override
  public void prepare() {
    supply.make(scene, List.of(scene.bins().getFirst()), plan.items(), plan.bytes(), plan.seed());
  }

  /** While nobody runs. */
  private void betweenRaces() {
    if (begun) {
      Supply.Item item = item();
      races.over(item.id(), winners.size(), failed.get());
      boolean back = winners.isEmpty();
      for (Agent each : winners) {
        back |= Calls.several(each, item.bin(), "AddWorkitem", List.of(item.id()));
      }
      if (!back) {
        races.gone(item.id());
      }
    }
    begun = true;
    winners.clear();
    failed.set(0);
    over = pace.isOver();
  }

  private Supply.Item item() {
    return supply.get(races.count() % supply.all().size());
  }

  @Override
  public boolean turn(Worker worker, long intended) {
    try {
      start.await();
    } catch (BrokenBarrierException broken) {
      throw new IllegalStateException("somebody did not come to the start", broken);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
    if (over) {
      return false;
    }
    Supply.Item item = item();
    Bin bin = item.bin();
    Agent agent =
        bin.members().contains(worker.agent())
            ? worker.agent()
            : bin.members().get(worker.number() % bin.members().size());
    switch (calls.pull(agent, bin, item.id(), System.nanoTime())) {
      case Result.Done _ -> winners.add(agent);
      case Result.Lost _ -> {}
      case Result.Failed _ -> failed.incrementAndGet();
    }
    return true;
  }

  @Override
  public String complaint() {
    return races.complaint();
  }
}
