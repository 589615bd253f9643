package org.openworkbin.proof.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;

/**
 * The lines of a {@link HistoryFile}. A line is an object with {@code is}, which says what
 * happened, and the components of that record; what is empty is left out.
 */
final class HistoryJson {
  /** The number of the format, which the first line tells. */
  private static final int FORMAT = 1;

  private static final JsonMapper WRITER = builder().build();

  private HistoryJson() {}

  static String text(Happening happening) {
    return WRITER.writeValueAsString(happening);
  }

  static String text(Run run) {
    return WRITER.writeValueAsString(new Head(FORMAT, run));
  }

  private static JsonMapper.Builder builder() {
    JsonMapper.Builder builder =
        JsonMapper.builder()
            .changeDefaultPropertyInclusion(standard ->
                standard
                    .withValueInclusion(JsonInclude.Include.NON_ABSENT)
                    .withContentInclusion(JsonInclude.Include.ALWAYS))
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    for (Class<?> closed : List.of(Happening.class, Wish.class, Place.class)) {
      builder.addMixIn(closed, Named.class);
      for (Class<?> one : closed.getPermittedSubclasses()) {
        String name = one.getSimpleName();
        builder.registerSubtypes(
            new NamedType(one, name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1)));
      }
    }
    return builder;
  }

  /** The first line. */
  private record Head(int openWorkbinHistory, Run run) {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  private interface Named {}

  /** Reads the lines of one file; a text that comes twice is kept once. */
  static final class Reader {
    private final Path file;
    private final JsonMapper mapper;
    private int number;

    Reader(Path file) {
      this.file = file;
      SimpleModule texts = new SimpleModule();
      texts.addDeserializer(String.class, new SharedTexts());
      this.mapper = builder().addModule(texts).build();
    }

    /** The run, from the first line. */
    Run run(@Nullable String line) throws IOException {
      Head head = read(line == null ? "" : line, Head.class);
      if (head.openWorkbinHistory() != FORMAT) {
        throw new IOException(
            "%s is a history of format %d, and this program reads format %d"
                .formatted(file, head.openWorkbinHistory(), FORMAT));
      }
      return head.run();
    }

    Happening happening(String line) throws IOException {
      return read(line, Happening.class);
    }

    /** Whether a line is JSON to its end. */
    boolean isComplete(String line) {
      try {
        mapper.readTree(line);
        return true;
      } catch (JacksonException _) {
        return false;
      }
    }

    private <T> T read(String line, Class<T> type) throws IOException {
      number++;
      try {
        return mapper.readValue(line, type);
      } catch (MismatchedInputException e) {
        throw new IOException("%s:%d is not of a history".formatted(file, number), e);
      } catch (JacksonException e) {
        throw new IOException("%s:%d is not JSON".formatted(file, number), e);
      }
    }
  }

  /** Reads texts, each of which stands in memory once. */
  private static final class SharedTexts extends StdScalarDeserializer<String> {
    private final Map<String, String> known = new HashMap<>();

    private SharedTexts() {
      super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
      String text = parser.getValueAsString();
      return known.computeIfAbsent(text, same -> same);
    }
  }
}
