package org.openworkbin.center;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openworkbin.directory.ContactCenter;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.DirectorySnapshot;
import org.openworkbin.directory.Feature;
import org.openworkbin.directory.PasswordHashing;
import org.openworkbin.directory.PasswordRules;
import org.openworkbin.directory.PasswordSettings;
import org.openworkbin.id.InteractionId;
import org.openworkbin.id.RandomIds;
import org.openworkbin.ledger.Creation;

/** Files of a contact centre, and what is made of them. */
final class SampleFile {
  /** As they are where nothing is set. */
  static final PasswordRules RULES = new PasswordRules(new PasswordSettings(8));

  private static final Instant NOW = Instant.parse("2026-11-02T09:30:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);

  /** The store before anything is loaded. */
  static final ContactCenter EMPTY =
      ContactCenter.of("00000000-0000-4000-8000-000000000000", 0, List.of(Feature.MULTIMEDIA));

  /** A file with one of each. */
  static final String CENTER =
      """
      places:
        - name: Desk-1
      placeGroups:
        - name: Row
          places: [Desk-1]
      users:
        - userName: ada
          firstName: Ada
          defaultPlace: Desk-1
          password: a-secret
      agentGroups:
        - name: Team
          members: [ada]
      workbins:
        - name: team-wb
          type: AgentGroup
      queues:
        - name: Mail
      """;

  private SampleFile() {}

  /** The interaction of a file that has those fields of it. */
  static Creation interaction(String fields) {
    String yaml =
        CENTER + "interactions:\n  - id: 0001BaBFVPR20035\n" + fields.indent(4).stripTrailing();
    return plan(EMPTY, yaml).interactions().getFirst();
  }

  /** What is wrong with a file for an empty store. */
  static List<Problem> problemsOf(String yaml) {
    return problems(EMPTY, yaml);
  }

  /** What is wrong with a file; something has to be. */
  static List<Problem> problems(ContactCenter stored, String yaml) {
    CenterFileException refused =
        catchThrowableOfType(CenterFileException.class, () -> plan(stored, yaml));
    assertThat(refused).as("the file is refused").isNotNull();
    return refused.problems();
  }

  /** What a file changes in that store. */
  static ImportPlan plan(ContactCenter stored, String yaml) {
    return planner(stored, Set.of()).plan(yaml, PasswordHashing.cheap(), RULES);
  }

  /** A planner for that store, whose ledger knows those interactions. */
  static CenterPlanner planner(ContactCenter stored, Set<InteractionId> known) {
    Directory directory = DirectorySnapshot.of(stored);
    return new CenterPlanner(
        () -> directory,
        _ -> Optional.empty(),
        known::contains,
        new RandomIds(CLOCK, new SecureRandom()),
        CLOCK);
  }

  /** The store after a plan. */
  static ContactCenter applied(ContactCenter before, ImportPlan plan) {
    return before.after(plan.change());
  }
}
