package org.openworkbin.directory;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openworkbin.id.AgentGroupId;
import org.openworkbin.id.BinId;
import org.openworkbin.id.DeviceId;
import org.openworkbin.id.OwnerId;
import org.openworkbin.id.OwnerKind;
import org.openworkbin.id.PlaceGroupId;
import org.openworkbin.id.PlaceId;
import org.openworkbin.id.QueueId;
import org.openworkbin.id.SkillId;
import org.openworkbin.id.UserId;
import org.openworkbin.id.WorkbinId;

/**
 * Who there is, at one version: an immutable snapshot of the contact centre. All lookups are by
 * hash and cost no query. Collections come in the order of their names.
 */
public interface Directory {

  /** Rises with every change of the contact centre. */
  long version();

  /** The id of the contact centre itself, a UUID that never changes. */
  String contactCenterId();

  Collection<User> users();

  Optional<User> user(UserId id);

  /** The user with an id that a client sent, which may be any text. */
  default Optional<User> userWithId(String id) {
    return UserId.isValid(id) ? user(new UserId(id)) : Optional.empty();
  }

  /** The user who logs in under that name, compared exactly. */
  Optional<User> userNamed(String userName);

  Collection<Workbin> workbins();

  Optional<Workbin> workbin(WorkbinId id);

  /** The workbins that are defined for that kind of owner. */
  List<Workbin> workbinsFor(OwnerKind kind);

  Optional<AgentGroup> agentGroup(AgentGroupId id);

  Optional<AgentGroup> agentGroupNamed(String name);

  Optional<Place> place(PlaceId id);

  Optional<Place> placeNamed(String name);

  Optional<PlaceGroup> placeGroup(PlaceGroupId id);

  Optional<PlaceGroup> placeGroupNamed(String name);

  Optional<Queue> queue(QueueId id);

  Optional<Queue> queueNamed(String name);

  Collection<Queue> queues();

  Collection<AgentGroup> agentGroups();

  Collection<Place> places();

  Collection<PlaceGroup> placeGroups();

  /** The agent groups that he is a member of. */
  List<AgentGroup> groupsOf(UserId user);

  /** The agent groups that he manages. */
  List<AgentGroup> groupsManagedBy(UserId user);

  /** The users whose default place it is. */
  List<User> usersByDefaultPlace(PlaceId place);

  /** The place groups that a place is in. */
  List<PlaceGroup> placeGroupsOf(PlaceId place);

  Collection<Skill> skills();

  Optional<Skill> skill(SkillId id);

  Optional<Skill> skillNamed(String name);

  /** All devices, in the order of their numbers. */
  Collection<Device> devices();

  Optional<Device> device(DeviceId id);

  List<Device> devicesOf(UserId user);

  /** The groups of settings that have any, in the order of their names. */
  List<String> settingsGroups();

  /** The settings of a group in the order of their names; none where there is no such group. */
  List<Setting> settings(String group);

  /** The thing with that key. */
  Optional<DirectoryObject> object(ObjectKey key);

  /**
   * The number by which platform configuration knows a thing: positive, the same for ever, and of
   * no other thing of any kind. Features and settings have none.
   */
  int number(ObjectKey key);

  /** What of that kind has that number, where it still is there. */
  Optional<ObjectKey> numbered(ObjectKind kind, int number);

  /** All that this was made of. */
  ContactCenter contactCenter();

  /** What the contact centre has. */
  Set<Feature> features();

  /** The name that people know an owner by: user name, group name or place name. */
  Optional<String> nameOf(OwnerId owner);

  /** Whether both a bin's workbin and its owner are there. */
  default boolean has(BinId bin) {
    return workbin(bin.workbin()).isPresent() && nameOf(bin.owner()).isPresent();
  }
}
