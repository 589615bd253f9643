package org.openworkbin.proof.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.openworkbin.proof.client.Response.Reply;
import tools.jackson.databind.JsonNode;

/** Removes a stage: first what is worked on, then those who work and where. */
final class StageRemoval {
  private static final String CONFIGURATION = "/api/v2/platform/configuration/";
  private static final int AT_ONCE = 16;

  private final Agent administrator;
  private final Stage stage;
  private final StagePlan plan;
  private final Set<String> left = new ConcurrentSkipListSet<>();

  StageRemoval(Agent administrator, Stage stage) {
    this.administrator = administrator;
    this.stage = stage;
    this.plan = stage.plan();
  }

  /** All of it. */
  List<String> run() {
    items();
    return people();
  }

  /** Everything but what is worked on. */
  List<String> people() {
    for (StagePlan.Workbin workbin : plan.workbins()) {
      delete(
          "/api/v2/administration/workbins/" + plan.workbinId(workbin),
          "workbin " + plan.workbinName(workbin));
    }
    List<String> users = new ArrayList<>(plan.agentNames());
    users.add(plan.bossName());
    new Crew(AT_ONCE)
        .each(users, user -> delete("/api/v2/users/" + plan.userId(user), "user " + user));
    new Crew(AT_ONCE)
        .each(plan.groupNames(), group -> numbered("agent-groups", "agent group", group));
    if (plan.places() > 0) {
      numbered("place-groups", "place group", plan.placeGroupName());
      new Crew(AT_ONCE).each(plan.placeNames(), place -> numbered("places", "place", place));
    }
    return List.copyOf(left);
  }

  private void items() {
    ItemRemoval items = new ItemRemoval(left::add);
    new Crew(AT_ONCE).each(stage.agents(), agent -> items.inHandOf(agent, _ -> true));
    var _ = items.inHandOf(stage.boss(), _ -> true);
    new Crew(AT_ONCE).each(stage.bins(), bin -> items.inBin(stage.boss(), bin));
    new Crew(AT_ONCE).each(stage.agents(), agent -> items.inBin(agent, stage.own(agent)));
  }

  private void delete(String path, String name) {
    switch (administrator.delete(path)) {
      case Reply reply when reply.isDone() || reply.status() == 404 -> {}
      case Reply reply -> left.add("%s (%d %s)".formatted(name, reply.status(), Stage.why(reply)));
      case Response.NoReply none -> left.add("%s (%s)".formatted(name, none.cause()));
    }
  }

  /** Those objects are addressed by numbers, which the server gives. */
  private void numbered(String collection, String kind, String name) {
    String query = "?name=" + URLEncoder.encode('"' + name + '"', StandardCharsets.UTF_8);
    switch (administrator.get(CONFIGURATION + collection + query)) {
      case Reply reply when reply.isDone() -> {
        for (JsonNode found : reply.json().path(collection)) {
          delete(
              CONFIGURATION + collection + "/" + found.path("DBID").asString(), kind + " " + name);
        }
      }
      case Reply reply ->
          left.add("%s %s (%d %s)".formatted(kind, name, reply.status(), Stage.why(reply)));
      case Response.NoReply none -> left.add("%s %s (%s)".formatted(kind, name, none.cause()));
    }
  }
}
