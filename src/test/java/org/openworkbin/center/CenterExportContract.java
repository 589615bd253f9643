package org.openworkbin.center;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.openworkbin.directory.Author;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.DirectoryChange;
import org.openworkbin.directory.JdbcDirectoryStore;
import org.openworkbin.directory.PasswordHashing;
import org.openworkbin.directory.Setting;
import org.openworkbin.directory.StoredDirectories;
import org.openworkbin.id.RandomIds;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.Stores;

/** What goes out of a store as a file comes into another as the same. */
abstract class CenterExportContract {
  private static final Author TEST = Author.program("test");

  private static final String CENTER =
      """
      features: [api-multimedia-chat, api-multimedia-email]
      places:
        - { name: Desk-1, settings: { TServer: { dn: "5001", note: "two\\nlines: 'quoted' # no" } } }
        - { name: "true" }
        - { name: "12" }
        - { name: "- dash: \\"colon\\" & 😀" }
      placeGroups:
        - { name: Front, places: [Desk-1, "true"], settings: { a: { b: "" } } }
        - { name: Empty, places: [] }
      skills:
        - { name: French, description: Of Paris }
        - { name: "null", settings: { s: { "null": "~" } } }
      users:
        - userName: kim
          firstName: "007"
          emailAddress: kim@example.com
          roles: [ROLE_AGENT, ROLE_ADMIN]
          defaultPlace: "12"
          password: a-secret
          skills: { French: 8, "null": 0 }
          settings: { htcc: { theme: dark }, "interaction-workspace": { "login.prompt": "no" } }
        - { userName: lou, enabled: false, changePasswordOnFirstLogin: true, roles: [] }
      devices:
        - { phoneNumber: "3001", user: kim }
        - { phoneNumber: "+49 89 1" }
      agentGroups:
        - { name: Claims, members: [kim, lou], managers: [kim], settings: { x: { y: z } } }
      workbins:
        - { name: claims-wb, displayName: "Claims: all", type: AgentGroup }
      queues:
        - { name: Incoming mail }
      settings:
        - { group: general, name: text, value: "12" }
        - { group: general, name: number, value: 12 }
        - { group: general, name: nothing, value: { a: null, b: [true, 1.50, -3, "true", {}, []] } }
      """;

  private final Dialect dialect;

  CenterExportContract(Dialect dialect) {
    this.dialect = dialect;
  }

  @Test
  void theExportOfAnImportedExportIsTheSameText() {
    try (Stores one = Stores.fresh(dialect);
        Stores other = Stores.fresh(dialect)) {
      Store first = new Store(one);
      first.load(CENTER);
      String exported = first.export(true);

      Store second = new Store(other);
      ImportPlan plan = second.load(exported);

      assertThat(second.export(true)).isEqualTo(exported);
      assertThat(plan.verdicts()).hasSize(19);
      assertThat(second.directory().features()).isEqualTo(first.directory().features());
      assertThat(second.directory().users()).isEqualTo(first.directory().users());
      assertThat(second.directory().settings("general"))
          .isEqualTo(first.directory().settings("general"));
    }
  }

  @Test
  void anExportChangesNothingWhereItCameFrom() {
    try (Stores stores = Stores.fresh(dialect)) {
      Store store = new Store(stores);
      store.load(CENTER);
      store.directories.change(
          TEST, DirectoryChange.of(new Setting("general", "spaced", "{ \"a\" : [1e5, 1.0E-3] }")));
      long version = store.directory().version();

      ImportPlan plan = store.load(store.export(true));

      assertThat(plan.change().isEmpty()).as(plan.change().toString()).isTrue();
      assertThat(plan.verdicts()).allMatch(Verdict::isUnchanged);
      assertThat(store.directory().version()).isEqualTo(version);
    }
  }

  @Test
  void passwordHashesAreThereOnlyWhereTheyAreAskedFor() {
    try (Stores stores = Stores.fresh(dialect)) {
      Store store = new Store(stores);
      store.load(CENTER);

      assertThat(store.export(false)).contains("userName: kim").doesNotContain("argon2");
      assertThat(store.export(true)).contains("passwordHash: '{argon2}$argon2id$");
    }
  }

  @Test
  void aFileThatDoesNotSpeakOfSkillsAndSettingsLeavesThem() {
    try (Stores stores = Stores.fresh(dialect)) {
      Store store = new Store(stores);
      store.load(CENTER);

      store.load(
          """
          users: [{ userName: kim, lastName: Lee }]
          agentGroups: [{ name: Claims, members: [lou] }]
          devices: [{ phoneNumber: "3001" }]
          """);

      assertThat(store.export(false))
          .contains("lastName: Lee")
          .contains("French: 8")
          .contains("theme: dark")
          .contains("y: z")
          .contains("user: kim");
    }
  }

  /** A contact centre in a store, with what loads files into it. */
  private static final class Store {
    private final JdbcDirectoryStore store;
    private final StoredDirectories directories;
    private final CenterPlanner planner;

    Store(Stores stores) {
      InstantSource clock = InstantSource.system();
      RandomIds ids = new RandomIds(clock, new SecureRandom());
      store = new JdbcDirectoryStore(stores.database(), ids, clock);
      directories = new StoredDirectories(store);
      planner = new CenterPlanner(directories, store, _ -> false, ids, clock);
    }

    ImportPlan load(String yaml) {
      ImportPlan plan = planner.plan(yaml, PasswordHashing.cheap(), SampleFile.RULES);
      directories.change(TEST, plan.change());
      return plan;
    }

    String export(boolean passwords) {
      return CenterExport.text(directory(), user -> store.hashOf(user).filter(_ -> passwords));
    }

    Directory directory() {
      return directories.now();
    }
  }
}
