package org.openworkbin.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.openworkbin.crash.History.Attempt;
import org.openworkbin.testing.TestClient;
import org.openworkbin.testing.TestClient.Reply;

/**
 * Agents at work, three clients of each: they pull items and add them back, many of them the same
 * few. A client whose connection breaks goes home.
 */
final class Crowd {
  private static final int CLIENTS = 3 * Shift.AGENTS;
  private static final int HOT_ITEMS = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long PAUSE_MS = 20;

  private final TestClient client;
  private final History history;
  private final List<Thread> threads = new ArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private final Map<Integer, AtomicLong> answers = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Reply> unexpected = new ConcurrentLinkedQueue<>();
  private final ConcurrentHashMap<String, Integer> holders = new ConcurrentHashMap<>();

  private Crowd(String url, History history) {
    this.client = TestClient.of(url);
    this.history = history;
  }

  /** Lets a crowd loose on the server there. */
  static Crowd start(String url, History history, long seed) {
    Crowd crowd = new Crowd(url, history);
    for (int i = 0; i < CLIENTS; i++) {
      int agent = i % Shift.AGENTS;
      Random random = new Random(seed * CLIENTS + i);
      crowd.threads.add(Thread.ofVirtual().start(() -> crowd.work(agent, random)));
    }
    return crowd;
  }

  /** Waits until so many more requests were answered so. */
  void awaitAnswers(int status, long more) {
    AtomicLong count = count(status);
    long enough = count.get() + more;
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(2))
        .until(() -> count.get() >= enough);
  }

  /** Waits until every client has gone home by itself. */
  void awaitEnd() throws InterruptedException {
    for (Thread thread : threads) {
      assertThat(thread.join(PATIENCE)).as("the client has ended").isTrue();
    }
  }

  /** Sends everybody home, and waits until the last answer is there. */
  void stop() throws InterruptedException {
    end.countDown();
    awaitEnd();
  }

  /** Answers other than 200, 409 and 503. */
  List<Reply> unexpected() {
    return List.copyOf(unexpected);
  }

  private AtomicLong count(int status) {
    return answers.computeIfAbsent(status, _ -> new AtomicLong());
  }

  private void work(int agent, Random random) {
    TestClient own = client.as(Shift.name(agent), "demo");
    List<String> items = Shift.itemsOf(agent);
    boolean connected = true;
    while (connected && end.getCount() > 0) {
      Request request = choose(agent, items, random);
      boolean again = request.key().isPresent() && random.nextInt(10) == 0;
      connected =
          send(own, history, request).map(this::note).isPresent()
              && (!again || send(own, history, request).isPresent());
    }
  }

  private Request choose(int agent, List<String> items, Random random) {
    int most = random.nextInt(4) == 0 ? HOT_ITEMS : items.size();
    String item = items.get(random.nextInt(most));
    boolean add = Integer.valueOf(agent).equals(holders.get(item)) && random.nextInt(20) > 0;
    long number = history.newNumber();
    return new Request(
        number,
        agent,
        add ? Request.Kind.ADD : Request.Kind.PULL,
        item,
        random.nextBoolean() ? Optional.of("key-" + number) : Optional.empty());
  }

  private Reply note(Sent sent) {
    Reply reply = sent.reply();
    switch (reply.status()) {
      case 200 -> learn(sent.request());
      case 409 -> learn(sent.request(), reply);
      case 503 -> pause();
      default -> unexpected.add(reply);
    }
    count(reply.status()).incrementAndGet();
    return reply;
  }

  private void learn(Request done) {
    switch (done.kind()) {
      case PULL -> holders.put(done.item(), done.agent());
      case ADD -> holders.remove(done.item());
    }
  }

  /** After a crash nobody knows what he holds until he is told. */
  private void learn(Request lost, Reply reply) {
    String holder = reply.json().at("/conflict/heldBy/userName").asString("");
    if (holder.isEmpty()) {
      holders.remove(lost.item());
    } else {
      holders.put(lost.item(), Shift.agent(holder));
    }
  }

  private void pause() {
    try {
      end.await(PAUSE_MS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Sends a request and remembers what came of it; empty where the connection broke. */
  static Optional<Sent> send(TestClient client, History history, Request request) {
    TestClient sender =
        request.key().map(key -> client.with("Idempotency-Key", key)).orElse(client);
    long sent = System.nanoTime();
    Optional<Reply> reply;
    try {
      reply = Optional.of(sender.post(Shift.binOf(request.item()), request.body()));
    } catch (UncheckedIOException _) {
      reply = Optional.empty();
    }
    history.add(request, new Attempt(sent, System.nanoTime(), reply));
    return reply.map(each -> new Sent(request, each));
  }

  /** A request and its answer. */
  record Sent(Request request, Reply reply) {}
}
