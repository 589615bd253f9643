package org.openworkbin.proof.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import org.openworkbin.proof.client.Response.Reply;
import tools.jackson.databind.JsonNode;

/**
 * Users who are there already, and the bins of groups that they see. They touch no interaction but
 * those that they have made themselves, and complete these at the end.
 */
public final class Guests implements Scene {
  private static final int AT_ONCE = 16;
  private static final int IDS_A_CALL = 100;

  private final List<Agent> agents;
  private final List<Bin> bins;
  private final Map<String, Bin> own;
  private final Set<String> made = ConcurrentHashMap.newKeySet();

  private Guests(List<Agent> agents, List<Bin> bins, Map<String, Bin> own) {
    this.agents = List.copyOf(agents);
    this.bins = List.copyOf(bins);
    this.own = Map.copyOf(own);
  }

  /**
   * Asks each what he sees.
   *
   * @throws UnusableServerException with a sentence where one can't log in
   */
  public static Guests of(List<Agent> agents) {
    Map<String, Bin> own = new LinkedHashMap<>();
    Map<String, Bin> shared = new LinkedHashMap<>();
    for (Agent agent : agents) {
      for (JsonNode workbin : asked(agent, "/api/v2/me/workbins?fields=*").path("workbins")) {
        if (workbin.path("type").asString().equals("Agent")) {
          own.putIfAbsent(agent.userName(), bin(workbin, "", agent));
        }
      }
      for (JsonNode group : asked(agent, "/api/v2/me/groups?fields=*").path("groups")) {
        if (group.path("type").asString().equals("AgentGroup")) {
          ofGroup(agent, group.path("name").asString())
              .forEach(bin -> shared.merge(bin.path(), bin, Guests::together));
        }
      }
    }
    return new Guests(agents, List.copyOf(shared.values()), own);
  }

  private static List<Bin> ofGroup(Agent agent, String group) {
    String owner =
        "agentGroup=" + URLEncoder.encode(group, StandardCharsets.UTF_8).replace("+", "%20");
    List<Bin> bins = new ArrayList<>();
    for (JsonNode workbin : asked(agent, "/api/v2/workbins?fields=*&" + owner).path("workbins")) {
      if (workbin.path("type").asString().equals("AgentGroup")) {
        bins.add(bin(workbin, owner, agent));
      }
    }
    return bins;
  }

  private static JsonNode asked(Agent agent, String path) {
    Reply reply = agent.get(path).orThrow(path);
    if (!reply.isDone()) {
      throw new UnusableServerException(
          "%s gets no answer to %s: %d %s"
              .formatted(agent.userName(), path, reply.status(), Stage.why(reply)));
    }
    return reply.json();
  }

  private static Bin bin(JsonNode workbin, String owner, Agent agent) {
    return new Bin(
        workbin.path("workbinName").asString(),
        workbin.path("id").asString(),
        owner,
        List.of(agent));
  }

  private static Bin together(Bin bin, Bin other) {
    List<Agent> members = new ArrayList<>(bin.members());
    members.addAll(other.members());
    return new Bin(bin.name(), bin.workbinId(), bin.owner(), members);
  }

  @Override
  public List<Agent> agents() {
    return agents;
  }

  @Override
  public List<Bin> bins() {
    return bins;
  }

  @Override
  public Optional<Bin> ownBin(Agent agent) {
    return Optional.ofNullable(own.get(agent.userName()));
  }

  @Override
  public Optional<Agent> supervisor() {
    return Optional.empty();
  }

  @Override
  public List<String> fill(Bin bin, int count, int bytes) {
    String create =
        "{\"operationName\":\"Create\",\"userData\":{\"Note\":\"%s\"}}"
            .formatted("n".repeat(bytes));
    ConcurrentLinkedQueue<String> ids = new ConcurrentLinkedQueue<>();
    Queue<UnusableServerException> failed = new ConcurrentLinkedQueue<>();
    List<Agent> turns = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      turns.add(bin.members().get(i % bin.members().size()));
    }
    new Crew(AT_ONCE)
        .each(
            turns,
            agent -> {
              try {
                ids.add(fill(agent, bin, create));
              } catch (UnusableServerException why) {
                failed.add(why);
              }
            });
    UnusableServerException why = failed.peek();
    if (why != null) {
      throw why;
    }
    return List.copyOf(ids);
  }

  /** One item, by that agent. */
  private String fill(Agent agent, Bin bin, String create) {
    String item = done(agent, "/api/v2/me/workitems", create).header("Workbin-Item");
    made.add(item);
    var _ = done(agent, bin.path(), "{\"operationName\":\"AddWorkitem\",\"id\":\"" + item + "\"}");
    return item;
  }

  private static Reply done(Agent agent, String path, String body) {
    Reply reply = agent.post(path, body).orThrow(path);
    if (!reply.isDone()) {
      throw new UnusableServerException(
          "%s can't put anything into a bin, by %s: %d %s"
              .formatted(agent.userName(), path, reply.status(), Stage.why(reply)));
    }
    return reply;
  }

  @Override
  public void made(String item) {
    made.add(item);
  }

  @Override
  public List<String> remove() {
    Set<String> left = new ConcurrentSkipListSet<>();
    ItemRemoval removal = new ItemRemoval(left::add);
    new Crew(AT_ONCE)
        .each(agents, agent -> made.removeAll(removal.inHandOf(agent, made::contains)));
    for (Bin bin : everyBin()) {
      List<String> rest = List.copyOf(made);
      for (int from = 0; from < rest.size(); from += IDS_A_CALL) {
        List<String> some = rest.subList(from, Math.min(rest.size(), from + IDS_A_CALL));
        made.removeAll(removal.take(bin.members().getFirst(), bin, some));
      }
    }
    made.forEach(item -> {
      if (isOpen(item)) {
        left.add("work item " + item);
      }
    });
    return List.copyOf(left);
  }

  /** Whether it is in somebody's hand or in a bin still; a history tells those who had it. */
  private boolean isOpen(String item) {
    Response history = agents.getFirst().get("/api/v2/interactions/" + item + "/history?limit=1");
    return !(history instanceof Reply reply
        && (reply.status() == 404
            || reply
                .json()
                .path("history")
                .path(0)
                .path("to")
                .path("kind")
                .asString()
                .equals("ended")));
  }

  private List<Bin> everyBin() {
    List<Bin> all = new ArrayList<>(bins);
    all.addAll(own.values());
    return all;
  }
}
