package org.openworkbin.proof.history;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an answer says beside its codes.
 *
 * @param reference the number of the operation
 * @param item the header {@code Workbin-Item}
 * @param hold the header {@code Workbin-Hold}
 * @param conflict where the interaction is, as the member {@code conflict} says; {@code Elsewhere}
 *     where it tells no place, empty where there is no such member
 * @param next the member {@code next}
 * @param refused whether there is a member {@code refused}
 * @param digest a number made of the body and of those headers, which differs where they do
 */
public record Told(
    OptionalLong reference,
    Optional<String> item,
    OptionalLong hold,
    Optional<Place> conflict,
    Optional<String> next,
    boolean refused,
    long digest) {
  private static final Told NOTHING =
      new Told(
          OptionalLong.empty(),
          Optional.empty(),
          OptionalLong.empty(),
          Optional.empty(),
          Optional.empty(),
          false,
          0);

  /** An answer that says nothing but its codes. */
  public static Told nothing() {
    return NOTHING;
  }

  /** The same with that {@code referenceId}, and a digest of it. */
  public Told withReference(long number) {
    return new Told(OptionalLong.of(number), item, hold, conflict, next, refused, number);
  }

  /** The same with that interaction, held by that number. */
  public Told withHold(String heldItem, long number) {
    return new Told(
        reference,
        Optional.of(heldItem),
        OptionalLong.of(number),
        conflict,
        next,
        refused,
        31 * digest + number);
  }

  /** The same with a conflict: the interaction is there. */
  public Told withConflict(Place there) {
    return new Told(
        reference, item, hold, Optional.of(there), next, refused, 31 * digest + there.hashCode());
  }

  /** The same with what was to be written given back. */
  public Told withRefused() {
    return new Told(reference, item, hold, conflict, next, true, digest);
  }

  /** The same with an interaction that can be taken instead. */
  public Told withNext(String other) {
    return new Told(reference, item, hold, conflict, Optional.of(other), refused, digest);
  }
}
