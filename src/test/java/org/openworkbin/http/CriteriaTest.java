package org.openworkbin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openworkbin.refusal.Refusal;
import org.openworkbin.refusal.RefusedException;

/** Things are words; their fields are {@code text}, {@code length} and {@code tail}. */
class CriteriaTest {
  private static final Fields<String> FIELDS =
      name ->
          switch (name) {
            case "text" -> Optional.of(word -> List.of(FieldValue.of(word)));
            case "length" -> Optional.of(word -> List.of(FieldValue.ofNumber("" + word.length())));
            case "tail" ->
                Optional.of(word ->
                    word.length() < 2 ? List.of() : List.of(FieldValue.of(word.substring(1))));
            default -> Optional.empty();
          };

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sortBy=length        | b ba ab abc",
        "sortBy=-length       | abc ba ab b",
        "sortBy=tail          | ba ab abc b",
        "sortBy=-tail         | abc ab ba b",
        "sortBy=-length,text  | abc ab ba b",
        "sortBy=length,-text  | b ba ab abc",
        "sortBy=text,length   | ab abc b ba",
      })
  void thingsComeInTheOrderThatIsAskedFor(String query, String words) {
    assertThat(sorted(query, 99)).containsExactly(words.split(" "));
    assertThat(sorted(query, 2)).containsExactly(Arrays.copyOf(words.split(" "), 2));
  }

  @Test
  void whatTheOrderDoesNotTellApartStaysAsItCame() {
    Sorted<String> sorted = new Sorted<>(of("sortBy=length"), 3, _ -> 0, 0);

    List.of("z1", "a1", "longer", "m1", "b1").forEach(sorted::add);

    assertThat(sorted.first()).containsExactly("z1", "a1", "m1");
  }

  @Test
  void noMoreIsHeldThanIsAllowed() {
    Sorted<String> all = new Sorted<>(of("sortBy=length"), 99, String::length, 6);
    Sorted<String> first = new Sorted<>(of("sortBy=length"), 2, String::length, 6);

    List.of("aaa", "bbb").forEach(all::add);
    assertThatThrownBy(() -> all.add("c"))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.OutOfRange.class));
    List.of("aaa", "bbb", "cccccc", "d", "e").forEach(first::add);
    assertThat(first.first()).containsExactly("d", "e");
  }

  @Test
  void filtersAndOrdersAreToldApartFromOtherParameters() {
    Criteria<String> none = of("fields=*&_=7");
    Criteria<String> both = of("text=a,b&length=1&sortBy=text");

    assertThat(none.filters()).isFalse();
    assertThat(none.sorts()).isFalse();
    assertThat(none.test("anything")).isTrue();
    assertThat(both.filters()).isTrue();
    assertThat(both.sorts()).isTrue();
    assertThat(both.test("a")).isTrue();
    assertThat(both.test("c")).isFalse();
    assertThat(Criteria.of(Map.of("tail", Set.of("b", "c")), FIELDS).test("ab")).isTrue();
    assertThat(Criteria.of(Map.of("tail", Set.of("b", "c")), FIELDS).test("b")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"colour=red", "sortBy=colour", "sortBy=--text", "sortBy=-"})
  void aFieldThatDoesNotExistIsOutOfRange(String query) {
    assertThatThrownBy(() -> of(query))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.OutOfRange.class));
  }

  @Test
  void numbersAndMomentsComeBeforeTextsByTheirSize() {
    List<FieldValue> values =
        List.of(
            FieldValue.ofNumber("-1"),
            FieldValue.ofNumber("9"),
            FieldValue.ofNumber("10"),
            FieldValue.ofNumber("1e400"),
            FieldValue.of("10"),
            FieldValue.of("9"));

    assertThat(values).isSorted();
  }

  private static Criteria<String> of(String query) {
    return Criteria.of(Query.parse(query), Set.of("fields", "sortBy"), FIELDS);
  }

  private static List<String> sorted(String query, int most) {
    Sorted<String> sorted = new Sorted<>(of(query), most, _ -> 0, 0);
    List.of("b", "ba", "abc", "ab").forEach(sorted::add);
    return sorted.first();
  }
}
