package org.openworkbin.push.cometd;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramesTest {
  private static final int CLIENTS_LIMIT = 65_536;

  @Test
  void fewSmallMessagesStayTogether() {
    String text = "[{\"channel\":\"/v2/me\"},{\"channel\":\"/v2/me\"}]";

    assertThat(Frames.of(text)).containsExactly(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "ä", "語", "😀", "\\\"],[{", "]", "},{", "\\\\"})
  void messagesAreCutApartWhereTogetherTheyAreTooLarge(String filling) {
    List<String> messages = new ArrayList<>();
    for (int length : new int[] {10, 20_000, 1, 30_000, 10, 10, 64_000, 1_000, 1_500, 0}) {
      messages.add(
          "{\"data\":{\"a\":[1,{}],\"text\":\""
              + filling.repeat(length / filling.getBytes(UTF_8).length)
              + "\"}}");
    }

    List<String> frames = Frames.of("[" + String.join(",", messages) + "]");

    assertThat(frames).hasSizeBetween(2, 5);
    assertThat(frames)
        .allSatisfy(
            frame -> assertThat(frame.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(CLIENTS_LIMIT));
    List<String> found = new ArrayList<>();
    frames.forEach(
        frame -> RawClient.json(frame).forEach(message -> found.add(message.toString())));
    assertThat(found)
        .containsExactlyElementsOf(
            messages.stream().map(message -> RawClient.json(message).toString()).toList());
  }

  @Test
  void messageThatIsTooLargeByItselfGoesAlone() {
    String large = "{\"data\":\"" + "x".repeat(70_000) + "\"}";

    assertThat(Frames.of("[{\"a\":1}," + large + ",{\"b\":2}]"))
        .containsExactly("[{\"a\":1}]", "[" + large + "]", "[{\"b\":2}]");
  }
}
