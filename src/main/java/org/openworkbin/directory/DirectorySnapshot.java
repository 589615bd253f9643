package org.openworkbin.directory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openworkbin.id.AgentGroupId;
import org.openworkbin.id.OwnerId;
import org.openworkbin.id.OwnerKind;
import org.openworkbin.id.PlaceGroupId;
import org.openworkbin.id.PlaceId;
import org.openworkbin.id.QueueId;
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
  private final Set<Feature> features;
  private final Map<OwnerKind, List<Workbin>> workbinsByKind;
  private final Map<UserId, List<AgentGroup>> groupsByMember;
  private final Map<UserId, List<AgentGroup>> groupsByManager;
  private final Map<PlaceId, List<PlaceGroup>> groupsByPlace;
  private final Map<PlaceId, List<User>> usersByDefaultPlace;

  private DirectorySnapshot(ContactCenter center) {
    version = center.version();
    contactCenterId = center.id();
    users = new Index<>(center.users(), User::id, User::userName);
    workbins = new Index<>(center.workbins(), Workbin::id, Workbin::name);
    agentGroups = new Index<>(center.agentGroups(), AgentGroup::id, AgentGroup::name);
    places = new Index<>(center.places(), Place::id, Place::name);
    placeGroups = new Index<>(center.placeGroups(), PlaceGroup::id, PlaceGroup::name);
    queues = new Index<>(center.queues(), Queue::id, Queue::name);
    features = center.features();
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
}
