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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openworkbin.id.DeviceId;
import org.openworkbin.id.OwnerKind;
import org.openworkbin.id.PlaceId;
import org.openworkbin.id.RandomIds;
import org.openworkbin.id.SkillId;
import org.openworkbin.id.UserId;
import org.openworkbin.refusal.RefusedException;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.Stores;

/** What every change of a contact centre keeps to and leaves behind, on every store. */
abstract class DirectoryChangesContract {
  private static final RandomIds IDS = new RandomIds(InstantSource.system(), new SecureRandom());

  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00.123456Z");
  private static final Author TEST = Author.program("test");

  private final Stores stores;
  private DirectoryStore store;
  private StoredDirectories directories;

  DirectoryChangesContract(Dialect dialect) {
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
  void whatIsRemovedIsLetGoOfByEverythingThatRefersToIt() {
    apply(all(SampleCenter.center()));
    Skill skill = new Skill(new SkillId("spanish"), "Spanish", "", Annex.NONE);
    apply(
        DirectoryChange.of(
            skill,
            MEMBER.skilled(Map.of(skill.id(), 8)),
            new Device(new DeviceId("phone"), "3001", Optional.of(MANAGER.id()))));
    seats().take(OUTSIDER.id(), Optional.of(DESK_1.id()));

    apply(DirectoryChange.removing(skill.key(), DESK_1.key(), MANAGER.key()));

    Directory now = directories.now();
    assertThat(store.load()).isEqualTo(now.contactCenter());
    assertThat(now.user(MEMBER.id()).orElseThrow().skills()).isEmpty();
    assertThat(now.user(MEMBER.id()).orElseThrow().defaultPlace()).isEmpty();
    assertThat(now.agentGroup(TEAM.id()).orElseThrow().managers()).isEmpty();
    assertThat(now.device(new DeviceId("phone")).orElseThrow().owner()).isEmpty();
    assertThat(now.placeGroups())
        .allSatisfy(group -> assertThat(group.places()).containsExactly(DESK_2.id()));
    assertThat(seats().load()).isEqualTo(Map.of(OUTSIDER.id(), Optional.empty()));
  }

  @Test
  void everyNumberedThingHasANumberThatIsNeverGivenAgain() {
    apply(all(SampleCenter.center()));
    int number = directories.now().number(OUTSIDER.key());
    int last =
        directories.now().contactCenter().numbers().values().stream()
            .mapToInt(n -> n)
            .max()
            .orElseThrow();

    apply(DirectoryChange.removing(OUTSIDER.key()));
    directories = new StoredDirectories(store);
    Place fresh = new Place(new PlaceId("fresh"), "Fresh");
    apply(DirectoryChange.of(fresh));

    assertThat(directories.now().number(fresh.key())).isEqualTo(last + 1);
    assertThat(directories.now().numbered(ObjectKind.PLACE, last + 1)).contains(fresh.key());
    assertThat(directories.now().numbered(ObjectKind.USER, number)).isEmpty();
    assertThat(directories.now().numbered(ObjectKind.USER, last + 1)).isEmpty();
  }

  @Test
  void twoCanChangeNamesAndANewOneCanHaveTheNameOfWhatGoes() {
    apply(all(SampleCenter.center()));

    apply(
        DirectoryChange.of(
                new Place(DESK_1.id(), DESK_2.name()), new Place(new PlaceId("new"), DESK_1.name()))
            .and(DirectoryChange.removing(DESK_2.key())));

    assertThat(store.load()).isEqualTo(directories.now().contactCenter());
    assertThat(directories.now().placeNamed(DESK_2.name())).map(Place::id).contains(DESK_1.id());
  }

  @Test
  void theLastAdministratorStays() {
    apply(all(SampleCenter.center()));

    assertThatThrownBy(() -> apply(DirectoryChange.removing(SampleCenter.ADMIN.key())))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> apply(DirectoryChange.of(SampleCenter.ADMIN.enabled(false))))
        .isInstanceOf(RefusedException.class);

    assertThat(store.load().version()).isEqualTo(1);
  }

  @Test
  void namesInAnAnnexHaveABound() {
    apply(all(SampleCenter.center()));
    String name = "n".repeat(256);

    for (Annex annex :
        List.of(
            Annex.of(Map.of(name, Map.of("a", "b"))), Annex.of(Map.of("a", Map.of(name, "b"))))) {
      assertThatThrownBy(() -> apply(DirectoryChange.of(new Place(DESK_1.id(), "Desk-1", annex))))
          .isInstanceOf(RefusedException.class);
    }
    apply(
        DirectoryChange.of(
            new Place(DESK_1.id(), "Desk-1", Annex.of(Map.of("n".repeat(255), Map.of("a", "b"))))));

    assertThat(store.load()).isEqualTo(directories.now().contactCenter());
  }

  @Test
  void theTypeOfAWorkbinCannotChange() {
    apply(all(SampleCenter.center()));
    Workbin team = SampleCenter.TEAM_WB;

    assertThatThrownBy(() ->
            apply(
                DirectoryChange.of(
                    new Workbin(team.id(), team.name(), team.displayName(), OwnerKind.PLACE))))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void theTrailSaysWhoChangedWhatWhenAndHowItWasBefore() {
    apply(all(SampleCenter.center()));
    Author admin = Author.of(SampleCenter.ADMIN.id(), "admin");
    directories.change(
        admin,
        DirectoryChange.of(TEAM.with(Set.of(OUTSIDER.id()), Set.of()))
            .withPassword(MEMBER.id(), "{argon2}secret"));
    directories.change(admin, DirectoryChange.removing(DESK_1.key()));

    List<AuditEntry> trail =
        trail().entries(question(Optional.of(SampleCenter.ADMIN.id()), Optional.empty(), 100));

    assertThat(trail).extracting(AuditEntry::number).isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(trail)
        .allSatisfy(entry -> {
          assertThat(entry.at()).isEqualTo(NOW);
          assertThat(entry.author()).isEqualTo(admin);
        });
    assertThat(trail).extracting(AuditEntry::key).contains(DESK_1.key(), TEAM.key(), MEMBER.key());
    assertThat(trail.toString()).doesNotContain("secret");
    AuditEntry group =
        trail.stream().filter(e -> e.key().equals(TEAM.key())).findAny().orElseThrow();
    assertThat(group.before().orElseThrow()).contains("\"members\":[\"disabled\",\"member\"]");
    assertThat(group.after().orElseThrow()).contains("\"members\":[\"outsider\"]");
    assertThat(trail().entries(question(Optional.empty(), Optional.of(ObjectKind.PLACE), 1)))
        .singleElement()
        .satisfies(entry -> assertThat(entry.after()).isEmpty());
  }

  @Test
  void whatChangesNothingIsNotWritten() {
    apply(all(SampleCenter.center()));

    apply(all(SampleCenter.center()));

    assertThat(store.load().version()).isEqualTo(1);
  }

  private AuditTrail trail() {
    return new JdbcAuditTrail(stores.database());
  }

  private static AuditTrail.Question question(
      Optional<UserId> author, Optional<ObjectKind> kind, int limit) {
    return new AuditTrail.Question(
        Optional.empty(),
        author,
        kind,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        limit);
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
}
