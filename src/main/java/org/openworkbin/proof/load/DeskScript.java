package org.openworkbin.proof.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.openworkbin.proof.client.Agent;
import org.openworkbin.proof.client.Bin;
import org.openworkbin.proof.client.Scene;
import org.openworkbin.proof.load.Figures.Result;

/**
 * A contact centre: an agent takes an item, thinks, changes it, and parks it, moves it, gives it
 * back or completes it, and then another comes in its place. Greedy agents all want one item of
 * their bin, which whoever gets it puts back.
 */
final class DeskScript implements Script {
  private final LoadPlan plan;
  private final Scene scene;
  private final Calls calls;
  private final Pace pace;
  private final Stock stock = new Stock();
  private final Map<String, String> wanted = new ConcurrentHashMap<>();

  DeskScript(LoadPlan plan, Scene scene, Calls calls, Pace pace) {
    this.plan = plan;
    this.scene = scene;
    this.calls = calls;
    this.pace = pace;
  }

  @Override
  public void prepare() {
    List<Bin> bins = scene.bins();
    for (int i = 0; i < bins.size(); i++) {
      int share = plan.items() / bins.size() + (i < plan.items() % bins.size() ? 1 : 0);
      List<String> items = new ArrayList<>(scene.fill(bins.get(i), share, plan.bytes()));
      if (plan.greedy() > 0 && !items.isEmpty()) {
        wanted.put(bins.get(i).path(), items.removeLast());
      }
      stock.add(bins.get(i), items);
    }
  }

  @Override
  public boolean turn(Worker worker, long intended) {
    Bin bin = worker.anyBin();
    String hot = wanted.get(bin.path());
    if (hot != null && worker.random().nextDouble() < plan.greedy()) {
      goForIt(worker, bin, hot, intended);
    } else {
      workOnNext(worker, bin, intended);
    }
    return true;
  }

  private void goForIt(Worker worker, Bin bin, String item, long intended) {
    if (calls.pull(worker.agent(), bin, item, intended) instanceof Result.Done) {
      think(worker, plan.think());
      calls.park(worker.agent(), bin, item, System.nanoTime());
    }
  }

  private void workOnNext(Worker worker, Bin bin, long intended) {
    String item = stock.take(bin);
    if (item.isEmpty()) {
      bringIn(worker, bin, intended);
    } else if (calls.pull(worker.agent(), bin, item, intended) instanceof Result.Done) {
      think(worker, plan.think().dividedBy(2));
      calls.update(worker.agent(), item, System.nanoTime());
      think(worker, plan.think().dividedBy(2));
      end(worker, bin, item);
    }
  }

  private void end(Worker worker, Bin bin, String item) {
    Agent agent = worker.agent();
    switch (plan.mix().next(worker.random())) {
      case PARK -> park(worker, bin, item);
      case MOVE -> {
        Bin other = worker.anyBin();
        if (calls.park(agent, other, item, System.nanoTime()) instanceof Result.Done) {
          stock.add(other, List.of(item));
        }
      }
      case RELEASE -> {
        if (calls.release(agent, item, System.nanoTime()) instanceof Result.Done) {
          stock.add(bin, List.of(item));
        }
      }
      case COMPLETE -> {
        calls.complete(agent, item, System.nanoTime());
        bringIn(worker, bin, System.nanoTime());
      }
    }
  }

  /** Into his own bin, and after a while out of it and back to the others. */
  private void park(Worker worker, Bin bin, String item) {
    Agent agent = worker.agent();
    Bin own = scene.ownBin(agent).orElse(bin);
    if (calls.park(agent, own, item, System.nanoTime()) instanceof Result.Done) {
      think(worker, plan.think());
      if (calls.pull(agent, own, item, System.nanoTime()) instanceof Result.Done
          && calls.park(agent, bin, item, System.nanoTime()) instanceof Result.Done) {
        stock.add(bin, List.of(item));
      }
    }
  }

  private void bringIn(Worker worker, Bin bin, long intended) {
    if (calls.create(worker.agent(), intended) instanceof Result.Done created) {
      String item = created.reply().header("Workbin-Item");
      if (calls.park(worker.agent(), bin, item, System.nanoTime()) instanceof Result.Done) {
        stock.add(bin, List.of(item));
      }
    }
  }

  private void think(Worker worker, Duration mean) {
    pace.think(mean, worker.random());
  }
}
