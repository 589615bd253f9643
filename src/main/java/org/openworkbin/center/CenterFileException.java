package org.openworkbin.center;

import java.util.List;

/** Says that a contact-centre file is not valid, and why; nothing has been written. */
public final class CenterFileException extends RuntimeException {
  private final transient List<Problem> problems;

  CenterFileException(Problems problems) {
    super("the file is not valid: " + problems.all(), null, false, false);
    this.problems = problems.all();
  }

  /** At least one, in the order of lines. */
  public List<Problem> problems() {
    return problems;
  }
}
