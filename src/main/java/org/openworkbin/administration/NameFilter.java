package org.openworkbin.administration;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.openworkbin.http.Query;
import org.openworkbin.refusal.Refusal;

/**
 * The filter that a client asks for by its name ({@code spec/foundations.md} 1.7): each text of
 * {@code filterParameters} has to match one of the names or numbers of a thing.
 */
final class NameFilter {
  /** The parameters that it reads. */
  static final Set<String> PARAMETERS = Set.of("filterName", "filterParameters");

  private static final String NAMES_OR_NUMBER = "NamesOrPhoneNumberMatches";

  private NameFilter() {}

  /**
   * What a query asks for; everything passes where it asks for no such filter.
   *
   * @param texts the names and numbers of a thing
   */
  static <T> Predicate<T> of(Query query, Function<T, List<String>> texts) {
    if (query.optional("filterName").isEmpty()) {
      return _ -> true;
    }
    if (!query.optional("filterName").get().equals(NAMES_OR_NUMBER)) {
      throw new Refusal.OutOfRange("filterName", "The filter has to be " + NAMES_OR_NUMBER)
          .asException();
    }
    List<Wildcard> wanted = query.list("filterParameters").stream().map(Wildcard::new).toList();
    if (wanted.isEmpty()) {
      throw new Refusal.Missing("filterParameters").asException();
    }
    return thing -> {
      List<String> names = texts.apply(thing);
      return wanted.stream().allMatch(each -> names.stream().anyMatch(each::matches));
    };
  }
}
