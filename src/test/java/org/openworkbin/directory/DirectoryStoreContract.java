package org.openworkbin.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openworkbin.directory.SampleCenter.DESK_1;
import static org.openworkbin.directory.SampleCenter.DESK_2;
import static org.openworkbin.directory.SampleCenter.MANAGER;
import static org.openworkbin.directory.SampleCenter.MEMBER;
import static org.openworkbin.directory.SampleCenter.OUTSIDER;
import static org.openworkbin.directory.SampleCenter.TEAM;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openworkbin.id.DeviceId;
import org.openworkbin.id.PlaceId;
import org.openworkbin.id.RandomIds;
import org.openworkbin.id.SkillId;
import org.openworkbin.id.UserId;
import org.openworkbin.refusal.RefusedException;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.Stores;

/** What every store of the directory and of the seats keeps to. */
abstract class DirectoryStoreContract {
  private static final RandomIds IDS = new RandomIds(InstantSource.system(), new SecureRandom());

  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00.123456Z");
  private static final Author TEST = Author.program("test");

  private final Stores stores;
  private DirectoryStore store;
  private StoredDirectories directories;

  DirectoryStoreContract(Dialect dialect) {
    stores = Stores.fresh(dialect);
  }

  @BeforeEach
  void open() {
    store = new JdbcDirectoryStore(stores.database(), IDS, () -> NOW);
    directories = new StoredDirectories(store);
  }

  @AfterEach
  void close() {
    stores.close();
  }

  @Test
  void aNewStoreHasAnEmptyContactCentreWithAnId() {
    ContactCenter center = store.load();

    assertThat(center.isEmpty()).isTrue();
    assertThat(center.version()).isZero();
    assertThat(center.all(Feature.class)).containsExactlyInAnyOrderElementsOf(Feature.DEFAULT);
    assertThat(center.id()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  }

  @Test
  void everythingComesBackAsItWasWritten() {
    ContactCenter sample = SampleCenter.center();

    apply(all(sample));

    ContactCenter loaded = store.load();
    assertThat(loaded.objects()).isEqualTo(sample.objects());
  }

  @Test
  void aChangeGivesTheContactCentreAfterItAndRaisesTheVersion() {
    ContactCenter changed = apply(all(SampleCenter.center()));

    assertThat(changed.version()).isEqualTo(1);
    assertThat(changed).isEqualTo(store.load());
  }

  @Test
  void theContactCentreStaysTheSameOverARestart() {
    apply(all(SampleCenter.center()));
    ContactCenter before = store.load();

    stores.closeDatabase();
    open();

    assertThat(store.load()).isEqualTo(before);
  }

  @Test
  void aGroupReplacesItsWholeMembership() {
    apply(all(SampleCenter.center()));
    AgentGroup smaller = new AgentGroup(TEAM.id(), "Crew", Set.of(OUTSIDER.id()), Set.of());

    ContactCenter changed = apply(groups(smaller));

    assertThat(changed.all(AgentGroup.class)).containsExactly(smaller);
  }

  @Test
  void featuresAreReplacedAsAWholeOrLeftAsTheyAre() {
    ContactCenter changed = apply(features(Set.of(Feature.CHAT, Feature.EMAIL)));
    assertThat(changed.all(Feature.class)).containsExactlyInAnyOrder(Feature.CHAT, Feature.EMAIL);

    apply(places(SampleCenter.DESK_1));
    assertThat(store.load().all(Feature.class))
        .containsExactlyInAnyOrder(Feature.CHAT, Feature.EMAIL);

    assertThat(apply(features(Set.of())).all(Feature.class)).isEmpty();
  }

  @Test
  void aChangeThatCannotBeMadeChangesNothing() {
    apply(all(SampleCenter.center()));
    AgentGroup dangling = new AgentGroup(TEAM.id(), "Crew", Set.of(new UserId("nobody")), Set.of());

    assertThatThrownBy(() -> apply(groups(dangling))).isInstanceOf(RefusedException.class);

    assertThat(store.load().version()).isEqualTo(1);
    assertThat(store.load().all(AgentGroup.class)).containsExactly(TEAM);
  }

  @Test
  void aNameIsTakenOnce() {
    apply(all(SampleCenter.center()));
    Place twin = new Place(new PlaceId("twin"), DESK_1.name());

    assertThatThrownBy(() -> apply(places(twin))).isInstanceOf(RefusedException.class);
  }

  @Test
  void aPasswordHashIsKeptUntilThereIsANewOne() {
    apply(all(SampleCenter.center()));
    assertThat(store.hashOf(MEMBER.id())).isEmpty();

    apply(DirectoryChange.ofUser(MEMBER, "{argon2}first"));
    apply(all(SampleCenter.center()));
    assertThat(store.hashOf(MEMBER.id())).contains("{argon2}first");

    apply(DirectoryChange.ofUser(MEMBER, "{argon2}second"));
    assertThat(store.hashOf(MEMBER.id())).contains("{argon2}second");
    assertThat(store.hashOf(MANAGER.id())).isEmpty();
    assertThat(store.hashOf(new UserId("nobody"))).isEmpty();
  }

  @Test
  void aChangeIsVisibleWhenItReturns() {

    apply(all(SampleCenter.center()));

    assertThat(directories.now().userNamed("member")).contains(MEMBER);
    assertThat(directories.now().version()).isEqualTo(1);
  }

  @Test
  void listenersAreCalledWhenAChangeIsInForce() {
    List<Long> versions = new ArrayList<>();
    directories.onChange(() -> versions.add(directories.now().version()));

    apply(all(SampleCenter.center()));
    apply(DirectoryChange.ofUser(MEMBER, "{argon2}first"));

    assertThat(versions).containsExactly(1L, 2L);
  }

  @Test
  void everyKindOfThingComesBackAsItWasWritten() {
    apply(all(SampleCenter.center()));
    Annex annex = Annex.of(Map.of("interaction-workspace", Map.of("theme", "dark", "b", "")));
    Skill skill = new Skill(new SkillId("spanish"), "Spanish", "Speaks it", annex);
    User skilled = MEMBER.skilled(Map.of(skill.id(), 8));
    apply(
        DirectoryChange.of(
            skill,
            skilled,
            new Place(DESK_1.id(), "Desk one", annex),
            new Device(new DeviceId("phone"), "3001", Optional.of(MEMBER.id())),
            new Setting("dispositions", "Done", "{\"label\":\"Done\"}")));

    assertThat(store.load()).isEqualTo(directories.now().contactCenter());
    assertThat(directories.now().devicesOf(MEMBER.id()))
        .extracting(Device::phoneNumber)
        .containsExactly("3001");
    assertThat(directories.now().user(MEMBER.id())).contains(skilled);
    assertThat(directories.now().settings("dispositions")).hasSize(1);
  }

  @Test
  void aChangeThatIsBasedOnAnOldVersionIsRefusedByTheStore() {
    apply(all(SampleCenter.center()));
    DirectoryChange change = DirectoryChange.of(new Place(new PlaceId("p"), "P"));
    ContactCenter stale = SampleCenter.center().after(change).after(change);

    assertThatThrownBy(() -> store.write(change, stale, List.of()))
        .isInstanceOf(RefusedException.class);

    assertThat(store.load()).isEqualTo(directories.now().contactCenter());
  }

  @Test
  void seatsSurviveARestart() {
    apply(all(SampleCenter.center()));
    seats().take(MEMBER.id(), Optional.of(DESK_2.id()));
    seats().take(MANAGER.id(), Optional.empty());

    stores.closeDatabase();
    open();

    assertThat(seats().load())
        .isEqualTo(Map.of(MEMBER.id(), Optional.of(DESK_2.id()), MANAGER.id(), Optional.empty()));
  }

  @Test
  void whoTakesAPlaceTakesItFromWhoWasThere() {
    apply(all(SampleCenter.center()));
    seats().take(MEMBER.id(), Optional.of(DESK_2.id()));

    seats().take(OUTSIDER.id(), Optional.of(DESK_2.id()));

    assertThat(seats().load())
        .isEqualTo(Map.of(MEMBER.id(), Optional.empty(), OUTSIDER.id(), Optional.of(DESK_2.id())));
  }

  @Test
  void takingTheSamePlaceAgainKeepsIt() {
    apply(all(SampleCenter.center()));
    seats().take(MEMBER.id(), Optional.of(DESK_2.id()));
    seats().take(MEMBER.id(), Optional.of(DESK_2.id()));

    assertThat(seats().load()).isEqualTo(Map.of(MEMBER.id(), Optional.of(DESK_2.id())));
  }

  @Test
  void leavingEndsTheSession() {
    apply(all(SampleCenter.center()));
    seats().take(MEMBER.id(), Optional.of(DESK_2.id()));

    seats().leave(MEMBER.id());
    seats().leave(MEMBER.id());

    assertThat(seats().load()).isEmpty();
  }

  private ContactCenter apply(DirectoryChange change) {
    return directories.change(TEST, change).contactCenter();
  }

  private SeatStore seats() {
    return new JdbcSeatStore(stores.database());
  }

  private static DirectoryChange all(ContactCenter center) {
    return DirectoryChange.of(center.objects().values());
  }

  private static DirectoryChange groups(AgentGroup... groups) {
    return DirectoryChange.of(groups);
  }

  private DirectoryChange features(Set<Feature> features) {
    return DirectoryChange.features(directories.now().features(), features);
  }

  private static DirectoryChange places(Place... places) {
    return DirectoryChange.of(places);
  }
}
