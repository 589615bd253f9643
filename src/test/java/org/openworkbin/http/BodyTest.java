package org.openworkbin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openworkbin.refusal.Refusal;
import org.openworkbin.refusal.RefusedException;

class BodyTest {

  @Test
  void nullAndTheEmptyTextCountAsAbsent() {
    Body body = body("{\"a\":null,\"b\":\"\"}");

    assertThat(body.optional("a")).isEmpty();
    assertThat(body.optional("b")).isEmpty();
    assertThat(body.optional("c")).isEmpty();
    assertThat(refusal(() -> body.required("b"))).isEqualTo(new Refusal.Missing("b"));
  }

  @Test
  void membersThatNobodyAsksForAreIgnored() {
    Body body = body("{\"other\":[{\"x\":1}],\"id\":\"7\"}");

    assertThat(body.required("id")).isEqualTo("7");
  }

  @Test
  void anObjectStaysAsItWasWritten() {
    Body body =
        body("{\"userData\" : { \"a\":1.0 , \"b\" : {\"c\": [1E2, \"\\u00fc\"]},\"d\":null }}");

    assertThat(body.object("userData").orElseThrow())
        .hasToString("{\"a\":1.0,\"b\":{\"c\": [1E2, \"\\u00fc\"]},\"d\":null}");
    assertThat(body.object("other")).isEmpty();
    assertThat(body.names("userData")).containsExactly("a", "b", "d");
    assertThat(refusal(() -> body("{\"userData\":[]}").object("userData")))
        .isInstanceOf(Refusal.Invalid.class);
  }

  @Test
  void scalarsAreTextsHoweverTheyAreWritten() {
    Body body = body("{\"level\":8,\"ids\":[1,\"2\"],\"on\":true,\"no\":null,\"empty\":\"\"}");

    assertThat(body.scalar("level")).contains("8");
    assertThat(body.scalar("on")).contains("true");
    assertThat(body.scalars("ids")).containsExactly("1", "2");
    assertThat(body.scalars("no")).isEmpty();
    assertThat(body.has("empty")).isTrue();
    assertThat(body.has("no")).isFalse();
    assertThat(refusal(() -> body.scalar("ids"))).isInstanceOf(Refusal.Invalid.class);
    assertThat(refusal(() -> body.scalars("level"))).isInstanceOf(Refusal.Invalid.class);
  }

  @Test
  void sectionsAreObjectsOfTexts() {
    Body body = body("{\"s\":{\"a\":{\"b\":\"c\",\"n\":7}},\"flat\":{\"a\":\"b\"},\"x\":[]}");

    assertThat(body.sections("s")).isEqualTo(Map.of("a", Map.of("b", "c", "n", "7")));
    assertThat(body.sections("none")).isEmpty();
    assertThat(refusal(() -> body.sections("flat"))).isInstanceOf(Refusal.Invalid.class);
    assertThat(refusal(() -> body.sections("x"))).isInstanceOf(Refusal.Invalid.class);
  }

  @Test
  void aPartIsReadLikeABodyOfItsOwn() {
    Body body = body("{\"info\":{\"name\":\"x\",\"o\":{\"a\":1}},\"list\":[{\"n\":1},{\"n\":2}]}");

    Body info = body.part("info").orElseThrow();
    assertThat(info.required("name")).isEqualTo("x");
    assertThat(info.object("o").orElseThrow()).hasToString("{\"a\":1}");
    assertThat(body.part("other")).isEmpty();
    assertThat(body.parts("list"))
        .extracting(part -> part.scalar("n").orElseThrow())
        .containsExactly("1", "2");
    assertThat(refusal(() -> body("{\"list\":[7]}").parts("list")))
        .isInstanceOf(Refusal.Invalid.class);
  }

  @Test
  void aWholeNumberHasToBeOne() {
    assertThat(body("{\"hold\":9007199254740993}").number("hold")).hasValue(9007199254740993L);
    assertThat(body("{\"hold\":null}").number("hold")).isEmpty();
    for (String value : List.of("1.5", "\"7\"", "1e30", "99999999999999999999", "true")) {
      assertThat(refusal(() -> body("{\"hold\":" + value + "}").number("hold")))
          .as(value)
          .isInstanceOf(Refusal.Invalid.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "true", "[]", "{}", "[\"7\"]"})
  void aTextHasToBeText(String value) {
    Body body = body("{\"id\":" + value + "}");

    assertThat(refusal(() -> body.required("id"))).isInstanceOf(Refusal.Invalid.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "\"text\"",
        "1",
        "null",
        "{",
        "{\"a\":1}}",
        "{\"a\":1,\"a\":2}",
        "{'a':1}",
        "{\"a\":NaN}",
        "{\"a\":\"\u0001\"}",
        "operationName=PullChat"
      })
  void whatIsNoObjectIsRefused(String json) {
    assertThat(refusal(() -> body(json))).isInstanceOf(Refusal.Invalid.class);
  }

  @Test
  void aNestIsRefusedBeforeItCostsAnything() {
    String nest = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

    assertThat(refusal(() -> body(nest))).isInstanceOf(Refusal.Invalid.class);
  }

  @Test
  void bytesThatAreNoUtf8AreRefused() {
    byte[] latin = "{\"id\":\"\u00e4\"}".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(refusal(() -> Body.parse(latin))).isInstanceOf(Refusal.Invalid.class);
  }

  @Test
  void noBytesAreAnObjectWithoutMembers() {
    assertThat(refusal(() -> body("").operationName()))
        .isEqualTo(new Refusal.Missing("operationName"));
  }

  @Test
  void aFlagIsABooleanOrItsText() {
    Body body = body("{\"a\":true,\"b\":\"true\",\"c\":false,\"d\":\"\",\"e\":\"yes\",\"f\":1}");

    assertThat(body.flag("a")).isTrue();
    assertThat(body.flag("b")).isTrue();
    assertThat(body.flag("c")).isFalse();
    assertThat(body.flag("d")).isFalse();
    assertThat(body.flag("absent")).isFalse();
    assertThat(refusal(() -> body.flag("e"))).isInstanceOf(Refusal.Invalid.class);
    assertThat(refusal(() -> body.flag("f"))).isInstanceOf(Refusal.Invalid.class);
  }

  @Test
  void anArrayOfTextsKeepsItsOrder() {
    Body body = body("{\"a\":[\"z\",\"b\"],\"n\":null,\"mixed\":[\"z\",1],\"text\":\"z\"}");

    assertThat(body.texts("a")).containsExactly("z", "b");
    assertThat(body.texts("n")).isEmpty();
    assertThat(body.texts("absent")).isEmpty();
    assertThat(refusal(() -> body.texts("mixed"))).isInstanceOf(Refusal.Invalid.class);
    assertThat(refusal(() -> body.texts("text"))).isInstanceOf(Refusal.Invalid.class);
  }

  @Test
  void arrayTextsThatAreEmptyAreLeftOut() {
    assertThat(body("{\"a\":[\"\",null,\"b\"]}").texts("a")).containsExactly("b");
  }

  private static Body body(String json) {
    return Body.parse(json.getBytes(StandardCharsets.UTF_8));
  }

  private static Refusal refusal(Runnable refused) {
    RefusedException thrown = catchThrowableOfType(RefusedException.class, refused::run);
    assertThat(thrown).isNotNull();
    return thrown.refusal();
  }
}
