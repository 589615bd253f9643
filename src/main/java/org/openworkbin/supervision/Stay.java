package org.openworkbin.supervision;

/**
 * Why an item stays where it is, in words that are for nobody in particular: where that is, is said
 * to each reader by what he may know when he reads.
 */
enum Stay {
  /** There is no such item, or none that has anything to do with the one who moves. */
  UNKNOWN,
  /** It lies where the one who moves has no supervisor's rights. */
  NOT_PERMITTED,
  /** It lies already where it is to go. */
  ALREADY_THERE,
  /** It is not, or no longer, where and as it was seen. */
  ELSEWHERE,
  /** It was taken out of a hand, and is put into nobody's hand again. */
  OUT_OF_HAND,
  /** The move was cut off before it came to this one, and undone. */
  CUT_OFF,
  /** The store was away. */
  UNAVAILABLE
}
