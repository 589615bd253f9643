package org.openworkbin.id;

/** One bin: a workbin definition together with one owner of the kind it is defined for. */
public record BinId(WorkbinId workbin, OwnerId owner) {}
