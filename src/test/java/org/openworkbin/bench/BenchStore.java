package org.openworkbin.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openworkbin.directory.AgentGroup;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.DirectoryChange;
import org.openworkbin.directory.DirectoryObject;
import org.openworkbin.directory.PasswordHashing;
import org.openworkbin.directory.Role;
import org.openworkbin.directory.User;
import org.openworkbin.directory.Workbin;
import org.openworkbin.id.AgentGroupId;
import org.openworkbin.id.BinId;
import org.openworkbin.id.IdGenerator;
import org.openworkbin.id.InteractionId;
import org.openworkbin.id.OwnerKind;
import org.openworkbin.id.UserId;
import org.openworkbin.id.WorkbinId;
import org.openworkbin.ledger.Content;
import org.openworkbin.ledger.Creation;
import org.openworkbin.ledger.Ledger;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Medium;
import org.openworkbin.ledger.Move;
import org.openworkbin.ledger.Outcome;
import org.openworkbin.ledger.Reason;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.DemoServer;

/** The bins and items of a benchmark, and the ledger below the server that is measured. */
final class BenchStore {
  private static final int LOADERS = 128;
  private static final Content CONTENT =
      new Content(
          "Inbound",
          "2026-11-22 09:00:00.000+0000",
          0,
          "{}",
          "{\"Subject\":\"" + "x".repeat(300 - 14) + "\"}");

  private final DemoServer demo;
  private final Ledger ledger;
  private final IdGenerator ids;
  private final AgentGroupId group;
  private final UserId ada;
  private final long postmaster;

  BenchStore(DemoServer demo) throws SQLException {
    this.demo = demo;
    this.ledger = demo.part(Ledger.class);
    this.ids = demo.part(IdGenerator.class);
    this.group = (AgentGroupId) demo.teamBin().owner();
    this.ada = demo.user("ada");
    this.postmaster = demo.dialect() == Dialect.SQLITE ? 0 : postmaster(demo);
  }

  private static long postmaster(DemoServer demo) throws SQLException {
    try (Connection connection = demo.store().connection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
      row.next();
      return CpuTime.parentOf(row.getLong(1));
    }
  }

  /** CPU that the server's process and the database have used so far. */
  CpuTime.Used used() {
    return new CpuTime.Used(CpuTime.ofThisProcess(), CpuTime.ofFamily(postmaster));
  }

  /** Makes that many bins of the team and fills them evenly. */
  List<Item> fill(int bins, int items) throws InterruptedException {
    List<BinId> targets = bins(bins);
    Item[] made = new Item[items];
    together(LOADERS, items, i -> made[i] = create(targets.get(i % bins)));
    return Arrays.asList(made);
  }

  /** Makes {@code user-0} and so on, in the group of the bins, with the demo's password. */
  List<UserId> users(int count) {
    List<User> users = IntStream.range(0, count).mapToObj(i -> user("user-" + i)).toList();
    String hash = PasswordHashing.cheap().hash("demo");
    AgentGroup team = demo.part(Directories.class).now().agentGroup(group).orElseThrow();
    Set<UserId> members = new HashSet<>(team.members());
    users.forEach(user -> members.add(user.id()));
    List<DirectoryObject> puts = new ArrayList<>(users);
    puts.add(new AgentGroup(group, team.name(), members, team.managers(), team.annex()));
    demo.change(
        new DirectoryChange(
            puts, Set.of(), users.stream().collect(Collectors.toMap(User::id, _ -> hash))));
    return users.stream().map(User::id).toList();
  }

  private static User user(String name) {
    return new User(
        new UserId(name),
        name,
        "A",
        "User",
        "",
        Set.of(Role.ROLE_AGENT),
        true,
        false,
        Optional.empty());
  }

  /** Makes a bin with that many items and returns the path of its first page. */
  String deepBin(int items) throws InterruptedException {
    BinId bin = bins(1).getFirst();
    together(LOADERS, items, _ -> create(bin));
    return "/api/v2/me/workbins/"
        + bin.workbin().value()
        + "?agentGroup=MyAgentGroup&subresources=*&limit=25";
  }

  private List<BinId> bins(int count) {
    List<Workbin> workbins =
        IntStream.range(0, count)
            .mapToObj(_ -> new WorkbinId(ids.newUuid().toString()))
            .map(id -> new Workbin(id, "bench-" + id.value(), "Bench", OwnerKind.AGENT_GROUP))
            .toList();
    demo.change(DirectoryChange.of(workbins));
    return workbins.stream().map(workbin -> new BinId(workbin.id(), group)).toList();
  }

  private Item create(BinId bin) {
    InteractionId id = ids.newInteractionId();
    moved(
        ledger.create(
            new Creation(
                id,
                Medium.CHAT,
                CONTENT,
                "bench",
                new Location.Bin(bin),
                ada,
                Reason.CREATE,
                0,
                0)));
    return new Item(id, bin);
  }

  /** Pulls them straight in the ledger, by that many callers at once. */
  Times pull(List<Item> items, int callers) throws InterruptedException {
    long[] nanos = new long[items.size()];
    long start = System.nanoTime();
    together(
        callers,
        items.size(),
        i -> {
          long begin = System.nanoTime();
          moved(ledger.move(move(items.get(i), true)));
          nanos[i] = System.nanoTime() - begin;
        });
    double perSecond = items.size() * 1e9 / (System.nanoTime() - start);
    Arrays.sort(nanos);
    return new Times(
        perSecond, nanos[nanos.length / 2] / 1e3, nanos[nanos.length * 99 / 100] / 1e3);
  }

  /** Pulls one straight in the ledger. */
  void pull(Item item) {
    moved(ledger.move(move(item, true)));
  }

  /** Puts pulled items back; a few may lie there still, for the generator ends with some unsent. */
  void addBack(List<Item> items) throws InterruptedException {
    together(LOADERS, items.size(), i -> ledger.move(move(items.get(i), false)));
  }

  private Move move(Item item, boolean out) {
    Location bin = new Location.Bin(item.bin());
    Location hand = new Location.Hand(ada);
    return new Move(
        item.id(),
        Optional.of(Medium.CHAT),
        out ? bin : hand,
        out ? hand : bin,
        ada,
        out ? Reason.PULL : Reason.ADD,
        0);
  }

  private static void moved(Outcome outcome) {
    if (!(outcome instanceof Outcome.Moved)) {
      throw new IllegalStateException("not moved: " + outcome);
    }
  }

  private static void together(int callers, int count, IntConsumer work)
      throws InterruptedException {
    CountDownLatch done = new CountDownLatch(callers);
    AtomicInteger next = new AtomicInteger();
    List<Throwable> failures = new ArrayList<>();
    for (int caller = 0; caller < callers; caller++) {
      Thread.ofVirtual()
          .uncaughtExceptionHandler((_, failure) -> failures.add(failure))
          .start(() -> {
            try {
              for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                work.accept(i);
              }
            } finally {
              done.countDown();
            }
          });
    }
    done.await();
    if (!failures.isEmpty()) {
      throw new IllegalStateException(failures.getFirst());
    }
  }

  /** An interaction and the bin where it lies. */
  record Item(InteractionId id, BinId bin) {

    /** Its pull as a line for {@link Wrk}. */
    String pullRequest() {
      return "POST\t/api/v2/me/workbins/"
          + bin.workbin().value()
          + "?agentGroup=MyAgentGroup\t{\"operationName\":\"PullChat\",\"id\":\""
          + id.value()
          + "\"}";
    }
  }

  /** How quick it was; p50 and p99 in microseconds. */
  record Times(double perSecond, double p50, double p99) {}
}
