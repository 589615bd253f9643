package org.openworkbin.proof.client;

import java.util.Iterator;
import java.util.List;

/** The contact-centre files that a stage is made by. */
final class StageFile {
  private final StagePlan plan;

  StageFile(StagePlan plan) {
    this.plan = plan;
  }

  /** Everybody and everything but interactions. */
  String everything(String passwordHash) {
    StringBuilder text = new StringBuilder(256 + 200 * plan.agents());
    places(text);
    users(text, passwordHash);
    text.append("agentGroups:\n");
    List<String> groups = plan.groupNames();
    for (int i = 0; i < groups.size(); i++) {
      text.append(group(groups.get(i), plan.members(i)));
    }
    text.append("workbins:\n");
    for (StagePlan.Workbin workbin : plan.workbins()) {
      text.append(
          "  - { id: %s, name: %s, type: %s }\n"
              .formatted(plan.workbinId(workbin), plan.workbinName(workbin), workbin.type()));
    }
    return text.toString();
  }

  private void places(StringBuilder text) {
    List<String> places = plan.placeNames();
    if (places.isEmpty()) {
      return;
    }
    text.append("places:\n");
    places.forEach(place -> text.append("  - { name: %s }\n".formatted(place)));
    text.append(
        "placeGroups:\n  - { name: %s, places: %s }\n".formatted(plan.placeGroupName(), places));
  }

  private void users(StringBuilder text, String passwordHash) {
    text.append("users:\n");
    List<String> places = plan.placeNames();
    List<String> agents = plan.agentNames();
    for (int i = 0; i < agents.size(); i++) {
      String seat =
          places.isEmpty() ? "" : ", defaultPlace: %s".formatted(places.get(i % places.size()));
      user(text, agents.get(i), "ROLE_AGENT", seat, passwordHash);
    }
    user(text, plan.bossName(), "ROLE_AGENT, ROLE_SUPERVISOR", "", passwordHash);
  }

  private void user(
      StringBuilder text, String name, String roles, String seat, String passwordHash) {
    text.append(
        "  - { userName: %s, id: %s, firstName: Load, lastName: %s, roles: [%s]%s, passwordHash: \"%s\" }\n"
            .formatted(name, plan.userId(name), name, roles, seat, passwordHash));
  }

  /** A group alone. */
  String members(String group, List<String> members) {
    return "agentGroups:\n" + group(group, members);
  }

  private String group(String name, List<String> members) {
    return "  - { name: %s, members: %s, managers: [%s] }\n"
        .formatted(name, members, plan.bossName());
  }

  /** Work items in a group's bin. */
  String items(String group, List<String> ids, int bytes) {
    StringBuilder text = new StringBuilder(ids.size() * (160 + bytes)).append("interactions:\n");
    for (Iterator<String> id = ids.iterator(); id.hasNext(); ) {
      text.append(
          "  - { id: %s, medium: workitem, in: { workbin: %s, agentGroup: %s }, age: 1m, userData: { Note: \"%s\" } }\n"
              .formatted(
                  id.next(), plan.workbinName(StagePlan.Workbin.TEAM), group, "n".repeat(bytes)));
    }
    return text.toString();
  }
}
