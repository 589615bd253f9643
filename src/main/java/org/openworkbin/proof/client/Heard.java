package org.openworkbin.proof.client;

import java.util.Map;

/**
 * A message that came.
 *
 * @param data its content as nested maps, lists, texts, numbers and truth values; not to be changed
 * @param at when it came, by {@link System#nanoTime}
 */
public record Heard(String channel, Map<String, Object> data, long at) {}
