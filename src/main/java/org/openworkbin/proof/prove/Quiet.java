package org.openworkbin.proof.prove;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openworkbin.proof.client.Bin;
import org.openworkbin.proof.client.Response.Reply;
import org.openworkbin.proof.history.Happening;
import org.openworkbin.proof.history.Recorder;
import org.openworkbin.proof.history.Wish;

/**
 * How a run comes to rest: what was never answered is asked again until it is, one more change is
 * made in each bin, and everybody who listens is waited for until he has heard it.
 */
final class Quiet {
  private static final String CREATE = "{\"operationName\":\"Create\"}";
  private static final long RETRY_MS = 200;

  /** Whoever was cut while it was rung is rung for again. */
  private static final int RINGS = 2;

  private final Cast cast;
  private final Crowd crowd;
  private final List<Sender> senders;
  private final Caller caller;
  private final Recorder recorder;

  Quiet(Cast cast, Crowd crowd, List<Sender> senders, Caller caller, Recorder recorder) {
    this.cast = cast;
    this.crowd = crowd;
    this.senders = List.copyOf(senders);
    this.caller = caller;
    this.recorder = recorder;
  }

  void settle(Duration patience) {
    for (Sender sender : senders) {
      Waiting.until(sender::repeatOpen, patience);
    }
    crowd.workers().forEach(Worker::takeOffers);
    boolean heard = false;
    for (int i = 0; i < RINGS && !heard; i++) {
      heard = ring(patience);
    }
    recorder.add(new Happening.Settled(recorder.now()));
  }

  /** Whether it reached everybody; if not, the history tells whom it should have. */
  private boolean ring(Duration patience) {
    boolean all = Waiting.until(this::allListen, patience);
    Map<String, Long> revisions = new HashMap<>();
    cast.stage().bins().forEach(bin -> ring(cast.supervisor(), bin, revisions));
    cast.players().forEach(player -> ring(player, player.own(), revisions));
    return Waiting.until(() -> allListen() && haveHeard(revisions), patience) && all;
  }

  private boolean allListen() {
    crowd.watchers().forEach(Watcher::revive);
    return crowd.watchers().stream().allMatch(Watcher::listens);
  }

  private boolean haveHeard(Map<String, Long> revisions) {
    return revisions.entrySet().stream()
        .allMatch(last ->
            crowd.watchers().stream()
                .allMatch(watcher -> watcher.hasHeard(last.getKey(), last.getValue())));
  }

  /**
   * Puts something new into the bin, so that whoever missed the end hears that he did; what was
   * read just before tells from when on.
   */
  private void ring(Player player, Bin bin, Map<String, Long> revisions) {
    var _ = caller.look(player, bin);
    String item =
        ask(player, Request.post(new Wish.Create(), "/api/v2/me/workitems", CREATE))
            .header("Workbin-Item");
    ask(
        player,
        Request.post(
            new Wish.Add(item, bin.name()),
            bin.path(),
            "{\"operationName\":\"AddWorkitem\",\"id\":\"%s\"}".formatted(item)));
    caller.look(player, bin).ifPresent(seen -> revisions.put(bin.name(), seen.revision()));
  }

  private Reply ask(Player player, Request request) {
    for (int i = 0; i < 100; i++) {
      var reply = caller.ask(player, request).filter(Reply::isDone);
      if (reply.isPresent()) {
        return reply.get();
      }
      Waiting.millis(RETRY_MS);
    }
    throw new ProveException("The server does not come to rest: " + request.name() + " fails.");
  }
}
