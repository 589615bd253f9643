package org.openworkbin.proof.prove;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Random;
import org.openworkbin.proof.client.Response.Reply;

/**
 * How an agent's requests go out: with a key or without, some of them twice, some without waiting
 * for what comes of them. For one thread.
 */
final class Sender {
  private static final int REMEMBERED = 40;
  private static final int UNAVAILABLE = 503;
  private static final long PAUSE_MS = 50;

  private final Player player;
  private final Caller caller;
  private final Tally tally;
  private final Random random;
  private final String run;
  private final Deque<Request> keyed = new ArrayDeque<>();
  private final Deque<Request> open = new ArrayDeque<>();
  private long keys;

  /**
   * @param run no other run has it: servers remember keys for a day
   */
  Sender(Player player, Caller caller, Tally tally, Random random, String run) {
    this.player = player;
    this.caller = caller;
    this.tally = tally;
    this.random = random;
    this.run = run;
  }

  /** Sends a request; empty where no answer is to be had. */
  Optional<Reply> send(Request plain) {
    Request request = random.nextBoolean() ? plain.under(newKey()) : plain;
    int dice = random.nextInt(100);
    if (dice < 3) {
      tally.made(Trouble.ABANDONED);
      caller.abandon(player, request);
      request.key().ifPresent(_ -> open.addLast(request));
      return Optional.empty();
    }
    if (request.key().isPresent() && dice < 12) {
      return twiceAtOnce(request);
    }
    return answered(request, caller.ask(player, request));
  }

  private String newKey() {
    keys++;
    return "%s-%s-%d".formatted(player.name(), run, keys);
  }

  private Optional<Reply> twiceAtOnce(Request request) {
    tally.made(Trouble.REPEATED);
    Thread second = Thread.ofVirtual().start(() -> caller.ask(player, request));
    Optional<Reply> reply = answered(request, caller.ask(player, request));
    Waiting.join(second);
    return reply;
  }

  /** Remembers what can be sent again; where the server is away it is given a moment. */
  private Optional<Reply> answered(Request request, Optional<Reply> reply) {
    boolean decided = reply.filter(told -> told.status() < 500).isPresent();
    if (request.key().isPresent()) {
      (decided ? keyed : open).addLast(request);
      if (keyed.size() > REMEMBERED) {
        keyed.removeFirst();
      }
    }
    if (reply.filter(told -> told.status() == UNAVAILABLE).isPresent()) {
      Waiting.millis(PAUSE_MS);
    }
    return reply;
  }

  /** Sends a write by a hold that is over. */
  void late(Request request) {
    tally.made(Trouble.LATE_WRITE);
    caller.ask(player, request);
  }

  /** Sends something again: what was never answered first. */
  void repeatOne() {
    Request request = open.isEmpty() ? keyed.pollFirst() : open.pollFirst();
    if (request != null) {
      tally.made(Trouble.REPEATED);
      answered(request, caller.ask(player, request));
    }
  }

  /** Sends again what was never answered; whether all of it is now. */
  boolean repeatOpen() {
    for (int left = open.size(); left > 0; left--) {
      repeatOne();
    }
    return open.isEmpty();
  }
}
