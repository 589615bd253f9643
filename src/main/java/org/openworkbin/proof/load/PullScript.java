package org.openworkbin.proof.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.openworkbin.proof.client.Agent;
import org.openworkbin.proof.client.Bin;
import org.openworkbin.proof.client.Crew;
import org.openworkbin.proof.client.Scene;

/**
 * Out of bins into hands, or back, each item once a round: one of the two is measured, the other
 * brings the items back between rounds.
 */
final class PullScript implements Script {
  private static final int IDS_A_CALL = 100;
  private static final int AT_ONCE = 8;

  private final LoadPlan plan;
  private final Scene scene;
  private final Calls calls;
  private final boolean pulls;
  private final Supply supply = new Supply();
  private AtomicReferenceArray<Agent> holders = new AtomicReferenceArray<>(0);

  private PullScript(LoadPlan plan, Scene scene, Calls calls, boolean pulls) {
    this.plan = plan;
    this.scene = scene;
    this.calls = calls;
    this.pulls = pulls;
  }

  /** Pulls are measured. */
  static Script pulls(LoadPlan plan, Scene scene, Calls calls) {
    return new PullScript(plan, scene, calls, true);
  }

  /** Adds are measured. */
  static Script parks(LoadPlan plan, Scene scene, Calls calls) {
    return new PullScript(plan, scene, calls, false);
  }

  @Override
  public void prepare() {
    supply.make(scene, scene.bins(), plan.items(), plan.bytes(), plan.seed());
    holders = new AtomicReferenceArray<>(supply.all().size());
    if (!pulls) {
      takeAll();
    }
  }

  @Override
  public boolean turn(Worker worker, long intended) {
    int number = supply.next();
    if (supply.isUsedUp(number)) {
      return false;
    }
    Supply.Item item = supply.get(number);
    Agent member = member(worker, item.bin());
    if (pulls) {
      holders.set(number, member);
      calls.pull(member, item.bin(), item.id(), intended);
    } else {
      calls.park(holders.get(number), item.bin(), item.id(), intended);
    }
    return true;
  }

  /** The worker's agent, or who is in the group where he is not. */
  private static Agent member(Worker worker, Bin bin) {
    return bin.members().contains(worker.agent())
        ? worker.agent()
        : bin.members().get(worker.number() % bin.members().size());
  }

  @Override
  public void refill() {
    if (pulls) {
      inBulk("AddWorkitem", supply.used());
    } else {
      takeAll();
    }
    supply.again();
  }

  private void takeAll() {
    for (int i = 0; i < supply.all().size(); i++) {
      List<Agent> members = supply.get(i).bin().members();
      holders.set(i, members.get(i % members.size()));
    }
    inBulk("PullWorkitem", supply.all().size());
  }

  /** The first so many of the supply, by those who hold or are to hold them. */
  private void inBulk(String operation, int count) {
    Map<Errand, List<String>> errands = new LinkedHashMap<>();
    IntStream.range(0, count)
        .forEach(i ->
            errands
                .computeIfAbsent(
                    new Errand(holders.get(i), supply.get(i).bin()), _ -> new ArrayList<>())
                .add(supply.get(i).id()));
    new Crew(AT_ONCE)
        .each(
            errands.entrySet(),
            errand -> {
              List<String> ids = errand.getValue();
              for (int from = 0; from < ids.size(); from += IDS_A_CALL) {
                Calls.several(
                    errand.getKey().agent(),
                    errand.getKey().bin(),
                    operation,
                    ids.subList(from, Math.min(ids.size(), from + IDS_A_CALL)));
              }
            });
  }

  private record Errand(Agent agent, Bin bin) {}
}
