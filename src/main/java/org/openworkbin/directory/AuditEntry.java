package org.openworkbin.directory;

import java.time.Instant;
import java.util.Optional;

/**
 * One thing that one change of the contact centre added, changed or removed.
 *
 * @param number rises from entry to entry; those of one change follow each other
 * @param version of the directory that the change made
 * @param label what the thing was known by, after the change where it still is there
 * @param before the thing as a JSON text in the words of the contact-centre file; empty where it
 *     was added
 * @param after the same after the change; empty where it was removed. Never a password or a hash: a
 *     new password is a member {@code passwordChanged}
 */
public record AuditEntry(
    long number,
    Instant at,
    long version,
    Author author,
    ObjectKey key,
    String label,
    Optional<String> before,
    Optional<String> after) {}
