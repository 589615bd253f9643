package org.openworkbin.push.cometd;

/** Says that what a client sent is not a list of Bayeux messages; the text is for people. */
final class MalformedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MalformedException(String why) {
    super(why, null, false, false);
  }
}
