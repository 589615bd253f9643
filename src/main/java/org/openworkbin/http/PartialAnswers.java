package org.openworkbin.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;

/**
 * Answers requests over several things ({@code spec/workbins.md} 13): {@code statusCode} 0 where
 * all parts succeeded; 7 with {@code failed} and {@code succeeded} where some did; where none did,
 * the first part's refusal with {@code failed}. Thread-safe.
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
    if (parts.stream().allMatch(part -> part.refusal().isEmpty())) {
      return Answer.streamed(members);
    }
    Map<String, Answer> answers = new LinkedHashMap<>();
    for (Part part : parts) {
      answers.put(part.id(), part.refusal().map(refusals::of).orElseGet(Answer::done));
    }
    return of(idName, answers, members);
  }

  /**
   * The same of parts that are answered already; {@code succeeded} is there also where all did.
   *
   * @param answers by id; none is streamed
   */
  public Answer of(String idName, Map<String, Answer> answers, Members members) {
    Map<String, Answer> failed = new LinkedHashMap<>(answers);
    failed.values().removeIf(PartialAnswers::isDone);
    if (failed.isEmpty()) {
      return Answer.streamed(json -> {
        members.write(json);
        json.writeName("succeeded");
        writeParts(json, idName, answers);
      });
    }
    if (failed.size() == answers.size()) {
      return allFailed(idName, failed);
    }
    Map<String, Answer> succeeded = new LinkedHashMap<>(answers);
    succeeded.keySet().removeAll(failed.keySet());
    return Answer.streamed(
        PARTIAL_SUCCESS,
        json -> {
          json.writeStringProperty("statusMessage", "Some parts of the request failed");
          members.write(json);
          json.writeName("failed");
          writeParts(json, idName, failed);
          json.writeName("succeeded");
          writeParts(json, idName, succeeded);
        });
  }

  private static boolean isDone(Answer answer) {
    return answer.httpStatus() == HttpStatus.OK.value();
  }

  /** As if the first had been alone; what became of the others is said beside. */
  private static Answer allFailed(String idName, Map<String, Answer> failed) {
    Answer first = failed.values().iterator().next();
    return failed.size() == 1
        ? first
        : first.with(json -> {
          json.writeName("failed");
          writeParts(json, idName, failed);
        });
  }

  /** Each part says what the whole answer would have said, and what it is about. */
  private static void writeParts(JsonGenerator json, String idName, Map<String, Answer> parts) {
    json.writeStartArray();
    parts.forEach((id, answer) -> {
      json.writeStartObject();
      json.writeStringProperty(idName, id);
      json.writeRaw(',');
      json.writeRaw(answer.innerText());
      json.writeEndObject();
    });
    json.writeEndArray();
  }
}
