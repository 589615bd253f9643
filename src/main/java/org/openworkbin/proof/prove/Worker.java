package org.openworkbin.proof.prove;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.openworkbin.proof.client.Bin;
import org.openworkbin.proof.prove.Belongings.Held;

/**
 * An agent at work: what he does next is decided by the seed and by what he was told. He never
 * gives up.
 */
final class Worker implements Runnable {
  private static final int MOST_IN_HAND = 4;
  private static final int FEW = 3;
  private static final int MANY = 12;
  private static final int THINKS_MS = 25;

  private final Player player;
  private final Desk desk;
  private final Belongings belongings;
  private final Random random;
  private final BooleanSupplier ends;
  private volatile boolean away;

  Worker(Player player, Desk desk, Belongings belongings, Random random, BooleanSupplier ends) {
    this.player = player;
    this.desk = desk;
    this.belongings = belongings;
    this.random = random;
    this.ends = ends;
  }

  Player player() {
    return player;
  }

  /** Does nothing from now on, whatever he has in hand, or goes on. */
  void away(boolean gone) {
    away = gone;
  }

  @Override
  public void run() {
    while (!ends.getAsBoolean()) {
      if (!away) {
        step();
      }
      Waiting.millis(random.nextInt(THINKS_MS));
    }
  }

  /** Takes whatever he is offered. */
  void takeOffers() {
    desk.takeOffers();
  }

  private void step() {
    int dice = random.nextInt(100);
    Bin bin = anyBin();
    if (dice < 14) {
      desk.look(bin);
    } else if (dice < 20) {
      desk.hands();
    } else if (dice < 23) {
      desk.probe(player.foreign(), bin);
    } else if (dice < 27) {
      desk.repeatLater();
    } else if (dice < 34 && player.supervises()) {
      supervise();
    } else if (belongings.count() > MOST_IN_HAND || (belongings.count() > 0 && dice < 62)) {
      belongings.any(random).ifPresent(held -> workOn(held, bin));
    } else {
      take(bin);
    }
  }

  private Bin anyBin() {
    List<Bin> shared = player.shared();
    return shared.isEmpty() || random.nextInt(6) == 0
        ? player.own()
        : shared.get(random.nextInt(shared.size()));
  }

  private void supervise() {
    if (random.nextInt(3) == 0) {
      desk.takeBack(player.shared().get(random.nextInt(player.shared().size())));
      return;
    }
    Bin from = anyBin();
    Bin to = anyBin();
    Optional<String> item = belongings.anySeen(from, random);
    if (item.isEmpty()) {
      desk.look(from);
    } else if (from.equals(to)) {
      desk.editParked(item.get());
    } else {
      desk.move(item.get(), from, to);
    }
  }

  private void workOn(Held held, Bin bin) {
    int dice = random.nextInt(100);
    if (dice < 20) {
      desk.save(held);
    } else if (dice < 50) {
      desk.add(held, bin);
    } else if (dice < 62) {
      desk.release(held);
    } else if (dice < 72) {
      desk.transfer(held, bin);
    } else if (dice < 82) {
      desk.comeBackLate(held, bin);
    } else if (dice < 86 || belongings.seenIn(bin) > MANY) {
      desk.finish(held);
    } else {
      belongings.anyPast(random).ifPresentOrElse(desk::writeLate, () -> desk.save(held));
    }
  }

  private void take(Bin bin) {
    if (belongings.seenIn(bin) < FEW && random.nextInt(3) == 0) {
      desk.create();
    } else if (random.nextInt(4) == 0) {
      desk.pullNext(bin);
    } else {
      belongings
          .anySeen(bin, random)
          .ifPresentOrElse(item -> desk.pull(item, bin), () -> desk.look(bin));
    }
  }
}
