package org.openworkbin.proof.load;

import java.util.List;
import org.openworkbin.proof.client.Agent;
import org.openworkbin.proof.client.Bin;
import org.openworkbin.proof.client.Response.Reply;
import org.openworkbin.proof.client.Scene;
import org.openworkbin.proof.load.Figures.Result;

/** The requests of agents, measured. Times are those at which they were to begin. */
final class Calls {
  private static final int PAGE = 25;
  private static final String ITEM = "/api/v2/me/workitems/";

  private final Figures figures;
  private final Audience audience;
  private final Scene scene;
  private final String userData;

  Calls(Figures figures, Audience audience, Scene scene, int bytes) {
    this.figures = figures;
    this.audience = audience;
    this.scene = scene;
    this.userData = "{\"Note\":\"" + "n".repeat(bytes) + "\"}";
  }

  Result pull(Agent agent, Bin bin, String item, long intended) {
    Result result =
        figures.measure(
            Operation.PULL, intended, () -> agent.post(bin.path(), body("PullWorkitem", item)));
    switch (result) {
      case Result.Done done ->
          audience.pulled(bin, item, done.sent(), figures.isMeasured(intended));
      case Result.Lost _ -> {}
      case Result.Failed _ -> audience.unknown(item);
    }
    return result;
  }

  Result park(Agent agent, Bin bin, String item, long intended) {
    return add(Operation.PARK, agent, bin, item, intended);
  }

  /** Like {@link #park}, by a supervisor out of another bin. */
  Result move(Agent agent, Bin bin, String item, long intended) {
    return add(Operation.MOVE, agent, bin, item, intended);
  }

  private Result add(Operation operation, Agent agent, Bin bin, String item, long intended) {
    return figures.measure(
        operation, intended, () -> agent.post(bin.path(), body("AddWorkitem", item)));
  }

  /** The answer's header {@code Workbin-Item} says which. */
  Result create(Agent agent, long intended) {
    Result result =
        figures.measure(
            Operation.CREATE,
            intended,
            () ->
                agent.post(
                    "/api/v2/me/workitems",
                    "{\"operationName\":\"Create\",\"userData\":" + userData + "}"));
    if (result instanceof Result.Done done) {
      scene.made(done.reply().header("Workbin-Item"));
    }
    return result;
  }

  Result update(Agent agent, String item, long intended) {
    return figures.measure(
        Operation.UPDATE,
        intended,
        () ->
            agent.post(
                ITEM + item,
                "{\"operationName\":\"UpdateUserData\",\"userData\":" + userData + "}"));
  }

  Result release(Agent agent, String item, long intended) {
    return figures.measure(
        Operation.RELEASE,
        intended,
        () -> agent.post(ITEM + item, "{\"operationName\":\"Release\"}"));
  }

  Result complete(Agent agent, String item, long intended) {
    return figures.measure(
        Operation.COMPLETE,
        intended,
        () -> agent.post(ITEM + item, "{\"operationName\":\"Complete\"}"));
  }

  Result page(Agent agent, Bin bin, long intended) {
    return figures.measure(
        Operation.PAGE, intended, () -> agent.get(bin.path("subresources=*&limit=" + PAGE)));
  }

  /** Several at once, not measured; whether all of them were done. */
  static boolean several(Agent agent, Bin bin, String operation, List<String> items) {
    return agent.post(
                bin.path(),
                "{\"operationName\":\"%s\",\"ids\":[\"%s\"]}"
                    .formatted(operation, String.join("\",\"", items)))
            instanceof Reply reply
        && reply.isDone();
  }

  private static String body(String operation, String item) {
    return "{\"operationName\":\"" + operation + "\",\"id\":\"" + item + "\"}";
  }
}
