package org.openworkbin.http;

import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;

/**
 * Answers requests over several things ({@code spec/workbins.md} 13): {@code statusCode} 0 where
 * all parts succeeded; 7 with {@code failed} and {@code succeeded} where some did; where none did,
 * the first part's refusal. Thread-safe.
 */
@Component
public final class PartialAnswers {
  private static final int PARTIAL_SUCCESS = 7;

  private final RefusalAnswers refusals;

  PartialAnswers(RefusalAnswers refusals) {
    this.refusals = refusals;
  }

  /**
   * The answer to such a request; its members are written straight to the client.
   *
   * @param idName what a part's id is called: {@code workbinId}, or {@code id} of an interaction
   * @param members what the parts that succeeded have to say
   */
  public Answer of(String idName, List<Part> parts, Members members) {
    List<Part> failed = parts.stream().filter(part -> part.refusal().isPresent()).toList();
    if (failed.isEmpty()) {
      return Answer.streamed(members);
    }
    if (failed.size() == parts.size()) {
      throw failed.getFirst().refusal().orElseThrow().asException();
    }
    return Answer.streamed(
        PARTIAL_SUCCESS,
        json -> {
          json.writeStringProperty("statusMessage", "Some parts of the request failed");
          members.write(json);
          json.writeName("failed");
          writeParts(json, idName, failed);
          json.writeName("succeeded");
          writeParts(json, idName, parts.stream().filter(p -> p.refusal().isEmpty()).toList());
        });
  }

  /** Each part says what the whole answer would have said, and what it is about. */
  private void writeParts(JsonGenerator json, String idName, List<Part> parts) {
    json.writeStartArray();
    for (Part part : parts) {
      json.writeStartObject();
      json.writeStringProperty(idName, part.id());
      Answer answer = part.refusal().map(refusals::of).orElseGet(Answer::done);
      json.writeRaw(',');
      json.writeRaw(answer.innerText());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
