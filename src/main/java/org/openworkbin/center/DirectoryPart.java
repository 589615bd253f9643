package org.openworkbin.center;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openworkbin.directory.AgentGroup;
import org.openworkbin.directory.Annex;
import org.openworkbin.directory.Device;
import org.openworkbin.directory.DirectoryObject;
import org.openworkbin.directory.Place;
import org.openworkbin.directory.PlaceGroup;
import org.openworkbin.directory.Queue;
import org.openworkbin.directory.Skill;
import org.openworkbin.directory.User;
import org.openworkbin.directory.Workbin;
import org.openworkbin.id.AgentGroupId;
import org.openworkbin.id.DeviceId;
import org.openworkbin.id.IdGenerator;
import org.openworkbin.id.OwnerKind;
import org.openworkbin.id.PlaceGroupId;
import org.openworkbin.id.PlaceId;
import org.openworkbin.id.QueueId;
import org.openworkbin.id.SkillId;
import org.openworkbin.id.UserId;
import org.openworkbin.id.WorkbinId;

/**
 * Reads places, groups, workbins and queues. A field that is left out stays as it is stored; each
 * method expects what it refers to to be read already.
 */
final class DirectoryPart {
  private static final Pattern ID = Pattern.compile("[0-9A-Za-z._-]{1,64}");
  private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final String KINDS =
      List.of(OwnerKind.values()).stream()
          .map(OwnerKind::wireName)
          .collect(Collectors.joining(", "));

  private final Registers registers;
  private final IdGenerator ids;
  private final Problems problems;

  DirectoryPart(Registers registers, IdGenerator ids, Problems problems) {
    this.registers = registers;
    this.ids = ids;
    this.problems = problems;
  }

  void readPlaces(YamlObject file) {
    for (Named entry : entries(file, "places", registers.places(), ID)) {
      Optional<Place> before = registers.places().stored(entry.id());
      Annex annex = annex(entry.object(), before.map(Place::annex));
      entry.object().done();
      registers.places().put(new Place(new PlaceId(entry.id()), entry.name(), annex));
    }
  }

  void readPlaceGroups(YamlObject file) {
    for (Named entry : entries(file, "placeGroups", registers.placeGroups(), ID)) {
      Optional<PlaceGroup> before = registers.placeGroups().stored(entry.id());
      Set<PlaceId> places =
          references(
              entry.object(),
              "places",
              registers.places(),
              Place::id,
              before.map(PlaceGroup::places).orElse(Set.of()));
      Annex annex = annex(entry.object(), before.map(PlaceGroup::annex));
      entry.object().done();
      registers
          .placeGroups()
          .put(new PlaceGroup(new PlaceGroupId(entry.id()), entry.name(), places, annex));
    }
  }

  void readAgentGroups(YamlObject file) {
    for (Named entry : entries(file, "agentGroups", registers.agentGroups(), ID)) {
      Optional<AgentGroup> before = registers.agentGroups().stored(entry.id());
      var members =
          references(
              entry.object(),
              "members",
              registers.users(),
              User::id,
              before.map(AgentGroup::members).orElse(Set.of()));
      var managers =
          references(
              entry.object(),
              "managers",
              registers.users(),
              User::id,
              before.map(AgentGroup::managers).orElse(Set.of()));
      Annex annex = annex(entry.object(), before.map(AgentGroup::annex));
      entry.object().done();
      registers
          .agentGroups()
          .put(
              new AgentGroup(new AgentGroupId(entry.id()), entry.name(), members, managers, annex));
    }
  }

  void readWorkbins(YamlObject file) {
    for (Named entry : entries(file, "workbins", registers.workbins(), UUID)) {
      Optional<Workbin> before = registers.workbins().stored(entry.id());
      String displayName =
          entry
              .object()
              .label("displayName")
              .map(Text::value)
              .or(() -> before.map(Workbin::displayName))
              .orElse(entry.name());
      Optional<OwnerKind> kind = ownerKind(entry.object(), before);
      entry.object().done();
      kind.ifPresent(of ->
          registers
              .workbins()
              .put(new Workbin(new WorkbinId(entry.id()), entry.name(), displayName, of)));
    }
  }

  void readSkills(YamlObject file) {
    for (Named entry : entries(file, "skills", registers.skills(), ID)) {
      Optional<Skill> before = registers.skills().stored(entry.id());
      Optional<String> description = entry.object().label("description").map(Text::value);
      String kept = before.map(Skill::description).orElse("");
      Annex annex = annex(entry.object(), before.map(Skill::annex));
      registers
          .skills()
          .put(
              new Skill(
                  new SkillId(entry.id()),
                  entry.name(),
                  entry.object().has("description") ? description.orElse("") : kept,
                  annex));
      entry.object().done();
    }
  }

  void readDevices(YamlObject file) {
    for (YamlObject entry : file.objects("devices", "a device")) {
      Text number = registers.devices().nameOf(entry, "phoneNumber");
      String id = registers.devices().idOf(entry, number, ID, () -> ids.newUuid().toString());
      Optional<UserId> owner =
          entry.has("user")
              ? entry.text("user").flatMap(registers.users()::resolve).map(User::id)
              : registers.devices().stored(id).flatMap(Device::owner);
      entry.done();
      registers.devices().put(new Device(new DeviceId(id), number.value(), owner));
    }
  }

  void readQueues(YamlObject file) {
    for (Named entry : entries(file, "queues", registers.queues(), ID)) {
      entry.object().done();
      registers.queues().put(new Queue(new QueueId(entry.id()), entry.name()));
    }
  }

  /** The kind can't change: what lies in the bins of the old owners would lie nowhere. */
  private Optional<OwnerKind> ownerKind(YamlObject entry, Optional<Workbin> before) {
    if (before.isPresent() && !entry.has("type")) {
      return before.map(Workbin::ownerKind);
    }
    Optional<Text> given = entry.required("type");
    Optional<OwnerKind> kind = given.flatMap(text -> OwnerKind.ofWireName(text.value()));
    if (given.isPresent() && kind.isEmpty()) {
      problems.add(given.get().line(), "the type of a workbin is one of " + KINDS);
    } else if (before.isPresent() && kind.isPresent() && kind.get() != before.get().ownerKind()) {
      problems.add(
          entry.lineOf("type"),
          "the workbin is one of type %s, which can't change"
              .formatted(before.get().ownerKind().wireName()));
    }
    return kind;
  }

  private List<Named> entries(YamlObject file, String field, Register<?> register, Pattern form) {
    return file.objects(field, "a " + register.kind()).stream()
        .map(entry -> named(entry, register, form))
        .toList();
  }

  private Named named(YamlObject entry, Register<?> register, Pattern form) {
    Text name = register.nameOf(entry, "name");
    String id = register.idOf(entry, name, form, () -> ids.newUuid().toString());
    return new Named(entry, id, name.value());
  }

  /** What integrations keep with a thing; as it was where the file says nothing of it. */
  static Annex annex(YamlObject entry, Optional<Annex> before) {
    return entry.has("settings") ? Annex.of(entry.sections("settings")) : before.orElse(Annex.NONE);
  }

  private static <V extends Record & DirectoryObject, K> Set<K> references(
      YamlObject entry, String field, Register<V> register, Function<V, K> id, Collection<K> kept) {
    if (!entry.has(field)) {
      return Set.copyOf(kept);
    }
    return entry.texts(field).stream()
        .flatMap(reference -> register.resolve(reference).stream())
        .map(id)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** An entry that is identified. */
  private record Named(YamlObject object, String id, String name) {}
}
