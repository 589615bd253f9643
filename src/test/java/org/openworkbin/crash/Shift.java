package org.openworkbin.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.openworkbin.id.UserId;

/**
 * The contact centre that crowds work in: eight agents, one bin that they share and one of each.
 */
final class Shift {
  static final int AGENTS = 8;
  private static final int SHARED_ITEMS = 48;
  private static final int OWN_ITEMS = 4;
  private static final String SHARED_BIN = "6c715fa9-de16-4d23-b07c-000000000001";
  private static final String OWN_BIN = "6c715fa9-de16-4d23-b07c-000000000002";
  private static final String SHARED_PATH =
      "/api/v2/me/workbins/" + SHARED_BIN + "?agentGroup=Crowd";
  private static final String OWN_PATH = "/api/v2/me/workbins/" + OWN_BIN;

  private Shift() {}

  /** As a file for {@code import}; the password of each agent is {@code demo}. */
  static String yaml() {
    StringBuilder text = new StringBuilder("users:\n");
    List<String> names = IntStream.range(0, AGENTS).mapToObj(Shift::name).toList();
    names.forEach(name ->
        text.append(
            "  - { id: %s, userName: %s, roles: [ROLE_AGENT], password: demo }\n"
                .formatted(id(names.indexOf(name)).value(), name)));
    text.append("agentGroups:\n  - { name: Crowd, members: %s }\n".formatted(names));
    text.append(
        """
        workbins:
          - { id: %s, name: shared, displayName: Shared, type: AgentGroup }
          - { id: %s, name: own, displayName: Own, type: Agent }
        interactions:
        """
            .formatted(SHARED_BIN, OWN_BIN));
    sharedItems().forEach(item -> addItem(text, item, "{ workbin: shared, agentGroup: Crowd }"));
    for (String name : names) {
      ownItems(names.indexOf(name))
          .forEach(item -> addItem(text, item, "{ workbin: own, agent: %s }".formatted(name)));
    }
    return text.toString();
  }

  private static void addItem(StringBuilder text, String item, String place) {
    text.append(
        "  - { id: %s, medium: workitem, in: %s, age: 1h, subject: Task %s }\n"
            .formatted(item, place, item));
  }

  static String name(int agent) {
    return "agent" + agent;
  }

  /** The agent of that name. */
  static int agent(String name) {
    return Integer.parseInt(name.substring("agent".length()));
  }

  static UserId id(int agent) {
    return new UserId("%032x".formatted(0xa9e27L * 16 + agent));
  }

  /** The items of the bin that all agents share. */
  static List<String> sharedItems() {
    return IntStream.range(0, SHARED_ITEMS).mapToObj("CRASHSHARED%05d"::formatted).toList();
  }

  /** The items of that agent's own bin. */
  static List<String> ownItems(int agent) {
    return IntStream.range(0, OWN_ITEMS)
        .mapToObj(item -> "CRASHOWN%04d%04d".formatted(agent, item))
        .toList();
  }

  /** All items that the agent may work on. */
  static List<String> itemsOf(int agent) {
    List<String> items = new ArrayList<>(sharedItems());
    items.addAll(ownItems(agent));
    return items;
  }

  /** The path of the bin that an item belongs to. */
  static String binOf(String item) {
    return item.startsWith("CRASHSHARED") ? SHARED_PATH : OWN_PATH;
  }
}
