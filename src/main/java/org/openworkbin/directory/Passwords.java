package org.openworkbin.directory;

import java.util.Optional;
import org.openworkbin.id.UserId;

/**
 * Gives the hashes of passwords, never the passwords. Asks the store each time; whoever remembers
 * an answer forgets it when {@link Directory#version()} has changed. Thread-safe.
 */
@FunctionalInterface
public interface Passwords {

  /** The hash with its algorithm's prefix; empty for a user without one, who can't log in by it. */
  Optional<String> hashOf(UserId user);
}
