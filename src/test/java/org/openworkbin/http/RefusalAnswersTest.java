package org.openworkbin.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openworkbin.id.InteractionId;
import org.openworkbin.id.UserId;
import org.openworkbin.refusal.Refusal;
import org.openworkbin.testing.Golden;
import tools.jackson.databind.JsonNode;

class RefusalAnswersTest {
  private static final InteractionId ITEM = new InteractionId("0001BaBFVPR20035");
  private static final Instant SINCE = Instant.parse("2026-11-22T10:15:30Z");

  private final RefusalAnswers answers = new RefusalAnswers(new SecuritySettings(false, false));

  @ParameterizedTest
  @MethodSource("table")
  void eachRefusalHasItsStatusAndCode(Refusal refusal, int httpStatus, int statusCode) {
    Answer answer = answers.of(refusal);

    assertThat(answer.httpStatus()).isEqualTo(httpStatus);
    assertThat(json(answer).get("statusCode").intValue()).isEqualTo(statusCode);
    assertThat(json(answer).get("statusMessage").stringValue()).isNotBlank();
  }

  @Test
  void theTableHasEveryRefusal() {
    assertThat(table().map(row -> (Object) row.get()[0].getClass()))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Refusal.class.getPermittedSubclasses())
                .map(type -> (Object) type)
                .toList());
  }

  static Stream<Arguments> table() {
    return Stream.of(
        Arguments.of(new Refusal.NotAuthenticated(), 403, 20),
        Arguments.of(new Refusal.CsrfTokenMissing(), 403, 3),
        Arguments.of(new Refusal.Missing("id"), 400, 1),
        Arguments.of(new Refusal.Invalid("id", "It is no id"), 400, 2),
        Arguments.of(new Refusal.OutOfRange("limit", "It is too high"), 400, 10),
        Arguments.of(new Refusal.NotPermitted("this workbin"), 403, 5),
        Arguments.of(new Refusal.MethodNotAllowed("PUT"), 405, 3),
        Arguments.of(new Refusal.Unknown("workbin", "x"), 404, 6),
        Arguments.of(new Refusal.AlreadyThere(ITEM), 409, 18),
        Arguments.of(new Refusal.NameTaken("skill", "French"), 409, 18),
        Arguments.of(new Refusal.InUse("user", "The last one has to stay"), 409, 19),
        Arguments.of(new Refusal.Stale(), 412, 2),
        Arguments.of(new Refusal.MustChangePassword(), 403, 8),
        Arguments.of(taken(new Refusal.Elsewhere(SINCE)), 409, 19),
        Arguments.of(new Refusal.NotHolder(ITEM, new Refusal.Elsewhere(SINCE)), 409, 19),
        Arguments.of(new Refusal.ReadOnly("userData", "Only the server sets it"), 400, 11),
        Arguments.of(new Refusal.KeyReused(), 422, 10),
        Arguments.of(new Refusal.ChangesTooOld(17), 410, 10),
        Arguments.of(new Refusal.TooLarge(10), 413, 10),
        Arguments.of(new Refusal.UnsupportedMediaType("text/plain", "application/json"), 415, 10),
        Arguments.of(
            new Refusal.InvalidFile(List.of(new Refusal.Problem(3, "What is this?"))), 400, 10),
        Arguments.of(new Refusal.TooManyTries(Duration.ofSeconds(3)), 429, 4),
        Arguments.of(new Refusal.Unavailable(Duration.ofMillis(1)), 503, 4));
  }

  @Test
  void whoLostTheInteractionGetsBackWhatHeWrote() {
    Body body =
        Body.parse(
            """
            {"operationName":"AddComment","hold":17,"comment":"half a page","n":1.50,"n2":1e5}\
            """
                .getBytes(StandardCharsets.UTF_8));
    Refusal refusal = new Refusal.NotHolder(ITEM, new Refusal.Queued("Review", SINCE));

    Answer answer = answers.of(refusal, body);

    Golden.assertSame(text(answer), "not-holder");
    assertThat(text(answer)).contains("\"n\":1.50,\"n2\":1e5");
    assertThat(text(answers.of(new Refusal.Missing("id"), body))).doesNotContain("refused");
  }

  @Test
  void noLogInIsAnsweredAsTheRealServerDoes() {
    Answer answer = answers.of(new Refusal.NotAuthenticated());

    Golden.assertSame(text(answer), "not-authenticated");
    assertThat(answer.headers()).doesNotContainKey("WWW-Authenticate");
  }

  @Test
  void aSettingMakesItAChallenge() {
    Answer answer =
        new RefusalAnswers(new SecuritySettings(true, false)).of(new Refusal.NotAuthenticated());

    assertThat(answer.httpStatus()).isEqualTo(401);
    assertThat(answer.headers().get("WWW-Authenticate")).startsWith("Basic realm=");
  }

  @Test
  void aLoserIsToldWhoHasItAndWhatElseThereIs() {
    Refusal.HeldBy held = new Refusal.HeldBy(new UserId("0b"), "ben", "Ben", "Berg", SINCE);
    Refusal.Taken taken =
        new Refusal.Taken(ITEM, held, Optional.of(new InteractionId("0001BaBFVPR20036")));

    Golden.assertSame(text(answers.of(taken)), "taken-held");
  }

  @Test
  void aLoserIsToldWhereItWent() {
    Golden.assertSame(
        text(answers.of(taken(new Refusal.MovedTo("6c71", "team-wb", SINCE)))), "taken-moved");
    Golden.assertSame(text(answers.of(taken(new Refusal.Queued("Back", SINCE)))), "taken-queued");
    Golden.assertSame(
        text(answers.of(taken(new Refusal.Finished("Completed", SINCE)))), "taken-finished");
    Golden.assertSame(text(answers.of(taken(new Refusal.Elsewhere(SINCE)))), "taken-elsewhere");
  }

  @Test
  void changesThatAreTooOldSayFromWhereOnThereAreSome() {
    Golden.assertSame(text(answers.of(new Refusal.ChangesTooOld(17))), "changes-too-old");
  }

  @Test
  void whoHasToWaitIsToldHowManySeconds() {
    assertThat(answers.of(new Refusal.TooManyTries(Duration.ofMillis(2001))).headers())
        .containsEntry("Retry-After", "3");
    assertThat(answers.of(new Refusal.Unavailable(Duration.ZERO)).headers())
        .containsEntry("Retry-After", "1");
  }

  private static Refusal.Taken taken(Refusal.Conflict conflict) {
    return new Refusal.Taken(ITEM, conflict, Optional.empty());
  }

  private static JsonNode json(Answer answer) {
    return JsonText.mapper().readTree(answer.bytes());
  }

  private static String text(Answer answer) {
    return new String(answer.bytes(), StandardCharsets.UTF_8);
  }
}
