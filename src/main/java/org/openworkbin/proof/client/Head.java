package org.openworkbin.proof.client;

/**
 * Status line and headers of an answer as they came, looked into only when somebody asks.
 *
 * @param text lines that end in CRLF
 */
public record Head(String text) {

  /** The value of the first header of that name, whatever its case, or "". */
  public String first(String name) {
    int line = text.indexOf('\n') + 1;
    while (line > 0 && line < text.length()) {
      int end = text.indexOf('\r', line);
      int colon = line + name.length();
      if (colon < end
          && text.charAt(colon) == ':'
          && text.regionMatches(true, line, name, 0, name.length())) {
        return text.substring(colon + 1, end).strip();
      }
      line = text.indexOf('\n', line) + 1;
    }
    return "";
  }

  int status() {
    int blank = text.indexOf(' ');
    return Integer.parseInt(text, blank + 1, blank + 4, 10);
  }
}
