package org.openworkbin.proof.prove;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.openworkbin.proof.client.Bin;
import org.openworkbin.proof.client.Response;
import org.openworkbin.proof.client.Response.NoReply;
import org.openworkbin.proof.client.Response.Reply;
import org.openworkbin.proof.client.UnusableServerException;
import org.openworkbin.proof.history.Happening;
import org.openworkbin.proof.history.Happening.CaughtUp;
import org.openworkbin.proof.history.Happening.Snapshot;
import org.openworkbin.proof.history.Recorder;
import org.openworkbin.proof.history.Told;
import org.openworkbin.proof.history.Wish;

/** Sends requests and reads, and writes down what was asked and what came of it. Thread-safe. */
final class Caller {
  /** How often a server that is away is looked for. */
  private static final long PAUSE_MS = 100;

  private static final int TRIES = 1_200;

  private final Recorder recorder;
  private final Tally tally;
  private final AtomicLong calls = new AtomicLong();
  private final ReentrantLock looking = new ReentrantLock();
  private volatile boolean away;

  Caller(Recorder recorder, Tally tally) {
    this.recorder = recorder;
    this.tally = tally;
  }

  /** Sends a request; empty where no answer came. */
  Optional<Reply> ask(Player player, Request request) {
    long call = asked(player, request);
    Response response =
        player.client().call(request.method(), request.path(), request.body(), request.headers());
    long at = recorder.now();
    return switch (response) {
      case Reply reply -> {
        recorder.add(Answers.answered(call, reply, at));
        tally.call(request.name(), outcome(reply));
        yield Optional.of(reply);
      }
      case NoReply _ -> {
        recorder.add(new Happening.Unanswered(call, at));
        tally.call(request.name(), "no answer");
        away = true;
        yield Optional.empty();
      }
    };
  }

  /** Sends a request and does not wait for what comes of it. */
  void abandon(Player player, Request request) {
    long call = asked(player, request);
    player.client().abandon(request.method(), request.path(), request.body(), request.headers());
    recorder.add(new Happening.Unanswered(call, recorder.now()));
    tally.call(request.name(), "abandoned");
  }

  private long asked(Player player, Request request) {
    awaitServer(player);
    return asked(player.name(), request.wish(), request.key(), request.hold());
  }

  private long asked(String agent, Wish wish, Optional<String> key, OptionalLong hold) {
    long call = calls.incrementAndGet();
    recorder.add(new Happening.Asked(call, agent, wish, key, hold, recorder.now()));
    return call;
  }

  /**
   * While the server is away nobody asks: each request that gets no answer could have been carried
   * out, and the more of them there are the less can be told from what comes after.
   */
  private void awaitServer(Player player) {
    if (!away) {
      return;
    }
    looking.lock();
    try {
      for (int i = 0; away && i < TRIES; i++) {
        away = !(player.client().get("/api/v2/diagnostics/version") instanceof Reply);
        if (away) {
          Waiting.millis(PAUSE_MS);
        }
      }
    } finally {
      looking.unlock();
    }
  }

  /** Does something that has either been done when it returns, or thrown; whether it was done. */
  boolean done(String agent, Wish wish, Runnable deed) {
    long call = asked(agent, wish, Optional.empty(), OptionalLong.empty());
    String name = wish.getClass().getSimpleName();
    try {
      deed.run();
    } catch (UnusableServerException _) {
      recorder.add(new Happening.Unanswered(call, recorder.now()));
      tally.call(name, "no answer");
      return false;
    }
    recorder.add(new Happening.Answered(call, 200, 0, Told.nothing(), recorder.now()));
    tally.call(name, "200");
    return true;
  }

  /** Reads the whole of a bin; empty where that was refused or not answered. */
  Optional<Snapshot> look(Player player, Bin bin) {
    return look(player, bin.name(), bin.path("subresources=*&limit=10000"));
  }

  /** The same at that address. */
  Optional<Snapshot> look(Player player, String bin, String path) {
    return read(player, "Look", path)
        .map(read -> {
          Snapshot seen =
              Answers.snapshot(read.reply(), player.name(), bin, read.askedAt(), read.at());
          recorder.add(seen);
          return seen;
        });
  }

  /** Reads what happened to a bin after that revision; empty where that was refused. */
  Optional<CaughtUp> catchUp(Player player, Bin bin, long since) {
    return catchUp(player, bin.name(), bin.changes(since), since);
  }

  /** The same at that address. */
  Optional<CaughtUp> catchUp(Player player, String bin, String path, long since) {
    return read(player, "Changes", path)
        .map(read -> {
          CaughtUp changes =
              Answers.caughtUp(read.reply(), player.name(), bin, since, read.askedAt(), read.at());
          recorder.add(changes);
          return changes;
        });
  }

  /**
   * Reads something; empty where that was refused or not answered. Only a refusal is written down:
   * what is read is to be, by whoever knows what it is.
   */
  Optional<Read> read(Player player, String name, String path) {
    awaitServer(player);
    long askedAt = recorder.now();
    Response response = player.client().get(path);
    long at = recorder.now();
    return switch (response) {
      case Reply reply -> {
        tally.call(name, outcome(reply));
        if (reply.isDone()) {
          yield Optional.of(new Read(reply, askedAt, at));
        }
        long call = calls.incrementAndGet();
        recorder.add(
            new Happening.Asked(
                call,
                player.name(),
                new Wish.Other(name),
                Optional.empty(),
                OptionalLong.empty(),
                askedAt));
        recorder.add(Answers.answered(call, reply, at));
        yield Optional.empty();
      }
      case NoReply _ -> {
        tally.call(name, "no answer");
        away = true;
        yield Optional.empty();
      }
    };
  }

  /** What was read, and between which times. */
  record Read(Reply reply, long askedAt, long at) {}

  private static String outcome(Reply reply) {
    return reply.status() == 200 ? "200" : reply.status() + "/" + reply.code();
  }

  /** The number of a header, where it has one. */
  static OptionalLong number(Reply reply, String header) {
    String text = reply.header(header);
    return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
  }
}
