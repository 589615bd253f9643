package org.openworkbin.center;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openworkbin.center.SampleFile.CENTER;
import static org.openworkbin.center.SampleFile.problemsOf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a file that is wrong. */
class CenterProblemsTest {
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
        "\"features: [api-fax]\"                       | 'api-fax' is not a feature; known are api-",
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
        "receivedDate: 2016-04-08 | 'receivedDate' has the form",
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
}
