package org.openworkbin.directory;

/** One thing of a contact centre: what an administrator adds, changes and removes. */
public sealed interface DirectoryObject
    permits User, Skill, Device, AgentGroup, Place, PlaceGroup, Workbin, Queue, Setting, Feature {

  /** What it is found by; never changes. */
  ObjectKey key();

  /** What people know it by; unique within its kind, and may change. */
  String label();
}
