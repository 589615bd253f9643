package org.openworkbin.directory;

import org.openworkbin.id.OwnerKind;
import org.openworkbin.id.WorkbinId;

/**
 * A workbin definition: each owner of its kind has a bin of it.
 *
 * @param name unique, the configuration name
 * @param displayName the label for people
 */
public record Workbin(WorkbinId id, String name, String displayName, OwnerKind ownerKind) {}
