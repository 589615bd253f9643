package org.openworkbin.testing;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.openworkbin.id.AgentGroupId;
import org.openworkbin.id.BinId;
import org.openworkbin.id.IdGenerator;
import org.openworkbin.id.InteractionId;
import org.openworkbin.id.RandomIds;
import org.openworkbin.id.UserId;
import org.openworkbin.id.WorkbinId;
import org.openworkbin.ledger.Bins;
import org.openworkbin.ledger.Content;
import org.openworkbin.ledger.Creation;
import org.openworkbin.ledger.Entry;
import org.openworkbin.ledger.Hands;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Journal;
import org.openworkbin.ledger.Ledger;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Medium;
import org.openworkbin.ledger.Move;
import org.openworkbin.ledger.Outcome;
import org.openworkbin.ledger.Reason;
import org.openworkbin.ledger.jdbc.JdbcLedgerParts;
import org.openworkbin.ledger.jdbc.LedgerSettings;
import org.openworkbin.sql.Database;
import org.openworkbin.sql.Dialect;

/** A ledger on a fresh store, with short words for what tests do to it. */
public final class TestLedger implements AutoCloseable {
  private final IdGenerator ids = new RandomIds(InstantSource.system(), new SecureRandom());
  private final Stores stores;
  private final InstantSource clock;
  private final LedgerSettings settings;
  private JdbcLedgerParts parts;

  private TestLedger(Stores stores, InstantSource clock, LedgerSettings settings) {
    this.stores = stores;
    this.clock = clock;
    this.settings = settings;
    this.parts = JdbcLedgerParts.on(stores.database(), ids, clock, settings);
  }

  public static TestLedger on(Dialect dialect) {
    return on(Stores.fresh(dialect), InstantSource.system(), LedgerSettings.defaults());
  }

  public static TestLedger on(Stores stores, InstantSource clock, LedgerSettings settings) {
    return new TestLedger(stores, clock, settings);
  }

  /** Closes the store and opens it again, as a restart does. */
  public void restart() {
    stores.closeDatabase();
    parts = JdbcLedgerParts.on(stores.database(), ids, clock, settings);
  }

  public Stores stores() {
    return stores;
  }

  public Database database() {
    return stores.database();
  }

  public Ledger ledger() {
    return parts.ledger();
  }

  public Bins bins() {
    return parts.bins();
  }

  public Hands hands() {
    return parts.hands();
  }

  public Journal journal() {
    return parts.journal();
  }

  public JdbcLedgerParts parts() {
    return parts;
  }

  public IdGenerator ids() {
    return ids;
  }

  /** A bin of a new agent group. */
  public BinId newBin() {
    return new BinId(
        new WorkbinId(ids.newUuid().toString()), new AgentGroupId(ids.newUuid().toString()));
  }

  public UserId newUser() {
    return ids.newUserId();
  }

  public static Location.Bin in(BinId bin) {
    return new Location.Bin(bin);
  }

  public static Location.Hand hand(UserId user) {
    return new Location.Hand(user);
  }

  public static Content content(int priority) {
    return new Content(
        "Inbound",
        "2016-04-08 15:05:57.000+0300",
        priority,
        "{\"subject\":\"Größe?\"}",
        "{\"Priority\":" + priority + ",\"name\":\"Zoë \\\"x\\\" {a,b} \\\\ 東京\"}");
  }

  public Creation creation(Medium medium, Content content, Location to) {
    return new Creation(
        ids.newInteractionId(), medium, content, "ada", to, newUser(), Reason.CREATE, 0, 0);
  }

  /** Creates a chat of priority 0 there. */
  public Interaction create(Location to) {
    return create(Medium.CHAT, 0, to);
  }

  public Interaction create(Medium medium, int priority, Location to) {
    Outcome outcome = ledger().create(creation(medium, content(priority), to));
    return entry(outcome).interaction();
  }

  public static Entry entry(Outcome outcome) {
    if (outcome instanceof Outcome.Moved(Entry entry)) {
      return entry;
    }
    throw new AssertionError("expected a move but got " + outcome);
  }

  public static Move move(InteractionId id, Location from, Location to, UserId actor) {
    Reason reason = to instanceof Location.Bin ? Reason.ADD : Reason.PULL;
    return new Move(id, Optional.empty(), from, to, actor, reason, 7);
  }

  public static Move pull(InteractionId id, BinId bin, UserId agent) {
    return move(id, in(bin), hand(agent), agent);
  }

  public Outcome pulled(InteractionId id, BinId bin, UserId agent) {
    return ledger().move(pull(id, bin, agent));
  }

  public Outcome added(InteractionId id, UserId agent, BinId bin) {
    return ledger().move(move(id, hand(agent), in(bin), agent));
  }

  /** All of a bin in bin order. */
  public List<Interaction> contentOf(BinId bin) {
    return bins().page(bin, EnumSet.allOf(Medium.class), Integer.MAX_VALUE, 0).items();
  }

  @Override
  public void close() {
    stores.close();
  }
}
