package org.openworkbin.workbin;

import org.openworkbin.id.UserId;

/**
 * Who asks, and whose workbins he asks about: his own, or those of somebody that he looks after.
 *
 * @param path what stands before {@code /workbins} in the links of the answer
 */
record Subject(UserId caller, UserId user, String path) {

  /**
   * The caller's own workbins; their links have the global form, also when asked by {@code /me}.
   */
  static Subject own(UserId caller) {
    return new Subject(caller, caller, "");
  }

  /**
   * The workbins of a user who is named in the URL; the links have the form without {@code /users},
   * as the contract's samples have it.
   */
  static Subject ofUser(UserId caller, UserId user) {
    return new Subject(caller, user, "/" + user.value());
  }

  /** Whether the user is named in the URL, as supervisors do. */
  boolean byUser() {
    return !path.isEmpty();
  }
}
