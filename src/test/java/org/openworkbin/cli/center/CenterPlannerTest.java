package org.openworkbin.cli.center;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openworkbin.directory.ContactCenter;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.DirectoryChange;
import org.openworkbin.directory.DirectorySnapshot;
import org.openworkbin.directory.PasswordHashing;
import org.openworkbin.directory.User;
import org.openworkbin.id.InteractionId;
import org.openworkbin.id.RandomIds;
import org.openworkbin.ledger.Creation;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Medium;

class CenterPlannerTest {
  private static final Instant NOW = Instant.parse("2026-11-02T09:30:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final ContactCenter EMPTY =
      new ContactCenter(
          "00000000-0000-4000-8000-000000000000",
          0,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of());

  private static final String CENTER =
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
          password: secret
      agentGroups:
        - name: Team
          members: [ada]
      workbins:
        - name: team-wb
          type: AgentGroup
      queues:
        - name: Mail
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "\"users: [{userName: a, colour: red}]\"       | a user has no field 'colour'",
        "\"users: [{firstName: Ada}]\"                 | a user has no 'userName'",
        "\"users: [{userName: a}, {userName: a}]\"     | the user 'a' is on line 1 already",
        "\"users: [{userName: 'a:b'}]\"                | a user name has no colon",
        "\"users: [{userName: a, id: 12}]\"            | '12' is not the id of a user",
        "\"users: [{userName: a, roles: [Boss]}]\"     | 'Boss' is not a role",
        "\"users: [{userName: a, enabled: maybe}]\"    | 'enabled' has to be true or false",
        "\"users: [{userName: a, defaultPlace: X}]\"   | there is no place 'X'",
        "\"users: [{userName: a, userName: b}]\"       | the field 'userName' is there twice",
        "\"users: [{userName: a, passwordHash: x}]\"   | 'passwordHash' is not one that",
        "\"users: [{userName: [a]}]\"                  | 'userName' has to be a text",
        "\"users: {userName: a}\"                      | 'users' has to be a list",
        "\"users: [ada]\"                              | a user has to be a mapping",
        "\"userz: []\"                                 | the file has no field 'userz'",
        "\"places: [{name: P, id: 'a b'}]\"            | 'a b' is not the id of a place",
        "\"places: [{name: P, id: p}, {name: Q, id: p}]\" | the id 'p' is there twice",
        "\"placeGroups: [{name: G, places: [X]}]\"     | there is no place 'X'",
        "\"agentGroups: [{name: G, members: [x]}]\"    | there is no user 'x'",
        "\"agentGroups: [{name: G, managers: [x]}]\"   | there is no user 'x'",
        "\"workbins: [{name: W}]\"                     | a workbin has no 'type'",
        "\"workbins: [{name: W, type: Desk}]\"         | the type of a workbin is one of Agent,",
        "\"workbins: [{name: W, type: Agent, id: W}]\" | 'W' is not the id of a workbin",
        "\"queues: [{name: ' Q'}]\"                    | the name of a queue has",
        "\"queues: [&q {name: Q}]\"                    | anchors (&q) are not supported",
        "\"queues: [\"                                 | this is not YAML",
        "\"\"                                          | the file is empty",
        "\"[]\"                                        | the file has to be a mapping of fields",
      })
  void whatIsWrongIsToldWithItsLine(String yaml, String problem) {
    List<Problem> problems = problemsOf("# a comment\n\n" + yaml);

    assertThat(problems).isNotEmpty();
    assertThat(problems.getFirst().text()).contains(problem.replace("line 1", "line 3"));
    assertThat(problems.getFirst().line()).isEqualTo(yaml.isEmpty() ? 1 : 3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "id: short               | the id of an interaction is 16 letters and digits",
        "medium: fax             | the medium is one of chat, email,",
        "age: soon               | 'age' has the form",
        "receivedDate: 2016-04-08 | an interaction has either a 'receivedDate' or an 'age'",
        "direction: Up           | 'direction' is Inbound or Outbound",
        "priority: high          | 'priority' has to be an integer",
        "priority: 1.5           | 'priority' has to be an integer",
        "\"in: {queue: X}\"      | there is no queue 'X'",
        "\"in: {workbin: X, agent: ada}\"        | there is no workbin 'X'",
        "\"in: {workbin: team-wb, agentGroup: X}\" | there is no agent group 'X'",
        "\"in: {workbin: team-wb, agent: ada}\"  | the workbin 'team-wb' is for owners of type",
        "\"in: {workbin: team-wb}\"              | 'in' names a 'queue', or a 'workbin'",
        "\"in: {queue: Mail, workbin: team-wb}\" | 'in' names a 'queue', or a 'workbin'",
        "\"in: {queue: Mail, colour: red}\"      | 'in' has no field 'colour'",
        "message: hello          | an interaction has no field 'message'",
        "\"userData: [a]\"       | 'userData' has to be a mapping",
        "\"userData: {A: 1, A: 2}\"       | the user data have 'A' twice",
        "\"userData: {Workbin: x}\"       | only the server itself sets 'Workbin'",
        "\"userData: {A: 0x1F}\"          | '0x1F' is not a number in JSON",
        "\"userData: {A: yes}\"           | write true or false, or 'yes' in quotes",
        "\"userData: {A: \"\"a\\0b\"\"}\" | the user data have a NUL character",
        "\"userData: {Subject: x}\"       | the user data have 'Subject' twice",
      })
  void whatIsWrongWithAnInteractionIsToldWithItsLine(String field, String problem) {
    StringBuilder interaction = new StringBuilder();
    for (String line :
        List.of(
            "id: 0001BaBFVPR20035",
            "medium: chat",
            "age: 5m",
            "subject: Hello",
            "in: {queue: Mail}")) {
      if (!line.startsWith(field.replaceFirst(":.*", ":"))) {
        interaction.append("    ").append(line).append('\n');
      }
    }
    String yaml = CENTER + "interactions:\n  - " + field + "\n" + interaction;

    assertThat(problemsOf(yaml))
        .singleElement()
        .satisfies(found -> {
          assertThat(found.text()).contains(problem);
          assertThat(found.line()).isEqualTo(CENTER.lines().count() + 2);
        });
  }

  @Test
  void namesAndLabelsHaveABound() {
    String tooLong = "x".repeat(256);

    assertThat(problemsOf("users: [{userName: ada, firstName: " + tooLong + "}]"))
        .extracting(Problem::text)
        .containsExactly("'firstName' has at most 255 characters");
    assertThat(problemsOf("queues: [{name: " + tooLong + "}]"))
        .extracting(Problem::text)
        .singleElement()
        .asString()
        .startsWith("the name of a queue has at most 255 characters");
  }

  @Test
  void everyProblemIsToldAtOnceInTheOrderOfLines() {
    String yaml =
        """
        users:
          - userName: ada
            colour: red
          - firstName: Ben
        queues:
          - name: Mail
          - name: Mail
        agentGroups:
          - name: Team
            members: [ada, zoe]
        """;

    assertThat(problemsOf(yaml)).extracting(Problem::line).containsExactly(3, 4, 7, 10);
  }

  @Test
  void aReferenceToAnEntryWithAProblemIsNoSecondProblem() {
    String yaml =
        """
        users:
          - userName: ada
            id: wrong
        agentGroups:
          - name: Team
            members: [ada]
        """;

    assertThat(problemsOf(yaml)).extracting(Problem::line).containsExactly(3);
  }

  @Test
  void idsThatAreLeftOutAreMadeOnceAndKeptByName() {
    ContactCenter loaded = applied(EMPTY, plan(EMPTY, CENTER));

    ImportPlan again = plan(loaded, CENTER.replace("firstName: Ada", "firstName: Augusta"));

    assertThat(again.change().users())
        .singleElement()
        .satisfies(user -> {
          assertThat(user.id()).isEqualTo(loaded.users().getFirst().id());
          assertThat(user.firstName()).isEqualTo("Augusta");
        });
    assertThat(again.change().agentGroups()).isEmpty();
    assertThat(again.verdicts())
        .extracting(Verdict::toString)
        .contains("changed    user ada (firstName, password)", "unchanged  place Desk-1");
  }

  @Test
  void fieldsThatAreLeftOutStayAsTheyAre() {
    ContactCenter loaded = applied(EMPTY, plan(EMPTY, CENTER));

    ImportPlan plan = plan(loaded, "users: [{userName: ada, lastName: Byron}]");

    User ada = plan.change().users().getFirst();
    assertThat(ada.firstName()).isEqualTo("Ada");
    assertThat(ada.lastName()).isEqualTo("Byron");
    assertThat(ada.defaultPlace()).isPresent();
    assertThat(plan.change().passwordHashes()).isEmpty();
  }

  @Test
  void aFieldThatIsEmptyIsEmptied() {
    ContactCenter loaded = applied(EMPTY, plan(EMPTY, CENTER));

    ImportPlan plan =
        plan(
            loaded,
            """
            users: [{userName: ada, firstName: '', defaultPlace: null}]
            agentGroups: [{name: Team, members: []}]
            """);

    assertThat(plan.change().users().getFirst().firstName()).isEmpty();
    assertThat(plan.change().users().getFirst().defaultPlace()).isEmpty();
    assertThat(plan.change().agentGroups().getFirst().members()).isEmpty();
  }

  @Test
  void aNameThatHasAnotherIdInTheStoreIsAProblem() {
    ContactCenter loaded = applied(EMPTY, plan(EMPTY, "places: [{name: Desk-1, id: one}]"));

    assertThat(problems(loaded, "places: [{name: Desk-1, id: two}]"))
        .extracting(Problem::text)
        .containsExactly("the place 'Desk-1' has the id 'one'");
  }

  @Test
  void aKnownIdWithAnotherNameIsARename() {
    ContactCenter loaded = applied(EMPTY, plan(EMPTY, "places: [{name: Desk-1, id: one}]"));

    ImportPlan plan = plan(loaded, "places: [{name: Table-1, id: one}]");

    assertThat(plan.verdicts())
        .extracting(Verdict::toString)
        .containsExactly("changed    place Table-1 (name)");
    assertThat(
            problems(
                loaded,
                """
                places: [{name: Table-1, id: one}]
                users: [{userName: ada, defaultPlace: Desk-1}]
                """))
        .extracting(Problem::text)
        .containsExactly("there is no place 'Desk-1'");
  }

  @Test
  void theTypeOfAWorkbinCannotChange() {
    ContactCenter loaded = applied(EMPTY, plan(EMPTY, CENTER));

    assertThat(problems(loaded, "workbins: [{name: team-wb, type: Agent}]"))
        .extracting(Problem::text)
        .containsExactly("the workbin is one of type AgentGroup, which can't change");
  }

  @Test
  void userDataAreWrittenAsTheyStandInTheFile() {
    Creation creation =
        interaction(
            """
            medium: workitem
            in: {workbin: team-wb, agentGroup: Team}
            receivedDate: 2016-04-08 15:05:57.000+0300
            subject: A "claim"
            customer: {firstName: Ann, lastName: Lee, address: ann@example.com}
            priority: 7
            userData:
              Big: 123456789012345678901234567890
              Exact: 1.50
              Power: 1e3
              Text: '1'
              Nothing: null
              When: 2016-04-08T12:06:05Z
              "PegAG?:2>1": 1
              Flag: true
              Nested: {a: [1, null, b]}
            """);

    assertThat(creation.content().userData())
        .isEqualTo(
            """
            {"Subject":"A \\"claim\\"","FirstName":"Ann","LastName":"Lee",\
            "FromAddress":"ann@example.com","Priority":7,\
            "Big":123456789012345678901234567890,"Exact":1.50,"Power":1e3,"Text":"1",\
            "Nothing":null,"When":"2016-04-08T12:06:05Z","PegAG?:2>1":1,"Flag":true,\
            "Nested":{"a":[1,null,"b"]}}\
            """);
    assertThat(creation.content().priority()).isEqualTo(7);
    assertThat(creation.content().receivedDate()).isEqualTo("2016-04-08 15:05:57.000+0300");
    assertThat(creation.content().attributes()).isEqualTo("{}");
    assertThat(creation.placedAt())
        .isEqualTo(Instant.parse("2016-04-08T12:05:57Z").getEpochSecond() * 1_000_000);
    assertThat(creation.to()).isInstanceOf(Location.Bin.class);
  }

  @Test
  void thePriorityOfTheUserDataCountsWhereItIsAnInteger() {
    String queued = "medium: chat\nage: 1m\nin: {queue: Mail}\nuserData: {Priority: %s}\n";

    assertThat(interaction(queued.formatted("12")).content().priority()).isEqualTo(12);
    assertThat(interaction(queued.formatted("'12'")).content().priority()).isZero();
    assertThat(interaction(queued.formatted("1.5")).content().priority()).isZero();
    assertThat(interaction(queued.formatted("99999999999")).content().priority()).isZero();
  }

  @Test
  void anAgeCountsBackFromNow() {
    Creation creation =
        interaction("medium: chat\nage: 1d 2h 15m\nin: {queue: Mail}\ndirection: Outbound\n");

    assertThat(creation.content().receivedDate()).isEqualTo("2026-11-01 07:15:00.000+0000");
    assertThat(creation.content().direction()).isEqualTo("Outbound");
    assertThat(creation.to()).isInstanceOf(Location.Queue.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EMAIL | subject: S\\nfrom: a@b.c\\nto: [d@e.f, g@h.i]"
            + " | {'interactionSubtype':'InboundNew','subject':'S','from':'a@b.c',"
            + "'to':['d@e.f','g@h.i']}",
        "EMAIL | direction: Outbound\\nparentId: 0001BaBFVPR20035"
            + " | {'interactionSubtype':'OutboundReply','parentId':'0001BaBFVPR20035'}",
        "TWEET | from: '@ann'\\nmessage: Hi | {'from':'@ann','message':'Hi'}",
        "FACEBOOK | from: Ann\\nmessage: Hi\\nsubject: S"
            + " | {'from':'Ann','message':'Hi','subject':'S'}",
        "OPENMEDIA | mediaType: promotion | {'mediaType':'promotion'}",
        "FACEBOOKSESSION | subject: S | {}",
      })
  void eachMediumHasItsOwnMembers(Medium medium, String fields, String attributes) {
    Creation creation =
        interaction(
            "medium: %s\nage: 1m\nin: {queue: Mail}\n%s\n"
                .formatted(medium.name().toLowerCase(Locale.ROOT), fields.replace("\\n", "\n")));

    assertThat(creation.medium()).isEqualTo(medium);
    assertThat(creation.content().attributes()).isEqualTo(attributes.replace('\'', '"'));
  }

  @Test
  void userDataHaveABound() {
    String many = "x: ".concat("y".repeat(65_536));

    assertThat(
            problemsOf(
                CENTER
                    + "interactions:\n  - id: 0001BaBFVPR20035\n    medium: chat\n    age: 1m\n"
                    + "    in: {queue: Mail}\n    userData: {"
                    + many
                    + "}\n"))
        .extracting(Problem::text)
        .containsExactly("the user data is larger than 64 KiB");
  }

  @Test
  void interactionsThatTheLedgerKnowsAreLeftAlone() {
    String yaml =
        CENTER
            + """
            interactions:
              - {id: 0001BaBFVPR20035, medium: chat, age: 5m, in: {queue: Mail}}
              - {id: 0001BaBFVPR20036, medium: chat, age: 9m, in: {queue: Mail}}
              - {id: 0001BaBFVPR20037, medium: chat, age: 7m, in: {queue: Mail}}
            """;

    ImportPlan plan =
        planner(EMPTY, Set.of(new InteractionId("0001BaBFVPR20035")))
            .plan(yaml, PasswordHashing.cheap());

    assertThat(plan.interactions())
        .as("the oldest first")
        .extracting(creation -> creation.id().value())
        .containsExactly("0001BaBFVPR20036", "0001BaBFVPR20037");
    assertThat(plan.verdicts())
        .extracting(Verdict::toString)
        .contains(
            "unchanged  interaction 0001BaBFVPR20035", "added      interaction 0001BaBFVPR20036");
  }

  private static Creation interaction(String fields) {
    String yaml =
        CENTER + "interactions:\n  - id: 0001BaBFVPR20035\n" + fields.indent(4).stripTrailing();
    return plan(EMPTY, yaml).interactions().getFirst();
  }

  private static List<Problem> problemsOf(String yaml) {
    return problems(EMPTY, yaml);
  }

  private static List<Problem> problems(ContactCenter stored, String yaml) {
    CenterFileException refused =
        catchThrowableOfType(CenterFileException.class, () -> plan(stored, yaml));
    assertThat(refused).as("the file is refused").isNotNull();
    return refused.problems();
  }

  private static ImportPlan plan(ContactCenter stored, String yaml) {
    return planner(stored, Set.of()).plan(yaml, PasswordHashing.cheap());
  }

  private static CenterPlanner planner(ContactCenter stored, Set<InteractionId> known) {
    Directory directory = DirectorySnapshot.of(stored);
    return new CenterPlanner(
        () -> directory,
        _ -> Optional.empty(),
        known::contains,
        new RandomIds(CLOCK, new SecureRandom()),
        CLOCK);
  }

  private static ContactCenter applied(ContactCenter before, ImportPlan plan) {
    DirectoryChange change = plan.change();
    return new ContactCenter(
        before.id(),
        before.version() + 1,
        change.users(),
        change.workbins(),
        change.agentGroups(),
        change.places(),
        change.placeGroups(),
        change.queues());
  }
}
