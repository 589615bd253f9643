package org.openworkbin.proof.prove;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.openworkbin.proof.client.Agent;
import org.openworkbin.proof.client.Bin;
import org.openworkbin.proof.client.Carrier;
import org.openworkbin.proof.client.Stage;
import org.openworkbin.proof.client.StagePlan;
import org.openworkbin.proof.client.UnusableServerException;
import org.openworkbin.proof.history.Happening;
import org.openworkbin.proof.history.Recorder;
import org.openworkbin.proof.history.Run;

/**
 * A run: a crowd at work on a server while trouble is made, then quiet, then an audit. What comes
 * of it is its history, to be judged.
 */
public final class Prove {
  private static final Duration LEASE = Duration.ofHours(3);
  private static final Duration LONGEST = Duration.ofDays(365);
  private static final Duration PROGRESS = Duration.ofSeconds(5);
  private static final int GROUPS_PER_AGENT = 2;

  private final Agent administrator;
  private final ProveSettings settings;
  private final Consumer<String> progress;
  private final Tally tally = new Tally();
  private volatile boolean stopped;

  /**
   * @param administrator can make users, groups and workbins on the server
   * @param progress is told how it goes, line by line
   */
  public Prove(Agent administrator, ProveSettings settings, Consumer<String> progress) {
    this.administrator = administrator;
    this.settings = settings;
    this.progress = progress;
  }

  /**
   * Does it.
   *
   * @throws UnusableServerException with a sentence where there is no server, or no stage can be
   *     made
   * @throws ProveException with a sentence where the run can't go on
   */
  public Outcome run() throws IOException {
    try (Machines machines = new Machines(administrator, settings.server(), settings.database())) {
      machines.start();
      return onStage(machines);
    }
  }

  /** Lets the crowd go home now; what it did up to now is what is judged. */
  public void stop() {
    stopped = true;
  }

  private Outcome onStage(Machines machines) throws IOException {
    Stage stage = Stage.build(administrator, plan());
    try (Recorder recorder = recorder(machines.version())) {
      Caller caller = new Caller(recorder, tally);
      play(Cast.of(stage, administrator), machines, caller, recorder);
      return new Outcome(recorder.history(), tally);
    } finally {
      stage.remove().forEach(left -> progress.accept("Could not be removed: " + left));
    }
  }

  private StagePlan plan() {
    return new StagePlan(
        settings.prefix(),
        settings.agents(),
        settings.groups(),
        Math.min(GROUPS_PER_AGENT, Math.max(1, settings.groups() - 1)),
        0);
  }

  private Recorder recorder(String version) throws IOException {
    Run run = new Run(version, settings.command(), settings.seed(), LEASE);
    return settings.history().isPresent()
        ? Recorder.to(run, settings.history().get())
        : Recorder.of(run);
  }

  private void play(Cast cast, Machines machines, Caller caller, Recorder recorder) {
    AtomicBoolean ends = new AtomicBoolean();
    List<Sender> senders = new ArrayList<>();
    Crowd crowd = crowd(cast, caller, recorder, senders, ends);
    entitle(cast, recorder);
    Audit audit = new Audit(cast, caller, recorder);
    audit.begin();
    crowd.watchers().forEach(Watcher::open);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> working = new ArrayList<>();
      crowd.workers().forEach(worker -> working.add(threads.submit(worker)));
      working.add(threads.submit(() -> tick(crowd, ends)));
      try {
        Troublemaker troublemaker =
            new Troublemaker(crowd, machines, settings.hooks(), recorder, tally);
        long end = recorder.now() + settings.length().toNanos();
        troublemaker.run(
            TroublePlan.of(settings.seed(), settings.length(), troublemaker.kinds()),
            () -> recorder.now() > end,
            () -> stopped);
        Waiting.until(() -> stopped || (recorder.now() > end && isEnough()), LONGEST);
      } finally {
        ends.set(true);
      }
      working.forEach(Prove::finish);
    }
    progress.accept("All is quiet; looking at what is there.");
    new Quiet(cast, crowd, senders, caller, recorder).settle(settings.patience());
    audit.end();
    crowd.goHome();
  }

  private boolean isEnough() {
    return tally.calls() >= settings.fewestCalls();
  }

  private static void finish(Future<?> task) {
    try {
      task.get();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("somebody in the crowd broke down", e.getCause());
    }
  }

  private Crowd crowd(
      Cast cast, Caller caller, Recorder recorder, List<Sender> senders, AtomicBoolean ends) {
    String run = UUID.randomUUID().toString();
    List<Worker> workers = new ArrayList<>();
    List<Watcher> watchers = new ArrayList<>();
    for (Player player : cast.players()) {
      Random random = new Random(settings.seed() * 1_000 + workers.size());
      Belongings belongings = new Belongings();
      Sender sender = new Sender(player, caller, tally, random, run);
      Desk desk = new Desk(player, belongings, sender, caller, random);
      workers.add(new Worker(player, desk, belongings, random, ends::get));
      senders.add(sender);
      for (Carrier carrier : Carrier.values()) {
        watchers.add(new Watcher(player, carrier, caller, recorder, tally));
      }
    }
    return new Crowd(cast, workers, watchers, caller, () -> stopped);
  }

  private static void entitle(Cast cast, Recorder recorder) {
    List<Bin> all = new ArrayList<>(cast.stage().bins());
    cast.players().forEach(player -> all.add(player.own()));
    for (Player player : cast.agents()) {
      entitle(player, player.shared(), recorder);
      entitle(player, List.of(player.own()), recorder);
    }
    entitle(cast.supervisor(), all, recorder);
    entitle(cast.administrator(), all, recorder);
  }

  private static void entitle(Player player, List<Bin> bins, Recorder recorder) {
    bins.forEach(
        bin -> recorder.add(new Happening.Entitled(player.name(), bin.name(), recorder.now())));
  }

  /** Says how it goes, and looks after clients that have given up. */
  private void tick(Crowd crowd, AtomicBoolean ends) {
    long calls = 0;
    while (!Waiting.until(ends::get, PROGRESS)) {
      crowd.watchers().forEach(Watcher::revive);
      long now = tally.calls();
      progress.accept(
          "%d calls (%d a second), %d events heard, %d troubles made"
              .formatted(
                  now, (now - calls) / PROGRESS.toSeconds(), tally.events(), tally.troubles()));
      calls = now;
    }
  }
}
