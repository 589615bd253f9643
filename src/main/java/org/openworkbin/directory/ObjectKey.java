package org.openworkbin.directory;

/** Identifies one thing of a contact centre; ids are unique within a kind. */
public record ObjectKey(ObjectKind kind, String id) {}
