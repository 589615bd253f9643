package org.openworkbin.workbin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.openworkbin.http.Part;
import org.openworkbin.http.Query;
import org.openworkbin.refusal.Refusal;
import org.openworkbin.refusal.RefusedException;
import org.springframework.stereotype.Component;

/** Does the same with several workbins that a request names, each by itself. */
@Component
final class SeveralWorkbins {
  private final WorkbinSettings settings;

  SeveralWorkbins(WorkbinSettings settings) {
    this.settings = settings;
  }

  /** The ids in {@code workbinIds}, each once; empty where the parameter is absent. */
  List<String> ids(Query query) {
    List<String> ids = query.list("workbinIds");
    if (ids.size() > settings.maxIds()) {
      throw new Refusal.OutOfRange(
              "workbinIds", "At most " + settings.maxIds() + " workbins can be named at once.")
          .asException();
    }
    return ids;
  }

  /** Does {@code work} for each id; what is refused becomes a failed part. */
  <T> Found<T> find(List<String> ids, Function<String, T> work) {
    List<Part> parts = new ArrayList<>();
    Map<String, T> results = new LinkedHashMap<>();
    for (String id : ids) {
      try {
        results.put(id, work.apply(id));
        parts.add(new Part(id, Optional.empty()));
      } catch (RefusedException refused) {
        parts.add(new Part(id, Optional.of(refused.refusal())));
      }
    }
    return new Found<>(parts, results);
  }

  /**
   * What became of each.
   *
   * @param results of those that were not refused, by id
   */
  record Found<T>(List<Part> parts, Map<String, T> results) {}
}
