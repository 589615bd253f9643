package org.openworkbin.proof.client;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.cometd.bayeux.Channel;
import org.cometd.bayeux.Message;
import org.cometd.bayeux.client.ClientSessionChannel;
import org.cometd.client.BayeuxClient;

/**
 * An agent's CometD session, by the CometD project's own client, with Basic credentials on every
 * call and no cookies. It shakes hands and subscribes again by itself when it has to. Messages that
 * come while it is not there are not made up for: whoever needs them asks for what changed since.
 */
public final class Listener implements AutoCloseable {
  private static final long BACKOFF_MILLIS = 500;
  private static final long LONGEST_BACKOFF_MILLIS = 2_000;
  private static final Duration GOODBYE = Duration.ofSeconds(5);

  private final Agent agent;
  private final Carrier carrier;
  private final List<String> channels;
  private final Ear ear;
  private final Arrivals arrivals = new Arrivals();
  private final CutTransport transport;
  private final BayeuxClient bayeux;
  private final CountDownLatch opened = new CountDownLatch(1);
  private volatile boolean away;

  /** Whether it is connected and yet not subscribed. */
  private volatile boolean deaf;

  private volatile Duration slowness = Duration.ZERO;

  private Listener(Agent agent, Carrier carrier, List<String> channels, Ear ear) {
    PushPool pool = agent.server().push();
    this.agent = agent;
    this.carrier = carrier;
    this.channels = List.copyOf(channels);
    this.ear = ear;
    this.transport =
        switch (carrier) {
          case LONG_POLLING -> new PollTransport(pool, agent.credentials(), arrivals);
          case WEBSOCKET -> new SocketTransport(pool, agent.credentials(), arrivals);
        };
    this.bayeux =
        new BayeuxClient(
            agent.server().base().resolve("/api/v2/notifications").toString(),
            pool.scheduler(),
            transport.asTransport());
  }

  /**
   * Begins to shake hands; {@link #awaitOpen} waits for the end of it.
   *
   * @param channels what it listens to, wildcards included
   */
  public static Listener open(Agent agent, Carrier carrier, List<String> channels, Ear ear) {
    Listener listener = new Listener(agent, carrier, channels, ear);
    listener.start();
    return listener;
  }

  private void start() {
    bayeux
        .getChannel(Channel.META_HANDSHAKE)
        .addListener(
            (ClientSessionChannel.MessageListener)
                (_, reply) -> {
                  if (reply.isSuccessful()) {
                    away = false;
                    subscribe();
                  } else {
                    lost("handshake: " + why(reply));
                  }
                });
    bayeux
        .getChannel(Channel.META_CONNECT)
        .addListener(
            (ClientSessionChannel.MessageListener)
                (_, reply) -> {
                  if (!reply.isSuccessful()) {
                    away = true;
                    lost("connect: " + why(reply));
                  } else if (away) {
                    away = false;
                    if (deaf) {
                      subscribe();
                    } else {
                      ear.back();
                    }
                  }
                });
    bayeux.setOption(BayeuxClient.BACKOFF_INCREMENT_OPTION, BACKOFF_MILLIS);
    bayeux.setOption(BayeuxClient.MAX_BACKOFF_OPTION, LONGEST_BACKOFF_MILLIS);
    bayeux.handshake(_ -> {});
  }

  private void subscribe() {
    deaf = false;
    bayeux.batch(() -> {
      for (int i = 0; i < channels.size(); i++) {
        boolean last = i == channels.size() - 1;
        bayeux
            .getChannel(channels.get(i))
            .subscribe(
                (_, message) -> hear(message),
                reply -> {
                  if (!reply.isSuccessful()) {
                    deaf = true;
                    away = true;
                    lost("subscribe: " + why(reply));
                  } else if (last) {
                    opened.countDown();
                    ear.opened();
                  }
                });
      }
    });
  }

  private void hear(Message message) {
    long at = System.nanoTime();
    Duration wait = slowness;
    if (!wait.isZero()) {
      try {
        Thread.sleep(wait);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
    Map<String, Object> data = message.getDataAsMap();
    synchronized (arrivals) {
      if (data != null && !arrivals.isOver(message)) {
        ear.heard(new Heard(message.getChannel(), data, at));
      }
    }
  }

  /** From here on nothing is told that came by this connection, however late it is read. */
  private void lost(String why) {
    synchronized (arrivals) {
      arrivals.lost();
      ear.lost(why);
    }
  }

  private static String why(Message reply) {
    Object error = reply.get(Message.ERROR_FIELD);
    Object failure = reply.get("failure");
    return String.valueOf(error != null ? error : failure != null ? failure : reply);
  }

  /** Waits until it is subscribed; whether it was in time. */
  public boolean awaitOpen(Duration limit) throws InterruptedException {
    return opened.await(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  public Agent agent() {
    return agent;
  }

  public Carrier carrier() {
    return carrier;
  }

  /** Cuts the connection under it; it comes back by itself. */
  public void cut() {
    transport.cut();
  }

  /** From now on it takes that long over each message; zero makes it quick again. */
  public void slow(Duration forEach) {
    slowness = forEach;
  }

  /** Is gone from one moment to the next, without a word to the server. */
  public void vanish() {
    bayeux.abort();
  }

  /** Says goodbye. */
  @Override
  public void close() {
    bayeux.disconnect(GOODBYE.toMillis());
    bayeux.abort();
  }
}
