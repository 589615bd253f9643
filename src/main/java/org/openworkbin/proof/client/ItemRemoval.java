package org.openworkbin.proof.client;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.openworkbin.proof.client.Response.Reply;
import tools.jackson.databind.JsonNode;

/**
 * Completes work items wherever they are.
 *
 * @param left is told what could not be completed
 */
record ItemRemoval(Consumer<String> left) {
  private static final int PAGE = 100;
  private static final String ITEM = "/api/v2/me/workitems/";
  private static final String ACCEPT = "{\"operationName\":\"Accept\"}";
  private static final String COMPLETE = "{\"operationName\":\"Complete\"}";

  /**
   * Those that the agent has in hand and that are wanted.
   *
   * @return which were completed
   */
  List<String> inHandOf(Agent agent, Predicate<String> wanted) {
    List<String> done = new ArrayList<>();
    switch (agent.get("/api/v2/me/workitems?fields=id,state")) {
      case Reply reply when reply.isDone() -> {
        for (JsonNode item : reply.json().path("workitems")) {
          String id = item.path("id").asString();
          if (wanted.test(id) && complete(agent, item)) {
            done.add(id);
          }
        }
      }
      case Reply reply when reply.status() == 403 -> {}
      case Reply reply ->
          left.accept("what %s has in hand (%d)".formatted(agent.userName(), reply.status()));
      case Response.NoReply none ->
          left.accept("what %s has in hand (%s)".formatted(agent.userName(), none.cause()));
    }
    return done;
  }

  /** What is offered has to be taken first. */
  private boolean complete(Agent agent, JsonNode item) {
    String id = item.path("id").asString();
    if (item.path("state").asString().equals("Invited")) {
      agent.post(ITEM + id, ACCEPT);
    }
    return complete(agent, id);
  }

  private boolean complete(Agent agent, String item) {
    Response done = agent.post(ITEM + item, COMPLETE);
    if (done instanceof Reply reply && reply.isDone()) {
      return true;
    }
    left.accept("work item " + item);
    return false;
  }

  /** Everything in the bin, which the agent takes out. */
  void inBin(Agent agent, Bin bin) {
    while (true) {
      List<String> page = new ArrayList<>();
      Response content = agent.get(bin.path("subresources=*&limit=" + PAGE));
      if (content instanceof Reply reply && (reply.isDone() || reply.status() == 403)) {
        reply.json().path("workbin").path("order").forEach(id -> page.add(id.asString()));
      } else if (!(content instanceof Reply reply && reply.status() == 404)) {
        left.accept("what lies in " + bin.name());
      }
      if (page.isEmpty()) {
        return;
      }
      if (take(agent, bin, page).isEmpty()) {
        left.accept("what lies in " + bin.name());
        return;
      }
    }
  }

  /**
   * Takes those of these out of the bin that lie there.
   *
   * @return which were completed
   */
  List<String> take(Agent agent, Bin bin, List<String> items) {
    String pull =
        "{\"operationName\":\"PullInteraction\",\"ids\":[\"%s\"]}"
            .formatted(String.join("\",\"", items));
    List<String> done = new ArrayList<>();
    if (agent.post(bin.path(), pull) instanceof Reply pulled) {
      for (JsonNode taken : pulled.json().path("succeeded")) {
        String id = taken.path("id").asString();
        if (complete(agent, id)) {
          done.add(id);
        }
      }
    }
    return done;
  }
}
