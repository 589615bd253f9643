package org.openworkbin.proof.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * What a {@link Stage} is to be made of. Names and ids follow from the prefix alone, so that what
 * was made is found again whatever happened meanwhile.
 *
 * @param prefix what all names begin with
 * @param groups each has a bin
 * @param groupsPerAgent how many of them each agent is in; they are dealt in turn
 * @param places where agents sit, dealt in turn; each has a bin, and all are one place group, which
 *     has one, too. 0: nobody sits
 */
public record StagePlan(String prefix, int agents, int groups, int groupsPerAgent, int places) {
  public StagePlan {
    if (agents < 1 || groups < 1 || groupsPerAgent < 1 || places < 0) {
      throw new IllegalArgumentException("a stage has agents and groups");
    }
    groupsPerAgent = Math.min(groups, groupsPerAgent);
  }

  List<String> agentNames() {
    return names(agents, this::agentName);
  }

  /** Manages all groups. */
  String bossName() {
    return prefix + "-boss";
  }

  List<String> groupNames() {
    return names(groups, group -> name("g", group));
  }

  List<String> placeNames() {
    return names(places, place -> name("p", place));
  }

  String placeGroupName() {
    return prefix + "-floor";
  }

  private static List<String> names(int count, IntFunction<String> name) {
    return IntStream.range(0, count).mapToObj(name).toList();
  }

  private String agentName(int agent) {
    return name("a", agent);
  }

  private String name(String kind, int number) {
    return String.format(Locale.ROOT, "%s-%s%d", prefix, kind, number + 1);
  }

  /** The names of the agents in a group. */
  List<String> members(int group) {
    return IntStream.range(0, agents)
        .filter(agent -> Math.floorMod(group - agent, groups) < groupsPerAgent)
        .mapToObj(this::agentName)
        .toList();
  }

  /** The id of a user, 32 hexadecimal digits. */
  String userId(String userName) {
    return uuid(userName).replace("-", "");
  }

  String workbinId(Workbin workbin) {
    return uuid(workbinName(workbin));
  }

  String workbinName(Workbin workbin) {
    return prefix + "-" + workbin.word;
  }

  /** Which workbins there are: those of places only where there are places. */
  List<Workbin> workbins() {
    return IntStream.range(0, Workbin.values().length)
        .mapToObj(i -> Workbin.values()[i])
        .filter(workbin -> places > 0 || !workbin.ofPlaces)
        .toList();
  }

  private static String uuid(String name) {
    return UUID.nameUUIDFromBytes(("open-workbin " + name).getBytes(UTF_8)).toString();
  }

  /** The kinds of owners, each with a workbin. */
  enum Workbin {
    TEAM("team", "AgentGroup", false),
    OWN("own", "Agent", false),
    DESK("desk", "Place", true),
    FLOOR("office", "PlaceGroup", true);

    private final String word;
    private final String type;
    private final boolean ofPlaces;

    Workbin(String word, String type, boolean ofPlaces) {
      this.word = word;
      this.type = type;
      this.ofPlaces = ofPlaces;
    }

    /** As a contact-centre file has it. */
    String type() {
      return type;
    }
  }
}
