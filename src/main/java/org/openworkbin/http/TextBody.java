package org.openworkbin.http;

/** The text that a request carries where that is no JSON, such as a YAML file. */
public record TextBody(String text) {
  /** How long it may be, in bytes. */
  static final int LIMIT = 16 << 20;
}
