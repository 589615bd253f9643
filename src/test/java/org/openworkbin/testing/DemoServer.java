package org.openworkbin.testing;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.openworkbin.cli.DemoApplication;
import org.openworkbin.directory.Author;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.DirectoryChange;
import org.openworkbin.directory.Feature;
import org.openworkbin.directory.ObjectKey;
import org.openworkbin.directory.Setting;
import org.openworkbin.directory.StoredDirectories;
import org.openworkbin.id.BinId;
import org.openworkbin.id.IdGenerator;
import org.openworkbin.id.InteractionId;
import org.openworkbin.id.UserId;
import org.openworkbin.id.WorkbinId;
import org.openworkbin.ledger.Content;
import org.openworkbin.ledger.Creation;
import org.openworkbin.ledger.Ledger;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Medium;
import org.openworkbin.ledger.Outcome;
import org.openworkbin.ledger.Reason;
import org.openworkbin.sql.Database;
import org.openworkbin.sql.Dialect;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The demo, whole and real, on a free port and in a store of its own. */
public final class DemoServer implements AutoCloseable {
  private static final WorkbinId TEAM_WB = new WorkbinId("6c715fa9-de16-4d23-b07c-cbcb1caf3e07");
  private static final WorkbinId IN_PROGRESS =
      new WorkbinId("aee812a5-7396-4dd9-b180-230f1c1fb085");

  private final Stores store;
  private final Map<String, String> properties;
  private final Consumer<GenericApplicationContext> additions;
  private ConfigurableApplicationContext context;

  private DemoServer(
      Stores store, Map<String, String> properties, Consumer<GenericApplicationContext> additions) {
    this.store = store;
    this.properties = properties;
    this.additions = additions;
    this.context = DemoApplication.run(properties, additions);
  }

  /** The demo on SQLite. */
  public static DemoServer start() {
    return start(Dialect.SQLITE);
  }

  /** The demo on that kind of store. */
  public static DemoServer start(Dialect dialect) {
    return start(dialect, Map.of());
  }

  /** The demo on that kind of store with further settings. */
  public static DemoServer start(Dialect dialect, Map<String, String> settings) {
    return start(Stores.fresh(dialect), settings);
  }

  /** The same with time as that clock says. */
  public static DemoServer start(
      Dialect dialect, Map<String, String> settings, SettableClock clock) {
    return start(
        Stores.fresh(dialect),
        settings,
        context ->
            context.registerBean(
                "givenClock", InstantSource.class, () -> clock, bean -> bean.setPrimary(true)));
  }

  /** The demo on SQLite, some parts of which are changed when they are made: a broken server. */
  public static DemoServer broken(BeanPostProcessor change) {
    return start(
        Stores.fresh(Dialect.SQLITE),
        Map.of(),
        context -> context.getBeanFactory().addBeanPostProcessor(change));
  }

  /** The demo on that store, which it closes. */
  public static DemoServer start(Stores store, Map<String, String> settings) {
    return start(store, settings, _ -> {});
  }

  private static DemoServer start(
      Stores store, Map<String, String> settings, Consumer<GenericApplicationContext> additions) {
    Map<String, String> properties = new HashMap<>(store.properties());
    properties.put("open-workbin.external-url", "http://localhost");
    properties.putAll(settings);
    return new DemoServer(store, properties, additions);
  }

  /** Stops the server and starts another on the same store, at another port. */
  public void restart() {
    context.close();
    context = DemoApplication.run(properties, additions);
  }

  /** Where it listens, without a slash at the end. */
  public String url() {
    return "http://127.0.0.1:"
        + ((ServletWebServerApplicationContext) context).getWebServer().getPort();
  }

  /** A client that sends this user's credentials with every request and keeps no cookies. */
  public TestClient client(String userName) {
    return client().as(userName, "demo");
  }

  /** A client without credentials and cookies. */
  public TestClient client() {
    return new TestClient(url());
  }

  /** The store that the server works on. */
  public Stores store() {
    return store;
  }

  /** The kind of that store. */
  public Dialect dialect() {
    return part(Database.class).dialect();
  }

  /** A part of the running server. */
  public <T> T part(Class<T> type) {
    return context.getBean(type);
  }

  /** The bin of {@code team-wb} of {@code MyAgentGroup}. */
  public BinId teamBin() {
    return new BinId(
        TEAM_WB, part(Directories.class).now().agentGroupNamed("MyAgentGroup").orElseThrow().id());
  }

  /** Ben's {@code In_Progress}. */
  public BinId bensBin() {
    return new BinId(IN_PROGRESS, user("ben"));
  }

  /** The id of that user. */
  public UserId user(String userName) {
    return part(Directories.class).now().userNamed(userName).orElseThrow().id();
  }

  /** Changes the contact centre while the server runs. */
  public void change(DirectoryChange change) {
    part(StoredDirectories.class).change(Author.program("test"), change);
  }

  /** Makes what the contact centre has exactly these features. */
  public void setFeatures(Set<Feature> features) {
    change(DirectoryChange.features(part(Directories.class).now().features(), features));
  }

  /** Takes the demo's dispositions away: there are none then. */
  public void removeDispositions() {
    change(
        DirectoryChange.removing(
            part(Directories.class).now().settings("dispositions").stream()
                .map(Setting::key)
                .toArray(ObjectKey[]::new)));
  }

  /** Parks a new interaction of that medium and returns its id. */
  public String park(Medium medium, BinId bin) {
    return park(
        medium,
        bin,
        new Content(
            "Inbound", "2026-11-22 09:00:00.000+0000", 0, "{}", "{\"Subject\":\"A test\"}"));
  }

  /** The same with that content. */
  public String park(Medium medium, BinId bin, Content content) {
    InteractionId id = part(IdGenerator.class).newInteractionId();
    Outcome outcome =
        part(Ledger.class)
            .create(
                new Creation(
                    id,
                    medium,
                    content,
                    "test",
                    new Location.Bin(bin),
                    new UserId("test"),
                    Reason.CREATE,
                    0,
                    0));
    if (!(outcome instanceof Outcome.Moved)) {
      throw new IllegalStateException("not parked: " + outcome);
    }
    return id.value();
  }

  @Override
  public void close() {
    context.close();
    store.close();
  }
}
