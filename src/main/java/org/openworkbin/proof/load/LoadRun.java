package org.openworkbin.proof.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.openworkbin.proof.client.Agent;
import org.openworkbin.proof.client.Bin;
import org.openworkbin.proof.client.Scene;
import org.openworkbin.proof.client.UnusableServerException;

/**
 * One run: prepares, warms up, measures, and makes the report. Goes in rounds where a play uses
 * something up; only what is inside them counts, as time and as work.
 */
public final class LoadRun {
  /** Threads of the operating system cost less for each request, until there are many. */
  private static final int MOST_PLATFORM_THREADS = 512;

  /** Beginning later than this is counted as late. */
  private static final long LATE = Duration.ofMillis(100).toNanos();

  private static final Duration LAST_EVENTS = Duration.ofSeconds(30);

  /** As long as that they are waited for where somebody wants it to end. */
  private static final Duration LAST_EVENTS_ONCE_STOPPED = Duration.ofSeconds(2);

  private static final Duration AN_EVENT = Duration.ofMillis(20);

  private final LoadPlan plan;
  private final Scene scene;
  private final Consumer<String> progress;
  private final Figures figures = new Figures();
  private final Pace pace = new Pace();
  private final ConcurrentLinkedQueue<Throwable> faults = new ConcurrentLinkedQueue<>();
  private final LateStarts late = new LateStarts(LATE);
  private OwnShare share = new OwnShare(0, 0);
  private long measured;

  /**
   * @param progress is told a line every second
   */
  public LoadRun(LoadPlan plan, Scene scene, Consumer<String> progress) {
    this.plan = plan;
    this.scene = scene;
    this.progress = progress;
  }

  /** Ends it before its time; {@link #run} then reports what there is. Any thread. */
  public void stop() {
    pace.stop();
  }

  /**
   * Plays.
   *
   * @throws UnusableServerException with a sentence where the server does not do what is needed
   *     before anything can be measured
   */
  public Report run() {
    try (Audience audience = new Audience(plan.play().measuresPulls())) {
      Calls calls = new Calls(figures, audience, scene, plan.bytes());
      Script script = script(calls);
      progress.accept("Preparing %s …".formatted(plan.play()));
      script.prepare();
      if (plan.listeners() > 0) {
        progress.accept("Opening %d listeners …".formatted(plan.listeners()));
        audience.open(scene.agents().subList(0, plan.listeners()), scene.bins(), plan.carrier());
      }
      rounds(script);
      awaitEvents(audience);
      return Report.of(plan, figures, audience, late, share, Duration.ofNanos(measured))
          .withComplaint(script.complaint())
          .withFaults(List.copyOf(faults));
    }
  }

  private Script script(Calls calls) {
    return switch (plan.play()) {
      case DESK -> new DeskScript(plan, scene, calls, pace);
      case PULLS -> PullScript.pulls(plan, scene, calls);
      case RACE -> new RaceScript(plan, scene, calls, pace);
      case PARKS -> PullScript.parks(plan, scene, calls);
      case MOVES -> new MoveScript(plan, scene, calls);
      case CREATES -> new CreateScript(calls);
      case PAGES -> new PageScript(plan, scene, calls);
    };
  }

  private void rounds(Script script) {
    List<Worker> workers = workers();
    long warmUp = plan.warmUp().toNanos();
    long left = warmUp + plan.duration().toNanos();
    ProgressLine line = new ProgressLine(figures, progress);
    for (int round = 0; left > 0 && !pace.isStopped() && faults.isEmpty(); round++) {
      long start = System.nanoTime();
      long from = start + Math.max(0, warmUp);
      long deadline = start + left;
      figures.window(from, deadline);
      pace.deadline(deadline);
      play(script, workers, new Turns(start, round), line, from);
      long took = Math.min(System.nanoTime(), deadline) - start;
      measured += Math.max(0, took - Math.max(0, warmUp));
      warmUp -= took;
      left -= took;
      if (left > 0 && !pace.isStopped()) {
        script.refill();
      }
    }
  }

  private void play(
      Script script, List<Worker> workers, Turns turns, ProgressLine line, long from) {
    AtomicBoolean usedUp = new AtomicBoolean();
    List<Thread> threads = new ArrayList<>();
    for (Worker worker : workers) {
      threads.add(
          threads(workers.size())
              .start(() -> {
                try {
                  while (!usedUp.get() && turns.one(script, worker)) {
                    // The next turn.
                  }
                } catch (RuntimeException | Error fault) {
                  faults.add(fault);
                  pace.stop();
                }
                usedUp.set(!pace.isOver() || usedUp.get());
              }));
    }
    OwnShare before = line.follow(threads, from);
    share = share.and(OwnShare.now().since(before));
  }

  private static Thread.Builder threads(int count) {
    return count <= MOST_PLATFORM_THREADS
        ? Thread.ofPlatform().daemon().name("load-", 0)
        : Thread.ofVirtual().name("load-", 0);
  }

  private List<Worker> workers() {
    SplittableRandom random = new SplittableRandom(plan.seed());
    List<Worker> workers = new ArrayList<>();
    List<Agent> agents = scene.agents();
    for (int i = 0; i < plan.connections(); i++) {
      Agent agent = agents.get(i % agents.size());
      List<Bin> his = scene.bins().stream().filter(bin -> bin.members().contains(agent)).toList();
      if (his.isEmpty()) {
        throw new UnusableServerException(
            "The user %s sees no bin of a group or a place.".formatted(agent.userName()));
      }
      workers.add(new Worker(i, agent, his, random.split()));
    }
    return workers;
  }

  /** Those of the last pulls are on their way still. */
  private void awaitEvents(Audience audience) {
    long begun = System.nanoTime();
    try {
      while (audience.deliveries().delays().all().getTotalCount() < audience.deliveries().expected()
          && System.nanoTime() - begun < longestWait().toNanos()) {
        Thread.sleep(AN_EVENT);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration longestWait() {
    return pace.isStopped() ? LAST_EVENTS_ONCE_STOPPED : LAST_EVENTS;
  }

  /** When turns begin: in an open loop as scheduled, in a closed one as soon as can be. */
  private final class Turns {
    private final Schedule schedule;

    Turns(long start, int round) {
      this.schedule =
          new Schedule(
              plan.rate().orElse(1.0), new SplittableRandom(plan.seed() + 31L * round), start);
    }

    /** One turn of that worker; false where it was the last. */
    boolean one(Script script, Worker worker) {
      if (plan.rate().isEmpty()) {
        return (plan.play() == Play.RACE || !pace.isOver())
            && script.turn(worker, System.nanoTime());
      }
      long intended = schedule.next();
      if (!pace.until(intended)) {
        return false;
      }
      if (figures.isMeasured(intended)) {
        late.began(System.nanoTime() - intended);
      }
      return script.turn(worker, intended);
    }
  }
}
