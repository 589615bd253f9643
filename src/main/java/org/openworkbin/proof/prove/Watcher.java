package org.openworkbin.proof.prove;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openworkbin.proof.client.Bin;
import org.openworkbin.proof.client.Carrier;
import org.openworkbin.proof.client.Ear;
import org.openworkbin.proof.client.Heard;
import org.openworkbin.proof.client.Listener;
import org.openworkbin.proof.client.Response.Reply;
import org.openworkbin.proof.history.Change;
import org.openworkbin.proof.history.Happening;
import org.openworkbin.proof.history.Recorder;
import org.openworkbin.proof.history.Wish;

/**
 * A client that is told of all bins of its agent and writes down what it hears. After each gap of
 * its connection it subscribes again and asks for what it has missed, as a real one does.
 */
final class Watcher {
  private static final List<String> CHANNELS = List.of("/v2/me/*");
  private static final String BINS = "/api/v2/me/workbins";
  private static final String SUBSCRIBE = "{\"operationName\":\"Subscribe\"}";
  private static final long PAUSE_MS = 100;
  private static final Duration LONGEST_AWAY = Duration.ofSeconds(6);

  private final Player player;
  private final Carrier carrier;
  private final Caller caller;
  private final Recorder recorder;
  private final Tally tally;
  private final Map<String, Long> revisions = new ConcurrentHashMap<>();
  private volatile @Nullable Session session;

  Watcher(Player player, Carrier carrier, Caller caller, Recorder recorder, Tally tally) {
    this.player = player;
    this.carrier = carrier;
    this.caller = caller;
    this.recorder = recorder;
    this.tally = tally;
  }

  String name() {
    return player.name() + " by " + carrier.wireName();
  }

  /** Begins to listen, anew where it did before. */
  void open() {
    Session opening = new Session();
    synchronized (this) {
      session = opening;
      recorder.add(new Happening.Opened(name(), player.name(), heard(), recorder.now()));
    }
    opening.listener = Listener.open(player.client(), carrier, CHANNELS, opening);
  }

  /** What came before it stands before it: nothing is heard meanwhile. */
  private synchronized void interrupted() {
    recorder.add(new Happening.Cut(name(), recorder.now()));
  }

  /** Asks for what happened while nobody listened. */
  private void catchUp() {
    bins()
        .filter(bin -> revisions.containsKey(bin.name()))
        .forEach(bin -> caller.catchUp(player, bin, revisions.getOrDefault(bin.name(), 0L)));
  }

  private Stream<Bin> bins() {
    return Stream.concat(player.shared().stream(), Stream.of(player.own()));
  }

  /** The bins whose changes reach him: those that he sees as a member. */
  private List<String> heard() {
    return (player.supervises() ? Stream.of(player.own()) : bins()).map(Bin::name).toList();
  }

  private synchronized void hear(Heard message, Session by) {
    if (by != session) {
      return;
    }
    long at = recorder.now();
    Map<String, Object> data = message.data();
    switch (Answers.text(data, "messageType")) {
      case "WorkbinStateChangeMessage" -> bin(data).ifPresent(bin -> changed(data, bin, at));
      case "WorkbinSubscriptionStateChangeMessage" ->
          bin(data).ifPresent(bin -> subscription(data, bin, at));
      case "WorkitemStateChangeMessage" -> notified(data.get("workitem"), at);
      default -> {
        // Nothing that a promise speaks of.
      }
    }
  }

  private void changed(Map<String, Object> data, String bin, long at) {
    tally.heard();
    Change change = Answers.change(data);
    recorder.add(new Happening.Heard(name(), player.name(), bin, change, at));
    revisions.merge(bin, change.revision(), Math::max);
  }

  private void subscription(Map<String, Object> data, String bin, long at) {
    OptionalLong revision = Answers.number(data, "revision");
    String state = Answers.text(data, "stateResource");
    if (state.equals("Subscribed") && revision.isPresent()) {
      recorder.add(new Happening.Subscribed(name(), player.name(), bin, revision.getAsLong(), at));
      revisions.merge(bin, revision.getAsLong(), Math::max);
    } else if (state.equals("Unsubscribed")) {
      recorder.add(new Happening.Unsubscribed(name(), player.name(), bin, at));
      revisions.remove(bin);
    }
  }

  private void notified(@Nullable Object item, long at) {
    if (item != null) {
      recorder.add(
          new Happening.Notified(
              name(),
              player.name(),
              Answers.text(item, "id"),
              Answers.text(item, "state"),
              Answers.number(item, "hold"),
              at));
    }
  }

  /** The name of the bin that a message is about; empty for one that is not the stage's. */
  private Optional<String> bin(Map<String, Object> data) {
    String workbin = Answers.text(data, "id");
    String group = Answers.text(data, "agentGroup");
    return Stream.concat(bins(), player.foreign().stream())
        .filter(bin ->
            bin.workbinId().equals(workbin)
                && bin.owner().equals(group.isEmpty() ? "" : "agentGroup=" + group))
        .map(Bin::name)
        .findFirst();
  }

  /** Cuts its connection, which it makes again by itself. */
  void cut() {
    listener().ifPresent(Listener::cut);
  }

  /** Makes it take that long over each message. */
  void slow(Duration forEach) {
    listener().ifPresent(open -> open.slow(forEach));
  }

  /** Is gone without a word. */
  void vanish() {
    Optional<Listener> open = listener();
    synchronized (this) {
      session = null;
      interrupted();
    }
    open.ifPresent(Listener::vanish);
  }

  /** Begins anew where its client has given up, which it does when a WebSocket is refused. */
  void revive() {
    Session now = session;
    if (now != null && !now.connected && recorder.now() - now.lostAt > LONGEST_AWAY.toNanos()) {
      vanish();
      open();
    }
  }

  private Optional<Listener> listener() {
    return Optional.ofNullable(session).map(open -> open.listener);
  }

  boolean isOf(Player other) {
    return player.equals(other);
  }

  /** Whether it is told of changes. */
  boolean listens() {
    Session now = session;
    return now != null && now.listens;
  }

  /** Whether it was told of all of the bin up to that revision, where it is to be. */
  boolean hasHeard(String bin, long revision) {
    return !heard().contains(bin) || revisions.getOrDefault(bin, -1L) >= revision;
  }

  /** Says goodbye. */
  void close() {
    Optional<Listener> open = listener();
    session = null;
    open.ifPresent(Listener::close);
  }

  /** What one listener hears; when there is another, what this one says counts no more. */
  private final class Session implements Ear {
    private volatile @Nullable Listener listener;
    private volatile boolean connected;
    private volatile long lostAt = recorder.now();
    private volatile boolean listens;

    /** How often it was lost: an answer that came over the connection before says nothing. */
    private volatile int losses;

    @Override
    public void heard(Heard message) {
      hear(message, this);
    }

    @Override
    public void opened() {
      synchronized (Watcher.this) {
        connected = true;
        int number = losses;
        Thread.ofVirtual().start(() -> subscribe(number));
      }
    }

    @Override
    public void back() {
      opened();
    }

    @Override
    public void lost(String why) {
      synchronized (Watcher.this) {
        connected = false;
        lostAt = recorder.now();
        listens = false;
        losses++;
        if (isCurrent()) {
          interrupted();
        }
      }
    }

    private boolean isCurrent() {
      return this == session;
    }

    private void subscribe(int number) {
      Request request = Request.post(new Wish.Other("Subscribe"), BINS, SUBSCRIBE);
      while (isOn(number) && !listens) {
        if (caller.ask(player, request).filter(Reply::isDone).isPresent()) {
          listens(number);
        } else {
          Waiting.millis(PAUSE_MS);
        }
      }
      catchUp();
    }

    private boolean isOn(int number) {
      return connected && isCurrent() && losses == number;
    }

    private void listens(int number) {
      synchronized (Watcher.this) {
        if (isOn(number)) {
          listens = true;
          recorder.add(new Happening.Listens(name(), recorder.now()));
        }
      }
    }
  }
}
