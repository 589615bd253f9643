package org.openworkbin.http;

import java.util.Optional;

/** The fields that the things in a list have, by their names on the wire. */
@FunctionalInterface
public interface Fields<T> {

  /** The field of that name; empty where things of this kind have no such field. */
  Optional<Field<T>> named(String name);
}
