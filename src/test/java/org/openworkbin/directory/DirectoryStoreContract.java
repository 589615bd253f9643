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
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openworkbin.id.PlaceId;
import org.openworkbin.id.RandomIds;
import org.openworkbin.id.UserId;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.Stores;
import org.springframework.dao.DataAccessException;

/** What every store of the directory and of the seats keeps to. */
abstract class DirectoryStoreContract {
  private static final RandomIds IDS = new RandomIds(InstantSource.system(), new SecureRandom());

  private final Stores stores;
  private DirectoryStore store;

  DirectoryStoreContract(Dialect dialect) {
    stores = Stores.fresh(dialect);
  }

  @BeforeEach
  void open() {
    store = new JdbcDirectoryStore(stores.database(), IDS);
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
    assertThat(center.features()).containsExactly(Feature.MULTIMEDIA);
    assertThat(center.id()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  }

  @Test
  void everythingComesBackAsItWasWritten() {
    ContactCenter sample = SampleCenter.center();

    store.apply(all(sample));

    ContactCenter loaded = store.load();
    assertThat(loaded.users()).containsExactlyInAnyOrderElementsOf(sample.users());
    assertThat(loaded.workbins()).containsExactlyInAnyOrderElementsOf(sample.workbins());
    assertThat(loaded.agentGroups()).containsExactlyElementsOf(sample.agentGroups());
    assertThat(loaded.places()).containsExactlyInAnyOrderElementsOf(sample.places());
    assertThat(loaded.placeGroups()).containsExactlyElementsOf(sample.placeGroups());
    assertThat(loaded.queues()).containsExactlyElementsOf(sample.queues());
  }

  @Test
  void aChangeGivesTheContactCentreAfterItAndRaisesTheVersion() {
    ContactCenter changed = store.apply(all(SampleCenter.center()));

    assertThat(changed.version()).isEqualTo(1);
    assertThat(changed).isEqualTo(store.load());
  }

  @Test
  void theContactCentreStaysTheSameOverARestart() {
    store.apply(all(SampleCenter.center()));
    ContactCenter before = store.load();

    stores.closeDatabase();
    open();

    assertThat(store.load()).isEqualTo(before);
  }

  @Test
  void aGroupReplacesItsWholeMembership() {
    store.apply(all(SampleCenter.center()));
    AgentGroup smaller = new AgentGroup(TEAM.id(), "Crew", Set.of(OUTSIDER.id()), Set.of());

    ContactCenter changed = store.apply(groups(smaller));

    assertThat(changed.agentGroups()).containsExactly(smaller);
  }

  @Test
  void featuresAreReplacedAsAWholeOrLeftAsTheyAre() {
    ContactCenter changed = store.apply(features(Set.of(Feature.CHAT, Feature.EMAIL)));
    assertThat(changed.features()).containsExactlyInAnyOrder(Feature.CHAT, Feature.EMAIL);

    store.apply(places(SampleCenter.DESK_1));
    assertThat(store.load().features()).containsExactlyInAnyOrder(Feature.CHAT, Feature.EMAIL);

    assertThat(store.apply(features(Set.of())).features()).isEmpty();
  }

  @Test
  void aChangeThatCannotBeMadeChangesNothing() {
    store.apply(all(SampleCenter.center()));
    AgentGroup dangling = new AgentGroup(TEAM.id(), "Crew", Set.of(new UserId("nobody")), Set.of());

    assertThatThrownBy(() -> store.apply(groups(dangling))).isInstanceOf(DataAccessException.class);

    assertThat(store.load().version()).isEqualTo(1);
    assertThat(store.load().agentGroups()).containsExactly(TEAM);
  }

  @Test
  void aNameIsTakenOnce() {
    store.apply(all(SampleCenter.center()));
    Place twin = new Place(new PlaceId("twin"), DESK_1.name());

    assertThatThrownBy(() -> store.apply(places(twin))).isInstanceOf(DataAccessException.class);
  }

  @Test
  void aPasswordHashIsKeptUntilThereIsANewOne() {
    store.apply(all(SampleCenter.center()));
    assertThat(store.hashOf(MEMBER.id())).isEmpty();

    store.apply(DirectoryChange.ofUser(MEMBER, "{argon2}first"));
    store.apply(all(SampleCenter.center()));
    assertThat(store.hashOf(MEMBER.id())).contains("{argon2}first");

    store.apply(DirectoryChange.ofUser(MEMBER, "{argon2}second"));
    assertThat(store.hashOf(MEMBER.id())).contains("{argon2}second");
    assertThat(store.hashOf(MANAGER.id())).isEmpty();
    assertThat(store.hashOf(new UserId("nobody"))).isEmpty();
  }

  @Test
  void aChangeIsVisibleWhenItReturns() {
    StoredDirectories directories = new StoredDirectories(store);

    directories.apply(all(SampleCenter.center()));

    assertThat(directories.now().userNamed("member")).contains(MEMBER);
    assertThat(directories.now().version()).isEqualTo(1);
  }

  @Test
  void listenersAreCalledWhenAChangeIsInForce() {
    StoredDirectories directories = new StoredDirectories(store);
    List<Long> versions = new ArrayList<>();
    directories.onChange(() -> versions.add(directories.now().version()));

    directories.apply(all(SampleCenter.center()));
    directories.apply(DirectoryChange.ofUser(MEMBER, "{argon2}first"));

    assertThat(versions).containsExactly(1L, 2L);
  }

  @Test
  void seatsSurviveARestart() {
    store.apply(all(SampleCenter.center()));
    seats().take(MEMBER.id(), Optional.of(DESK_2.id()));
    seats().take(MANAGER.id(), Optional.empty());

    stores.closeDatabase();
    open();

    assertThat(seats().load())
        .isEqualTo(Map.of(MEMBER.id(), Optional.of(DESK_2.id()), MANAGER.id(), Optional.empty()));
  }

  @Test
  void whoTakesAPlaceTakesItFromWhoWasThere() {
    store.apply(all(SampleCenter.center()));
    seats().take(MEMBER.id(), Optional.of(DESK_2.id()));

    seats().take(OUTSIDER.id(), Optional.of(DESK_2.id()));

    assertThat(seats().load())
        .isEqualTo(Map.of(MEMBER.id(), Optional.empty(), OUTSIDER.id(), Optional.of(DESK_2.id())));
  }

  @Test
  void takingTheSamePlaceAgainKeepsIt() {
    store.apply(all(SampleCenter.center()));
    seats().take(MEMBER.id(), Optional.of(DESK_2.id()));
    seats().take(MEMBER.id(), Optional.of(DESK_2.id()));

    assertThat(seats().load()).isEqualTo(Map.of(MEMBER.id(), Optional.of(DESK_2.id())));
  }

  @Test
  void leavingEndsTheSession() {
    store.apply(all(SampleCenter.center()));
    seats().take(MEMBER.id(), Optional.of(DESK_2.id()));

    seats().leave(MEMBER.id());
    seats().leave(MEMBER.id());

    assertThat(seats().load()).isEmpty();
  }

  private SeatStore seats() {
    return new JdbcSeatStore(stores.database());
  }

  private static DirectoryChange all(ContactCenter center) {
    return new DirectoryChange(
        center.users(),
        Map.of(),
        center.workbins(),
        center.agentGroups(),
        center.places(),
        center.placeGroups(),
        center.queues(),
        Optional.of(center.features()));
  }

  private static DirectoryChange groups(AgentGroup... groups) {
    return new DirectoryChange(
        List.of(), Map.of(), List.of(), List.of(groups), List.of(), List.of(), List.of());
  }

  private static DirectoryChange features(Set<Feature> features) {
    return new DirectoryChange(
        List.of(),
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.of(features));
  }

  private static DirectoryChange places(Place... places) {
    return new DirectoryChange(
        List.of(), Map.of(), List.of(), List.of(), List.of(places), List.of(), List.of());
  }
}
