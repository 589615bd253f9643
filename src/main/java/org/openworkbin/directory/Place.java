package org.openworkbin.directory;

import org.openworkbin.id.PlaceId;

/** A desk that one agent at a time sits at. */
public record Place(PlaceId id, String name) {}
