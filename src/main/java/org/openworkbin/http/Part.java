package org.openworkbin.http;

import java.util.Optional;
import org.openworkbin.refusal.Refusal;

/**
 * What became of one part of a request over several things.
 *
 * @param id of the thing
 * @param refusal empty where it succeeded
 */
public record Part(String id, Optional<Refusal> refusal) {}
