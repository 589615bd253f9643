package org.openworkbin.proof.client;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.openworkbin.directory.PasswordHashing;
import org.openworkbin.proof.client.Response.Reply;

/**
 * A contact centre of one's own on a running server, made by an administrator under a prefix and
 * removed without a trace afterwards. Other people of that server see its workbins while it is
 * there. Thread-safe.
 */
public final class Stage implements Scene {
  private static final String IMPORT = "/api/v2/administration/import";
  private static final int ITEMS_A_FILE = 1000;
  private static final int FILES_AT_ONCE = 4;
  private static final int PASSWORD_BYTES = 16;

  private final Agent administrator;
  private final StagePlan plan;
  private final StageFile file;
  private final Agent boss;
  private final Map<String, Agent> agents = new TreeMap<>();
  private final List<Agent> inOrder;
  private final List<Bin> bins = new ArrayList<>();
  private final Map<String, List<String>> members = new ConcurrentHashMap<>();
  private final ItemIds ids = new ItemIds();

  private Stage(Agent administrator, StagePlan plan, String password) {
    Server server = administrator.server();
    this.administrator = administrator;
    this.plan = plan;
    this.file = new StageFile(plan);
    this.boss = server.agent(plan.bossName(), password);
    plan.agentNames().forEach(name -> agents.put(name, server.agent(name, password)));
    this.inOrder = plan.agentNames().stream().map(agents::get).toList();
    List<String> groups = plan.groupNames();
    for (int i = 0; i < groups.size(); i++) {
      members.put(groups.get(i), plan.members(i));
      bins.add(team(groups.get(i), plan.members(i)));
    }
  }

  /**
   * Makes it.
   *
   * @throws UnusableServerException with a sentence where the server or the administrator can't
   */
  public static Stage build(Agent administrator, StagePlan plan) {
    byte[] password = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(password);
    Stage stage = new Stage(administrator, plan, HexFormat.of().formatHex(password));
    // One cheap hash for all: nobody guesses this password, and it is gone with the stage.
    String hash = PasswordHashing.cheap().hash(stage.boss.password());
    Response response = stage.post(stage.file.everything(hash));
    if (response instanceof Response.NoReply) {
      // Nobody knows whether it is there.
      var _ = new StageRemoval(administrator, stage).people();
    }
    stage.check(response, "the stage");
    return stage;
  }

  private Response post(String yaml) {
    return administrator.call("POST", IMPORT, yaml, Map.of("Content-Type", "application/yaml"));
  }

  private void check(Response response, String what) {
    Reply reply = response.orThrow("make " + what);
    if (!reply.isDone()) {
      throw new UnusableServerException(
          "%s can't make %s: %d %s"
              .formatted(administrator.userName(), what, reply.status(), why(reply)));
    }
  }

  private void load(String yaml, String what) {
    check(post(yaml), what);
  }

  static String why(Reply reply) {
    String message = reply.json().path("statusMessage").asString("");
    return message.isEmpty() ? reply.text().lines().findFirst().orElse("") : message;
  }

  private Bin team(String group, List<String> names) {
    return new Bin(
        plan.workbinName(StagePlan.Workbin.TEAM) + " of " + group,
        plan.workbinId(StagePlan.Workbin.TEAM),
        "agentGroup=" + group,
        names.stream().map(agents::get).toList());
  }

  public StagePlan plan() {
    return plan;
  }

  /** All agents, without the {@link #boss}. */
  @Override
  public List<Agent> agents() {
    return inOrder;
  }

  /** The id that the server knows somebody of the stage by. */
  public String userId(Agent agent) {
    return plan.userId(agent.userName());
  }

  /** A supervisor: manages all groups and is in none. */
  public Agent boss() {
    return boss;
  }

  /** The bins of the groups. */
  @Override
  public List<Bin> bins() {
    return List.copyOf(bins);
  }

  /** The agent's own bin. */
  public Bin own(Agent agent) {
    return new Bin(
        plan.workbinName(StagePlan.Workbin.OWN) + " of " + agent.userName(),
        plan.workbinId(StagePlan.Workbin.OWN),
        "",
        List.of(agent));
  }

  @Override
  public Optional<Bin> ownBin(Agent agent) {
    return Optional.of(own(agent));
  }

  @Override
  public Optional<Agent> supervisor() {
    return Optional.of(boss);
  }

  /** Everything that is found on the stage goes, so nothing has to be remembered. */
  @Override
  public void made(String item) {}

  @Override
  public List<String> fill(Bin bin, int count, int bytes) {
    String group = group(bin);
    List<String> all = ids.next(count);
    List<List<String>> parts = new ArrayList<>();
    for (int from = 0; from < count; from += ITEMS_A_FILE) {
      parts.add(all.subList(from, Math.min(count, from + ITEMS_A_FILE)));
    }
    Collection<RuntimeException> failed = new ConcurrentLinkedQueue<>();
    new Crew(FILES_AT_ONCE)
        .each(
            parts,
            part -> {
              try {
                load(file.items(group, part, bytes), "items");
              } catch (RuntimeException why) {
                failed.add(why);
              }
            });
    failed.stream()
        .findFirst()
        .ifPresent(why -> {
          throw why;
        });
    return all;
  }

  /** Takes an agent out of the group that owns that bin; in force when it returns. */
  public synchronized void takeOut(Agent agent, Bin bin) {
    String group = group(bin);
    members.computeIfPresent(
        group, (_, in) -> in.stream().filter(name -> !name.equals(agent.userName())).toList());
    load(file.members(group, members.getOrDefault(group, List.of())), group);
  }

  /** Puts him back. */
  public synchronized void putBack(Agent agent, Bin bin) {
    String group = group(bin);
    List<String> more = new ArrayList<>(members.getOrDefault(group, List.of()));
    if (!more.contains(agent.userName())) {
      more.add(agent.userName());
    }
    members.put(group, more);
    load(file.members(group, more), group);
  }

  private static String group(Bin bin) {
    return bin.owner().substring(bin.owner().indexOf('=') + 1);
  }

  /**
   * Completes every interaction that agents have in hand or that lies in a bin of the stage, and
   * removes users, groups, places and workbins. The journal and the audit trail keep that they were
   * there.
   *
   * @return what could not be removed, by name; empty where nothing is left
   */
  @Override
  public List<String> remove() {
    return new StageRemoval(administrator, this).run();
  }

  /** Ids for new interactions. */
  private static final class ItemIds {
    private static final long RADIX = 36;
    private static final int RANDOM_DIGITS = 8;
    private static final int DIGITS = 16;

    private final String start = random();
    private final AtomicLong last = new AtomicLong();

    private static String random() {
      StringBuilder digits = new StringBuilder("L");
      SecureRandom random = new SecureRandom();
      while (digits.length() < RANDOM_DIGITS) {
        digits.append(
            Character.toUpperCase(Character.forDigit(random.nextInt((int) RADIX), (int) RADIX)));
      }
      return digits.toString();
    }

    List<String> next(int count) {
      List<String> ids = new ArrayList<>(count);
      long number = last.getAndAdd(count);
      for (int i = 0; i < count; i++) {
        StringBuilder id = new StringBuilder(Long.toString(number + i, (int) RADIX));
        while (id.length() < DIGITS - RANDOM_DIGITS) {
          id.insert(0, '0');
        }
        ids.add(start + id.toString().toUpperCase(Locale.ROOT));
      }
      return ids;
    }
  }
}
