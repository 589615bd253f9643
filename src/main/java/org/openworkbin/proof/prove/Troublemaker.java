package org.openworkbin.proof.prove;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import org.openworkbin.proof.history.Fault;
import org.openworkbin.proof.history.Happening;
import org.openworkbin.proof.history.Recorder;
import org.openworkbin.proof.prove.TroublePlan.Planned;

/**
 * Makes the trouble that is planned: to clients at once and beside each other, to machines one at a
 * time. When it returns everything is as it was before.
 */
final class Troublemaker {
  private static final Duration PAUSE = Duration.ofSeconds(3);
  private static final Duration AWAY = Duration.ofSeconds(2);
  private static final Duration SLOWNESS = Duration.ofMillis(150);

  private final Crowd crowd;
  private final Machines machines;
  private final Hooks hooks;
  private final Recorder recorder;
  private final Tally tally;
  private final List<Thread> underWay = new ArrayList<>();
  private final Queue<ProveException> failures = new ConcurrentLinkedQueue<>();

  Troublemaker(Crowd crowd, Machines machines, Hooks hooks, Recorder recorder, Tally tally) {
    this.crowd = crowd;
    this.machines = machines;
    this.hooks = hooks;
    this.recorder = recorder;
    this.tally = tally;
  }

  /** What can be made here. */
  Set<Trouble> kinds() {
    Set<Trouble> kinds = EnumSet.of(Trouble.CUT, Trouble.SLOW, Trouble.VANISHED, Trouble.RIGHTS);
    if (machines.hasServer()) {
      kinds.addAll(Set.of(Trouble.KILLED, Trouble.PAUSED, Trouble.RESTARTED));
    }
    if (machines.hasDatabase()) {
      kinds.add(Trouble.DATABASE);
    }
    if (hooks.areThere()) {
      kinds.add(Trouble.FULL);
    }
    return kinds;
  }

  /**
   * Makes it, until the plan or the run is over.
   *
   * @param over whether the time is up; each kind is made once all the same
   * @param stopped whether nothing more is to be made
   * @throws ProveException where something could not be made undone
   */
  void run(List<Planned> plan, BooleanSupplier over, BooleanSupplier stopped) {
    int round = kinds().size();
    for (int i = 0; i < plan.size(); i++) {
      boolean optional = i >= round;
      if (Waiting.until(
          () -> stopped.getAsBoolean() || (optional && over.getAsBoolean()), plan.get(i).after())) {
        break;
      }
      make(plan.get(i));
    }
    for (Thread thread : underWay) {
      Waiting.join(thread);
    }
    ProveException failure = failures.peek();
    if (failure != null) {
      throw failure;
    }
  }

  private void make(Planned next) {
    tally.made(next.trouble());
    int whom = next.whom();
    switch (next.trouble()) {
      case CUT -> crowd.watcher(whom).cut();
      case SLOW -> beside(() -> crowd.slow(whom, SLOWNESS, AWAY));
      case VANISHED -> beside(() -> crowd.vanish(whom, AWAY));
      case RIGHTS -> beside(() -> crowd.withoutRight(whom, AWAY));
      case KILLED -> strike(Fault.SERVER_KILLED, Fault.SERVER_STARTED, machines::killServer);
      case RESTARTED -> strike(Fault.SERVER_STOPPED, Fault.SERVER_STARTED, machines::stopServer);
      case PAUSED -> pause();
      case FULL -> full();
      case DATABASE -> database();
      case REPEATED, ABANDONED, LATE_WRITE ->
          throw new IllegalArgumentException("agents make that themselves");
    }
  }

  private void beside(Runnable trouble) {
    underWay.add(
        Thread.ofVirtual()
            .start(() -> {
              try {
                trouble.run();
              } catch (ProveException e) {
                failures.add(e);
              }
            }));
  }

  private void strike(Fault fault, Fault over, Runnable trouble) {
    struck(fault, trouble);
    struck(over, machines::startServer);
  }

  private void struck(Fault fault, Runnable trouble) {
    long began = recorder.now();
    trouble.run();
    recorder.add(new Happening.Struck(fault, began, recorder.now()));
  }

  private void pause() {
    struck(Fault.SERVER_PAUSED, machines::pauseServer);
    Waiting.millis(PAUSE.toMillis());
    struck(Fault.SERVER_CONTINUED, machines::continueServer);
  }

  private void full() {
    struck(Fault.STORE_FULL, () -> hooks.fill(machines.serverPid()));
    Waiting.millis(AWAY.toMillis());
    struck(Fault.STORE_FREED, () -> hooks.relieve(machines.serverPid()));
  }

  private void database() {
    struck(Fault.DATABASE_KILLED, machines::killDatabase);
    Waiting.millis(AWAY.toMillis());
    struck(Fault.DATABASE_STARTED, machines::startDatabase);
  }
}
