package org.openworkbin.administration;

import java.util.Optional;
import org.openworkbin.directory.Device;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.DirectoryObject;
import org.openworkbin.directory.ObjectKey;
import org.openworkbin.directory.ObjectKind;
import org.openworkbin.directory.Queue;
import org.openworkbin.directory.Skill;
import org.openworkbin.directory.User;
import org.openworkbin.directory.Workbin;
import org.openworkbin.refusal.Refusal;

/** Things of the contact centre by the ids of a URL; one that is not there is refused. */
record Found(Directory directory) {

  User user(String id) {
    return of(User.class, ObjectKind.USER, id);
  }

  Skill skill(String id) {
    return of(Skill.class, ObjectKind.SKILL, id);
  }

  Device device(String id) {
    return of(Device.class, ObjectKind.DEVICE, id);
  }

  Workbin workbin(String id) {
    return of(Workbin.class, ObjectKind.WORKBIN, id);
  }

  Queue queue(String id) {
    return of(Queue.class, ObjectKind.QUEUE, id);
  }

  private <T extends DirectoryObject> T of(Class<T> type, ObjectKind kind, String id) {
    Optional<DirectoryObject> object = directory.object(new ObjectKey(kind, id));
    return object
        .filter(type::isInstance)
        .map(type::cast)
        .orElseThrow(() -> new Refusal.Unknown(kind.noun(), id).asException());
  }
}
