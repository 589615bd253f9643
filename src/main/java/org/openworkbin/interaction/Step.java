package org.openworkbin.interaction;

/** What a life cycle says to one operation in one state. */
sealed interface Step {

  /** The interaction moves on, and stands so for the one who asked. */
  record Becomes(State next) implements Step {}

  /** It stays where it is, and what it holds changes. */
  record Edits() implements Step {}

  /** Nothing about it changes. */
  record Stays() implements Step {}

  /** Its medium has a way of its own to do it. */
  record Own() implements Step {}

  /** Not now. */
  record Refused() implements Step {}

  /** The medium has no such operation. */
  record Unknown() implements Step {}
}
