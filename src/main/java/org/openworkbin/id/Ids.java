package org.openworkbin.id;

/** What every id has to look like: 1 to 64 letters, digits, hyphens, dots or underscores. */
final class Ids {
  private static final int MAX_LENGTH = 64;

  private Ids() {}

  static boolean isValid(String value) {
    return !value.isEmpty()
        && value.length() <= MAX_LENGTH
        && value.chars().allMatch(Ids::isAllowed);
  }

  static void check(String value) {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not an id: 1 to 64 of [0-9A-Za-z-._] are allowed");
    }
  }

  private static boolean isAllowed(int c) {
    return (c >= '0' && c <= '9')
        || (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || c == '-'
        || c == '.'
        || c == '_';
  }
}
