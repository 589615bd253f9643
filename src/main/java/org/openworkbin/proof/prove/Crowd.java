package org.openworkbin.proof.prove;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.openworkbin.proof.client.Agent;
import org.openworkbin.proof.client.Bin;
import org.openworkbin.proof.client.Stage;
import org.openworkbin.proof.history.Wish;

/** All who work and listen, and what can happen to them. Thread-safe. */
final class Crowd {
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final Cast cast;
  private final List<Worker> workers;
  private final List<Watcher> watchers;
  private final Caller caller;
  private final BooleanSupplier stopped;
  private final Set<String> busy = ConcurrentHashMap.newKeySet();

  /**
   * @param stopped whether nobody waits any more for what the server does not do
   */
  Crowd(
      Cast cast,
      Collection<Worker> workers,
      Collection<Watcher> watchers,
      Caller caller,
      BooleanSupplier stopped) {
    this.cast = cast;
    this.workers = List.copyOf(workers);
    this.watchers = List.copyOf(watchers);
    this.caller = caller;
    this.stopped = stopped;
  }

  List<Worker> workers() {
    return workers;
  }

  List<Watcher> watchers() {
    return watchers;
  }

  Watcher watcher(int number) {
    return watchers.get(number % watchers.size());
  }

  /** Has somebody take that long over each message, for a while. */
  void slow(int number, Duration slowness, Duration length) {
    Watcher watcher = watcher(number);
    watcher.slow(slowness);
    Waiting.millis(length.toMillis());
    watcher.slow(Duration.ZERO);
  }

  /** Has somebody be gone without a word for a while, with all that he has in hand. */
  void vanish(int number, Duration length) {
    alone(workers, number, Worker::player, worker -> vanish(worker, length));
  }

  private void vanish(Worker worker, Duration length) {
    List<Watcher> his = watchers.stream().filter(each -> each.isOf(worker.player())).toList();
    worker.away(true);
    his.forEach(Watcher::vanish);
    Waiting.millis(length.toMillis());
    his.forEach(Watcher::open);
    worker.away(false);
  }

  /** Takes somebody out of one of his groups for a while. */
  void withoutRight(int number, Duration length) {
    alone(
        cast.agents(),
        number,
        player -> player,
        player -> {
          Bin bin = player.shared().get(number % player.shared().size());
          takeOut(player.client(), bin, length);
        });
  }

  private void takeOut(Agent agent, Bin bin, Duration length) {
    Stage stage = cast.stage();
    String name = cast.administrator().name();
    List<String> bins = List.of(bin.name());
    caller.done(name, new Wish.Withdraw(agent.userName(), bins), () -> stage.takeOut(agent, bin));
    Waiting.millis(length.toMillis());
    Wish grant = new Wish.Grant(agent.userName(), bins);
    if (!Waiting.retry(
        () -> caller.done(name, grant, () -> stage.putBack(agent, bin)), stopped, LONGEST)) {
      throw new ProveException(
          "%s could not be put back into the group of %s.".formatted(agent.userName(), bin.name()));
    }
  }

  /** Nothing else of that kind happens to him meanwhile: who is busy is passed over. */
  private <T> void alone(List<T> all, int number, Function<T, Player> player, Consumer<T> trouble) {
    for (int i = 0; i < all.size(); i++) {
      T each = all.get((number % all.size() + i) % all.size());
      String name = player.apply(each).name();
      if (busy.add(name)) {
        try {
          trouble.accept(each);
        } finally {
          busy.remove(name);
        }
        return;
      }
    }
  }

  /** Everybody who listens says goodbye. */
  void goHome() {
    List<Thread> leaving = new ArrayList<>();
    watchers.forEach(watcher -> leaving.add(Thread.ofVirtual().start(watcher::close)));
    leaving.forEach(Waiting::join);
  }
}
