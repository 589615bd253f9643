package org.openworkbin.center;

/** A text of the file with the line that it stands on. */
record Text(String value, int line) {}
