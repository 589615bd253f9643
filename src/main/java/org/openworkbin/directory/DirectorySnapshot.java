package org.openworkbin.directory;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openworkbin.id.AgentGroupId;
import org.openworkbin.id.DeviceId;
import org.openworkbin.id.OwnerId;
import org.openworkbin.id.OwnerKind;
import org.openworkbin.id.PlaceGroupId;
import org.openworkbin.id.PlaceId;
import org.openworkbin.id.QueueId;
import org.openworkbin.id.SkillId;
import org.openworkbin.id.UserId;
import org.openworkbin.id.WorkbinId;

/** A contact centre laid out for look-ups: each of them is one or two hash look-ups. Immutable. */
public final class DirectorySnapshot implements Directory {
  private final long version;
  private final String contactCenterId;
  private final Index<UserId, User> users;
  private final Index<WorkbinId, Workbin> workbins;
  private final Index<AgentGroupId, AgentGroup> agentGroups;
  private final Index<PlaceId, Place> places;
  private final Index<PlaceGroupId, PlaceGroup> placeGroups;
  private final Index<QueueId, Queue> queues;
  private final Index<SkillId, Skill> skills;
  private final Index<DeviceId, Device> devices;
  private final ContactCenter center;
  private final Set<Feature> features;
  private final SortedMap<String, List<Setting>> settings;
  private final Map<UserId, List<Device>> devicesByOwner;
  private final Map<NumberedKind, ObjectKey> keys;
  private final Map<OwnerKind, List<Workbin>> workbinsByKind;
  private final Map<UserId, List<AgentGroup>> groupsByMember;
  private final Map<UserId, List<AgentGroup>> groupsByManager;
  private final Map<PlaceId, List<PlaceGroup>> groupsByPlace;
  private final Map<PlaceId, List<User>> usersByDefaultPlace;

  private DirectorySnapshot(ContactCenter center) {
    this.center = center;
    version = center.version();
    contactCenterId = center.id();
    users = new Index<>(center.all(User.class), User::id, User::userName);
    workbins = new Index<>(center.all(Workbin.class), Workbin::id, Workbin::name);
    agentGroups = new Index<>(center.all(AgentGroup.class), AgentGroup::id, AgentGroup::name);
    places = new Index<>(center.all(Place.class), Place::id, Place::name);
    placeGroups = new Index<>(center.all(PlaceGroup.class), PlaceGroup::id, PlaceGroup::name);
    queues = new Index<>(center.all(Queue.class), Queue::id, Queue::name);
    skills = new Index<>(center.all(Skill.class), Skill::id, Skill::name);
    devices = new Index<>(center.all(Device.class), Device::id, Device::phoneNumber);
    features = Set.copyOf(center.all(Feature.class));
    settings =
        center.all(Setting.class).stream()
            .sorted(Comparator.comparing(Setting::name))
            .collect(Collectors.groupingBy(Setting::group, TreeMap::new, Collectors.toList()));
    devicesByOwner = devices.by(device -> device.owner().stream().toList());
    keys = new HashMap<>();
    center.numbers().forEach((key, number) -> keys.put(new NumberedKind(key.kind(), number), key));
    workbinsByKind = workbins.by(workbin -> List.of(workbin.ownerKind()));
    groupsByMember = agentGroups.by(AgentGroup::members);
    groupsByManager = agentGroups.by(AgentGroup::managers);
    groupsByPlace = placeGroups.by(PlaceGroup::places);
    usersByDefaultPlace = users.by(user -> user.defaultPlace().stream().toList());
  }

  /** The directory of a contact centre. */
  public static Directory of(ContactCenter center) {
    return new DirectorySnapshot(center);
  }

  @Override
  public long version() {
    return version;
  }

  @Override
  public String contactCenterId() {
    return contactCenterId;
  }

  @Override
  public Collection<User> users() {
    return users.all();
  }

  @Override
  public Optional<User> user(UserId id) {
    return users.byId(id);
  }

  @Override
  public Optional<User> userNamed(String userName) {
    return users.named(userName);
  }

  @Override
  public Collection<Workbin> workbins() {
    return workbins.all();
  }

  @Override
  public Optional<Workbin> workbin(WorkbinId id) {
    return workbins.byId(id);
  }

  @Override
  public List<Workbin> workbinsFor(OwnerKind kind) {
    return workbinsByKind.getOrDefault(kind, List.of());
  }

  @Override
  public Optional<AgentGroup> agentGroup(AgentGroupId id) {
    return agentGroups.byId(id);
  }

  @Override
  public Optional<AgentGroup> agentGroupNamed(String name) {
    return agentGroups.named(name);
  }

  @Override
  public Optional<Place> place(PlaceId id) {
    return places.byId(id);
  }

  @Override
  public Optional<Place> placeNamed(String name) {
    return places.named(name);
  }

  @Override
  public Optional<PlaceGroup> placeGroup(PlaceGroupId id) {
    return placeGroups.byId(id);
  }

  @Override
  public Optional<PlaceGroup> placeGroupNamed(String name) {
    return placeGroups.named(name);
  }

  @Override
  public Optional<Queue> queue(QueueId id) {
    return queues.byId(id);
  }

  @Override
  public Optional<Queue> queueNamed(String name) {
    return queues.named(name);
  }

  @Override
  public Collection<Queue> queues() {
    return queues.all();
  }

  @Override
  public Collection<AgentGroup> agentGroups() {
    return agentGroups.all();
  }

  @Override
  public Collection<Place> places() {
    return places.all();
  }

  @Override
  public Collection<PlaceGroup> placeGroups() {
    return placeGroups.all();
  }

  @Override
  public List<AgentGroup> groupsOf(UserId user) {
    return groupsByMember.getOrDefault(user, List.of());
  }

  @Override
  public List<AgentGroup> groupsManagedBy(UserId user) {
    return groupsByManager.getOrDefault(user, List.of());
  }

  @Override
  public List<User> usersByDefaultPlace(PlaceId place) {
    return usersByDefaultPlace.getOrDefault(place, List.of());
  }

  @Override
  public List<PlaceGroup> placeGroupsOf(PlaceId place) {
    return groupsByPlace.getOrDefault(place, List.of());
  }

  @Override
  public Collection<Skill> skills() {
    return skills.all();
  }

  @Override
  public Optional<Skill> skill(SkillId id) {
    return skills.byId(id);
  }

  @Override
  public Optional<Skill> skillNamed(String name) {
    return skills.named(name);
  }

  @Override
  public Collection<Device> devices() {
    return devices.all();
  }

  @Override
  public Optional<Device> device(DeviceId id) {
    return devices.byId(id);
  }

  @Override
  public List<Device> devicesOf(UserId user) {
    return devicesByOwner.getOrDefault(user, List.of());
  }

  @Override
  public List<String> settingsGroups() {
    return List.copyOf(settings.keySet());
  }

  @Override
  public List<Setting> settings(String group) {
    return settings.getOrDefault(group, List.of());
  }

  @Override
  public Optional<DirectoryObject> object(ObjectKey key) {
    return Optional.ofNullable(center.objects().get(key));
  }

  @Override
  public int number(ObjectKey key) {
    Integer number = center.numbers().get(key);
    if (number == null) {
      throw new IllegalArgumentException("nothing with a number is " + key);
    }
    return number;
  }

  @Override
  public Optional<ObjectKey> numbered(ObjectKind kind, int number) {
    return Optional.ofNullable(keys.get(new NumberedKind(kind, number)))
        .filter(center.objects()::containsKey);
  }

  @Override
  public ContactCenter contactCenter() {
    return center;
  }

  @Override
  public Set<Feature> features() {
    return features;
  }

  @Override
  public Optional<String> nameOf(OwnerId owner) {
    return switch (owner) {
      case UserId user -> user(user).map(User::userName);
      case AgentGroupId group -> agentGroup(group).map(AgentGroup::name);
      case PlaceId place -> place(place).map(Place::name);
      case PlaceGroupId group -> placeGroup(group).map(PlaceGroup::name);
    };
  }

  private record NumberedKind(ObjectKind kind, int number) {}
}
