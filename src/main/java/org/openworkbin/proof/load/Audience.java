package org.openworkbin.proof.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.openworkbin.proof.client.Agent;
import org.openworkbin.proof.client.Bin;
import org.openworkbin.proof.client.Carrier;
import org.openworkbin.proof.client.Crew;
import org.openworkbin.proof.client.Ear;
import org.openworkbin.proof.client.Heard;
import org.openworkbin.proof.client.Listener;
import org.openworkbin.proof.client.Response.Reply;
import org.openworkbin.proof.client.UnusableServerException;

/** The agents who are told of every change, and what they hear of pulls out of shared bins. */
final class Audience implements AutoCloseable {
  private static final int AT_ONCE = 32;

  /** The owners of shared bins, as messages name them. */
  private static final List<String> SHARED = List.of("agentGroup", "placeGroup");

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final List<Listener> listeners = new ArrayList<>();
  private final Map<String, Integer> listenersOfBin = new HashMap<>();
  private final Deliveries deliveries = new Deliveries();
  private final LongAdder messages = new LongAdder();
  private final LongAdder lost = new LongAdder();
  private final boolean measuresPulls;
  private volatile boolean closing;

  /**
   * @param measuresPulls whether it is to keep when it heard of what pulls
   */
  Audience(boolean measuresPulls) {
    this.measuresPulls = measuresPulls;
  }

  /** Opens a session for each of these agents, who see these bins, and subscribes it. */
  void open(List<Agent> agents, List<Bin> bins, Carrier carrier) {
    Set<String> names = agents.stream().map(Agent::userName).collect(Collectors.toSet());
    for (Bin bin : bins) {
      long hear = bin.members().stream().filter(each -> names.contains(each.userName())).count();
      listenersOfBin.put(bin.path(), (int) hear);
    }
    List<String> failed = Collections.synchronizedList(new ArrayList<>());
    new Crew(AT_ONCE)
        .each(
            agents,
            agent -> {
              if (!open(agent, carrier)) {
                failed.add(agent.userName());
              }
            });
    if (!failed.isEmpty()) {
      throw new UnusableServerException(
          "%d of %d listeners got no session by %s, %s among them"
              .formatted(failed.size(), agents.size(), carrier.wireName(), failed.getFirst()));
    }
  }

  private boolean open(Agent agent, Carrier carrier) {
    Listener listener = Listener.open(agent, carrier, List.of("/v2/me/workbins"), new Notes());
    synchronized (listeners) {
      listeners.add(listener);
    }
    try {
      return listener.awaitOpen(LIMIT)
          && agent.post("/api/v2/me/workbins", "{\"operationName\":\"Subscribe\"}")
              instanceof Reply reply
          && reply.isDone();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** That pull was done; listeners may have heard of it before its answer came. */
  void pulled(Bin bin, String item, long sent, boolean measured) {
    int hear = listenersOfBin.getOrDefault(bin.path(), 0);
    if (hear > 0) {
      deliveries.pulled(item, sent, measured, hear);
    }
  }

  /** Nobody knows what became of that pull. */
  void unknown(String item) {
    if (!listenersOfBin.isEmpty()) {
      deliveries.unknown(item);
    }
  }

  /** What came of the pulls. */
  Deliveries deliveries() {
    return deliveries;
  }

  /** All messages that came. */
  long messages() {
    return messages.sum();
  }

  /** How often a connection was lost. */
  long lost() {
    return lost.sum();
  }

  int size() {
    return listeners.size();
  }

  @Override
  public void close() {
    closing = true;
    new Crew(AT_ONCE).each(List.copyOf(listeners), Listener::close);
  }

  private final class Notes implements Ear {
    @Override
    public void heard(Heard message) {
      messages.increment();
      Map<String, Object> data = message.data();
      if (measuresPulls
          && "ItemRemoved".equals(data.get("action"))
          && data.get("workitemStateResourceV2") instanceof Map<?, ?> item
          && item.get("id") instanceof String id
          && SHARED.stream().anyMatch(data::containsKey)) {
        deliveries.heard(id, change(data), message.at());
      }
    }

    /** Which bin, and its revision. */
    private static String change(Map<String, Object> data) {
      StringBuilder text = new StringBuilder().append(data.get("id"));
      SHARED.forEach(owner -> text.append(' ').append(data.get(owner)));
      return text.append(' ').append(data.get("revision")).toString();
    }

    @Override
    public void lost(String why) {
      if (!closing) {
        lost.increment();
      }
    }
  }
}
