package org.openworkbin.http;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Answers reads of a collection and of the single things in it, as {@code spec/foundations.md} 1.6
 * and 1.7 have them: links or objects, some or all of their properties, filtered, sorted and paged.
 *
 * @param collection what the array is called
 * @param member what a single one is called
 * @param uri the absolute address of a thing
 */
public record Listing<T>(
    String collection, String member, Shape<T> shape, Function<T, String> uri) {
  private static final Set<String> PARAMETERS =
      Set.of("fields", "subresources", "sortBy", "limit", "offset");

  /** Links; objects where {@code fields} or {@code subresources} asks for them. */
  public Answer all(Query query, Collection<T> things) {
    return all(query, things, Set.of());
  }

  /**
   * The same.
   *
   * @param others parameters that are no filters by a property
   */
  public Answer all(Query query, Collection<T> things, Set<String> others) {
    List<T> page = page(query, wanted(query, things, others));
    return query.fields().isEmpty() && query.subresources().isEmpty()
        ? Answer.streamed(out -> {
          out.writeArrayPropertyStart("uris");
          page.forEach(thing -> out.writeString(uri.apply(thing)));
          out.writeEndArray();
        })
        : Answer.streamed(members(query, page));
  }

  /** Objects whatever is asked for. */
  public Answer objects(Query query, Collection<T> things) {
    return Answer.streamed(members(query, page(query, wanted(query, things, Set.of()))));
  }

  /** Objects whatever is asked for, and as {@code totalCount} how many there are on all pages. */
  public Answer counted(Query query, Collection<T> things, Set<String> others) {
    List<T> wanted = wanted(query, things, others);
    Members page = members(query, page(query, wanted));
    return Answer.streamed(out -> {
      out.writeNumberProperty("totalCount", wanted.size());
      page.write(out);
    });
  }

  /** One thing. */
  public Answer one(Query query, T thing) {
    return Answer.of(out -> {
      out.writeName(member);
      shape.write(out, thing, query.fields(), query.subresources());
    });
  }

  private Members members(Query query, List<T> page) {
    Selection fields = query.fields();
    Selection subresources = query.subresources();
    return out -> {
      out.writeArrayPropertyStart(collection);
      page.forEach(thing -> shape.write(out, thing, fields, subresources));
      out.writeEndArray();
    };
  }

  private List<T> wanted(Query query, Collection<T> things, Set<String> others) {
    Set<String> known = new HashSet<>(PARAMETERS);
    known.addAll(others);
    Criteria<T> criteria = Criteria.of(query, known, shape);
    Sorted<T> sorted = new Sorted<>(criteria, things.size(), _ -> 0, 0);
    things.stream().filter(criteria).forEach(sorted::add);
    return sorted.first();
  }

  private static <T> List<T> page(Query query, List<T> things) {
    return things.stream()
        .skip(query.offset())
        .limit(query.limit().orElse(Integer.MAX_VALUE))
        .toList();
  }
}
