package org.openworkbin.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.openworkbin.refusal.Refusal;

/**
 * Which things of a list are wanted, and in which order ({@code spec/foundations.md} 1.7). A thing
 * is wanted that has, in every field that is named, one of the texts given for it, compared
 * exactly. The order is that of {@code sortBy}, left to right; a {@code -} before a name turns it
 * round; what lacks the field comes last either way.
 */
public final class Criteria<T> implements Predicate<T> {
  private final List<Predicate<T>> conditions;
  private final List<Order<T>> orders;

  private Criteria(List<Predicate<T>> conditions, List<Order<T>> orders) {
    this.conditions = List.copyOf(conditions);
    this.orders = List.copyOf(orders);
  }

  /**
   * What a query asks for. A parameter that is none of {@code others} is a filter by the field of
   * that name; a field that does not exist is refused.
   *
   * @param others the parameters that mean something else
   */
  public static <T> Criteria<T> of(Query query, Set<String> others, Fields<T> fields) {
    List<Predicate<T>> conditions = new ArrayList<>();
    for (String name : query.names()) {
      if (!others.contains(name)) {
        conditions.add(condition(field(name, fields), query.choices(name)));
      }
    }
    return new Criteria<>(conditions, orders(query.list("sortBy"), fields));
  }

  /** Those that have one of the texts in each of the fields, in no order of their own. */
  public static <T> Criteria<T> of(Map<String, Set<String>> wanted, Fields<T> fields) {
    List<Predicate<T>> conditions = new ArrayList<>();
    wanted.forEach((name, texts) -> conditions.add(condition(field(name, fields), texts)));
    return new Criteria<>(conditions, List.of());
  }

  private static <T> List<Order<T>> orders(List<String> names, Fields<T> fields) {
    List<Order<T>> orders = new ArrayList<>();
    for (String name : names) {
      boolean falling = name.startsWith("-");
      orders.add(new Order<>(field(falling ? name.substring(1) : name, fields), falling));
    }
    return orders;
  }

  private static <T> Field<T> field(String name, Fields<T> fields) {
    return fields
        .named(name)
        .orElseThrow(() ->
            new Refusal.OutOfRange(name, "What is listed has no field " + name + ".")
                .asException());
  }

  private static <T> Predicate<T> condition(Field<T> field, Set<String> texts) {
    Set<String> wanted = Set.copyOf(texts);
    return thing -> field.of(thing).stream().map(FieldValue::text).anyMatch(wanted::contains);
  }

  /** Whether the thing is wanted. */
  @Override
  public boolean test(T thing) {
    for (Predicate<T> condition : conditions) {
      if (!condition.test(thing)) {
        return false;
      }
    }
    return true;
  }

  /** Whether some things may not be wanted. */
  public boolean filters() {
    return !conditions.isEmpty();
  }

  /** Whether an order is asked for. */
  public boolean sorts() {
    return !orders.isEmpty();
  }

  /** What the place of a thing among others depends on. */
  List<Optional<FieldValue>> keys(T thing) {
    return orders.stream().map(order -> order.field().of(thing).stream().findFirst()).toList();
  }

  /** The order of such keys. */
  Comparator<List<Optional<FieldValue>>> order() {
    return (one, other) -> {
      for (int i = 0; i < orders.size(); i++) {
        int compared = compare(one.get(i), other.get(i), orders.get(i).falling());
        if (compared != 0) {
          return compared;
        }
      }
      return 0;
    };
  }

  private static int compare(
      Optional<FieldValue> one, Optional<FieldValue> other, boolean falling) {
    if (one.isEmpty() || other.isEmpty()) {
      return Boolean.compare(one.isEmpty(), other.isEmpty());
    }
    int rising = one.get().compareTo(other.get());
    return falling ? -rising : rising;
  }

  private record Order<T>(Field<T> field, boolean falling) {}
}
