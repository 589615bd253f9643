package org.openworkbin.proof.prove;

import java.util.Optional;

/**
 * What fills the server's store and makes room again: command lines of the operator, who knows
 * where it lies. {@code SERVER_PID} tells them the server's process, where it was started here.
 *
 * @param full returns when nothing can be written any more
 * @param relieve returns when it can again
 */
public record Hooks(Optional<String> full, Optional<String> relieve) {

  boolean areThere() {
    return full.isPresent() && relieve.isPresent();
  }

  void fill(Optional<Long> serverPid) {
    full.ifPresent(command -> run(command, serverPid));
  }

  void relieve(Optional<Long> serverPid) {
    relieve.ifPresent(command -> run(command, serverPid));
  }

  private static void run(String command, Optional<Long> serverPid) {
    Child child =
        Child.start(serverPid.map(pid -> "export SERVER_PID=" + pid + "; ").orElse("") + command);
    int code = child.awaitEnd();
    if (code != 0) {
      throw new ProveException(
          "The command %s ended with %d:%n%s"
              .formatted(command, code, String.join("\n", child.lastWords())));
    }
  }
}
