package org.openworkbin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectTextTest {
  private static final ObjectText OBJECT =
      ObjectText.parse(
          """
          { "n" : -0.10 , "t":"a\\"b\\u00fc" ,"o": {"x":[ {"y":"z"} ]}, "e":{} , "l":[], "z":null,\
           "b" : true}\
          """);

  @Test
  void everyValueStaysAsItWasWritten() {
    assertThat(OBJECT)
        .hasToString(
            """
            {"n":-0.10,"t":"a\\"b\\u00fc","o":{"x":[ {"y":"z"} ]},"e":{},"l":[],"z":null,"b":true}\
            """);
    assertThat(ObjectText.parse(OBJECT.toString())).hasToString(OBJECT.toString());
    assertThat(ObjectText.parse("{}")).hasToString("{}");
  }

  @Test
  void aNewValueTakesThePlaceOfTheOld() {
    ObjectText changed = OBJECT.with(ObjectText.parse("{\"t\":7,\"new\":8}")).without(List.of("o"));

    assertThat(changed.names()).containsExactly("n", "t", "e", "l", "z", "b", "new");
    assertThat(changed.integer("t")).hasValue(7);
    assertThat(OBJECT.with("t", "\"").text("t")).contains("\"");
  }

  @Test
  void oneValueIsReadByItsType() {
    assertThat(OBJECT.text("t")).contains("a\"b\u00fc");
    assertThat(OBJECT.text("n")).isEmpty();
    assertThat(OBJECT.text("none")).isEmpty();
    assertThat(OBJECT.integer("n")).isEmpty();
    assertThat(OBJECT.integer("t")).isEmpty();
    assertThat(ObjectText.parse("{\"i\":2147483648}").integer("i")).isEmpty();
  }

  @Test
  void keysAndTextsAreFoundAtAnyDepth() {
    assertThat(OBJECT.allNames()).containsExactly("n", "t", "o", "x", "y", "e", "l", "z", "b");
    assertThat(OBJECT.allTexts()).containsExactly("a\"b\u00fc", "z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "1", "{", "{\"a\":1,\"a\":2}", "{\"a\":{\"b\":1,\"b\":1}}"})
  void whatIsNoObjectIsNone(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> ObjectText.parse(text));
  }
}
