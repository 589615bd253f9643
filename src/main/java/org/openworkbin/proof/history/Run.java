package org.openworkbin.proof.history;

import java.time.Duration;

/**
 * What a history is the history of.
 *
 * @param server what the server says it is
 * @param command how the run can be had again
 * @param lease no hold may end by itself while its agent was heard of more recently
 */
public record Run(String server, String command, long seed, Duration lease) {}
