package org.openworkbin.endtoend;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.openworkbin.directory.Directories;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.DescribedApi;
import org.openworkbin.testing.DescribedPath;

/**
 * Requests to every address of the description, with every method, query and operation and with
 * every choice of ids that are Ada's or nobody's.
 */
final class EveryRequest {
  static final String UNKNOWN = "0001NOSUCHITEM00";
  static final List<String> WORKBINS =
      List.of(
          "6c715fa9-de16-4d23-b07c-cbcb1caf3e07",
          "5d487e69-a393-4228-a06f-6a4015ab1b54",
          "aee812a5-7396-4dd9-b180-230f1c1fb085",
          "a15862be-2445-4735-aad2-69694a0f50ff");

  static final String DEVICE = "0d5a1c52-6c1b-4a0e-9d0c-5b0d2f6a8e77";
  static final String SKILL = "5c1f0a52-6c1b-4a0e-9d0c-5b0d2f6a8e78";

  /** What ends the sender's own session, and concerns nobody else. */
  private static final Set<String> OF_HIS_OWN =
      Set.of("EndContactCenterSession", "Logout", "ChangePassword");

  private final DescribedApi api;
  private final DemoServer demo;
  private final List<String> items;
  private final String move;

  /** Sends one request; the body is empty where there is none. */
  interface Request {
    void send(String method, String target, String body);
  }

  /**
   * @param items interactions that are Ada's
   * @param move a move of several at once that is hers
   */
  EveryRequest(DescribedApi api, DemoServer demo, List<String> items, String move) {
    this.api = api;
    this.demo = demo;
    this.items = items;
    this.move = move;
  }

  /** Sends them all, those of one address after those of another. */
  void forEach(Request request) {
    api.paths().forEach(path -> walk(path, request));
  }

  private void walk(DescribedPath path, Request request) {
    for (String template : path.spelledOut()) {
      for (String address : filled(template, path)) {
        for (String method : path.methods()) {
          for (String query : queries(path, method)) {
            for (String body : bodies(path, method)) {
              request.send(method, address + query, body);
            }
          }
        }
      }
    }
  }

  private List<String> filled(String template, DescribedPath path) {
    List<String> all = List.of(template);
    for (String name : path.names()) {
      List<String> values = values(name);
      all =
          all.stream()
              .flatMap(each ->
                  each.contains("{" + name + "}")
                      ? values.stream().map(value -> each.replace("{" + name + "}", value))
                      : Stream.of(each))
              .toList();
    }
    return all;
  }

  /** What belongs to Ada, and what does not exist, of the kind that a parameter names. */
  private List<String> values(String parameter) {
    return switch (parameter) {
      case "userId" -> List.of(demo.user("ada").value());
      case "workbinId" -> WORKBINS;
      case "interactionId" -> Stream.concat(items.stream(), Stream.of(UNKNOWN)).toList();
      case "medium" -> List.of("workitems", "chats");
      case "mediaType" -> List.of("callback");
      case "channel" -> List.of("chat");
      case "file" -> List.of("index.html");
      case "deviceId" -> List.of(DEVICE);
      case "skillId" -> List.of(SKILL);
      case "groupId" -> List.of(demo.teamBin().owner().value());
      case "placeId" -> List.of("2f1c7a52-6c1b-4a0e-9d0c-5b0d2f6a8e01");
      case "queueId" -> List.of("7be4f1d3-52a9-4c06-9f81-d3a0c6e57b40");
      case "contactId" -> List.of(demo.user("ada").value());
      case "featureId" -> List.of("api-multimedia");
      case "contactCenterId" -> List.of(demo.part(Directories.class).now().contactCenterId());
      case "moveId" -> List.of(move);
      case "group" -> List.of("general-settings", "access-control", "agent-states");
      case "objects" -> List.of("persons", "agent-groups", "places", "place-groups", "skills");
      default -> List.of("1");
    };
  }

  private List<String> queries(DescribedPath path, String method) {
    Set<String> known = path.query(method);
    String shown =
        Map.of("fields", "*", "subresources", "*", "since", "0").entrySet().stream()
            .filter(each -> known.contains(each.getKey()))
            .map(each -> each.getKey() + "=" + each.getValue())
            .sorted()
            .collect(joining("&", "?", ""));
    List<String> queries = new ArrayList<>(List.of(shown));
    Map.of(
            "agentGroup",
            "MyAgentGroup",
            "placeGroup",
            "MyPlaceGroup",
            "owner",
            demo.user("ada").value(),
            "workbinIds",
            String.join(",", WORKBINS))
        .forEach((name, value) -> {
          if (known.contains(name)) {
            queries.add(shown + "&" + name + "=" + value);
          }
        });
    return queries;
  }

  private List<String> bodies(DescribedPath path, String method) {
    if (!method.equals("POST") || api.operationNames(path).isEmpty()) {
      return List.of(method.equals("GET") ? "" : "{}");
    }
    return api.operationNames(path).stream()
        .filter(operation -> !OF_HIS_OWN.contains(operation))
        .flatMap(operation -> bodies(path, operation, api.members(path, method, operation)))
        .toList();
  }

  private Stream<String> bodies(DescribedPath path, String operation, Set<String> members) {
    boolean onItems = members.contains("id") && !path.names().contains("interactionId");
    return (onItems ? values("interactionId") : List.of(""))
        .stream()
            .map(item ->
                members.stream()
                    .flatMap(member -> member(member, operation, item))
                    .collect(joining(",", "{", "}")));
  }

  private Stream<String> member(String name, String operation, String item) {
    String ada = demo.user("ada").value();
    return switch (name) {
      case "operationName" -> Stream.of("\"operationName\":\"" + operation + "\"");
      case "id" -> Stream.of("\"id\":\"" + item + "\"");
      case "userData" ->
          Stream.of(
              operation.equals("DeleteUserData")
                  ? "\"userData\":[\"Subject\"]"
                  : "\"userData\":{\"Subject\":\"taken\"}");
      case "comment", "disposition", "nickname" -> Stream.of("\"" + name + "\":\"x\"");
      case "targetUri" -> Stream.of("\"targetUri\":\"/users/" + demo.user("dan").value() + "\"");
      case "workbinType" -> Stream.of("\"workbinType\":\"AgentGroup\"");
      case "workbinOwner" -> Stream.of("\"workbinOwner\":\"MyAgentGroup\"");
      case "userIds" -> Stream.of("\"userIds\":[\"" + ada + "\"]");
      default -> Stream.empty();
    };
  }
}
