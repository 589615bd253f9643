package org.openworkbin.directory;

import org.openworkbin.id.QueueId;

/** A queue: where finished or unassigned work waits for a rule or a router. */
public record Queue(QueueId id, String name) {}
