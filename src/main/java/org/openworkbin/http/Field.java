package org.openworkbin.http;

import java.util.List;

/** What a thing in a list has in one of its fields. */
@FunctionalInterface
public interface Field<T> {

  /** The values, several where the field is a list, none where the thing has none. */
  List<FieldValue> of(T thing);
}
