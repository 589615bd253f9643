package org.openworkbin.workbin;

import java.time.Duration;
import java.util.List;
import org.openworkbin.http.Members;
import org.openworkbin.ledger.Figures;
import tools.jackson.core.JsonGenerator;

/** {@code figures}: arrivals, departures and count step by step, and ages. */
final class FiguresJson {

  private FiguresJson() {}

  static Members of(BinFigures.Counted counted) {
    Figures.Question question = counted.question();
    Figures.Answer answer = counted.answer();
    return out -> {
      out.writeObjectPropertyStart("figures");
      out.writeStringProperty("from", question.from().toString());
      out.writeStringProperty("to", question.to().toString());
      out.writeNumberProperty("step", question.step().toSeconds());
      numbers(out, "arrived", answer.arrived());
      numbers(out, "left", answer.left());
      numbers(out, "count", answer.count());
      out.writeArrayPropertyStart("ages");
      for (int i = 0; i < answer.ages().size(); i++) {
        age(out, question.ages(), i, answer.ages().get(i));
      }
      out.writeEndArray();
      out.writeEndObject();
    };
  }

  /** What is older than every bound has none. */
  private static void age(JsonGenerator out, List<Duration> bounds, int index, long count) {
    out.writeStartObject();
    if (index < bounds.size()) {
      out.writeNumberProperty("upTo", bounds.get(index).toSeconds());
    }
    out.writeNumberProperty("count", count);
    out.writeEndObject();
  }

  private static void numbers(JsonGenerator out, String name, List<Long> numbers) {
    out.writeArrayPropertyStart(name);
    numbers.forEach(out::writeNumber);
    out.writeEndArray();
  }
}
