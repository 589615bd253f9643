package org.openworkbin.administration;

import org.openworkbin.directory.Access;
import org.openworkbin.directory.AgentGroup;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.DirectoryObject;
import org.openworkbin.directory.ObjectKey;
import org.openworkbin.directory.ObjectKind;
import org.openworkbin.directory.User;
import org.openworkbin.refusal.Refusal;

/**
 * Somebody who looks at the contact centre, and what of it is for him: names of those who may log
 * in are for everybody who has a role; everything else about a person is for himself, for managers
 * of a group that he is in, and for administrators.
 */
record Viewer(User user, Directory directory, Access access) {

  boolean isAdministrator() {
    return user.isAdministrator();
  }

  /** Whether everything about that person is for him. */
  boolean looksAfter(User other) {
    return access.looksAfter(user.id(), other.id());
  }

  /** Whether he may know that there is that person. */
  boolean knows(User other) {
    return looksAfter(other) || (other.enabled() && !user.roles().isEmpty());
  }

  /** Whether he may know who is in the group. */
  boolean knowsMembersOf(AgentGroup group) {
    return isAdministrator()
        || group.members().contains(user.id())
        || group.managers().contains(user.id());
  }

  /** The thing with that id, which may be any text. */
  <T extends DirectoryObject> T find(ObjectKind kind, String id, Class<T> type) {
    return directory
        .object(new ObjectKey(kind, id))
        .map(type::cast)
        .orElseThrow(() -> new Refusal.Unknown(kind.noun(), id).asException());
  }

  void requireAdministrator(String what) {
    if (!isAdministrator()) {
      throw new Refusal.NotPermitted(what).asException();
    }
  }
}
