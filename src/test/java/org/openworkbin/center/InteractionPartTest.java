package org.openworkbin.center;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openworkbin.center.SampleFile.CENTER;
import static org.openworkbin.center.SampleFile.EMPTY;
import static org.openworkbin.center.SampleFile.interaction;
import static org.openworkbin.center.SampleFile.planner;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openworkbin.directory.PasswordHashing;
import org.openworkbin.id.InteractionId;
import org.openworkbin.ledger.Creation;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Medium;

/** What becomes of the interactions of a file. */
class InteractionPartTest {
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
  void theContactIsNamedByItselfOrAmongTheUserData() {
    String queued = "medium: chat\nage: 1m\nin: {queue: Mail}\n%s\n";

    Creation named = interaction(queued.formatted("contactId: C7"));
    assertThat(named.contact()).contains("C7");
    assertThat(named.content().userData()).isEqualTo("{\"ContactId\":\"C7\"}");
    assertThat(interaction(queued.formatted("userData: {ContactId: C8}")).contact()).contains("C8");
    assertThat(interaction(queued.formatted("userData: {a: {ContactId: C8}}")).contact()).isEmpty();
    assertThat(interaction(queued.formatted("userData: {ContactId: ''}")).contact()).isEmpty();
    assertThat(interaction(queued.formatted("userData: {ContactId: 8}")).contact()).isEmpty();
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

  @Test
  void anAgeBesideADateSaysHowLongItLiesWhereItIs() {
    Creation creation =
        interaction(
            "medium: chat\nreceivedDate: 2016-04-08 15:05:57.000+0300\nage: 2h\nin: {queue: Mail}\n");

    assertThat(creation.content().receivedDate()).isEqualTo("2016-04-08 15:05:57.000+0300");
    assertThat(Instant.EPOCH.plusNanos(creation.placedAt() * 1_000))
        .isEqualTo("2026-11-02T07:30:00Z");
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
        "EMAIL | body: <p>Hi</p>\\nbodyAsPlainText: Hi"
            + " | {'interactionSubtype':'InboundNew','body':'<p>Hi</p>','mime':'text/html',"
            + "'bodyAsPlainText':'Hi'}",
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
            .plan(yaml, PasswordHashing.cheap(), SampleFile.RULES);

    assertThat(plan.interactions())
        .as("the oldest first")
        .extracting(creation -> creation.id().value())
        .containsExactly("0001BaBFVPR20036", "0001BaBFVPR20037");
    assertThat(plan.verdicts())
        .extracting(Verdict::toString)
        .contains(
            "unchanged  interaction 0001BaBFVPR20035", "added      interaction 0001BaBFVPR20036");
  }
}
