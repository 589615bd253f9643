package org.openworkbin.sql;

import java.util.List;
import java.util.Optional;

/**
 * Which schema a store has, compared with the one that this program brings.
 *
 * @param version the newest migration that has run there; empty where none has
 * @param findings in what it differs, as sentences for people; none where it is the program's
 */
record Schema(Optional<String> version, List<String> findings) {

  Schema {
    findings = List.copyOf(findings);
  }
}
