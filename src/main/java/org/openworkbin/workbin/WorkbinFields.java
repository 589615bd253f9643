package org.openworkbin.workbin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.openworkbin.directory.Workbin;
import org.openworkbin.http.Criteria;
import org.openworkbin.http.Field;
import org.openworkbin.http.FieldValue;
import org.openworkbin.http.Fields;
import org.openworkbin.http.Query;

/** The fields of workbins by which lists of them are filtered and sorted. */
final class WorkbinFields implements Fields<Workbin> {
  private static final Map<String, Function<Workbin, String>> FIELDS =
      Map.of(
          "id", workbin -> workbin.id().value(),
          "name", Workbin::name,
          "workbinName", Workbin::name,
          "displayName", Workbin::displayName,
          "type", workbin -> workbin.ownerKind().wireName());

  /** What a query asks of a list of workbins. */
  static Criteria<Workbin> criteria(Query query) {
    return Criteria.of(query, ContentRequest.PARAMETERS, new WorkbinFields());
  }

  /** Which workbins a query wants that asks for their content too. */
  static Criteria<Workbin> filters(Query query) {
    Map<String, Set<String>> wanted = new HashMap<>();
    query.names().stream()
        .filter(FIELDS::containsKey)
        .forEach(name -> wanted.put(name, query.choices(name)));
    return Criteria.of(wanted, new WorkbinFields());
  }

  static Set<String> names() {
    return FIELDS.keySet();
  }

  @Override
  public Optional<Field<Workbin>> named(String name) {
    return Optional.ofNullable(FIELDS.get(name))
        .map(text -> workbin -> List.of(FieldValue.of(text.apply(workbin))));
  }
}
