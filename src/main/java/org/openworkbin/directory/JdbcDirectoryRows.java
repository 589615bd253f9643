package org.openworkbin.directory;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openworkbin.id.AgentGroupId;
import org.openworkbin.id.DeviceId;
import org.openworkbin.id.OwnerKind;
import org.openworkbin.id.PlaceGroupId;
import org.openworkbin.id.PlaceId;
import org.openworkbin.id.QueueId;
import org.openworkbin.id.SkillId;
import org.openworkbin.id.UserId;
import org.openworkbin.id.WorkbinId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the whole contact centre. */
final class JdbcDirectoryRows {
  private static final String CENTER = "select id, version from contact_center";
  private static final String USERS =
      """
      select id, user_name, first_name, last_name, email_address, enabled,
             change_password_on_first_login, default_place_id
      from person
      """;
  private static final String ROLES = "select person_id, role from person_role";
  private static final String WORKBINS = "select id, name, display_name, owner_kind from workbin";
  private static final String AGENT_GROUPS = "select id, name from agent_group";
  private static final String MEMBERS = "select agent_group_id, person_id from agent_group_member";
  private static final String MANAGERS =
      "select agent_group_id, person_id from agent_group_manager";
  private static final String PLACES = "select id, name from place";
  private static final String PLACE_GROUPS = "select id, name from place_group";
  private static final String GROUPED_PLACES =
      "select place_group_id, place_id from place_group_place";
  private static final String FEATURES = "select id from feature";
  private static final String QUEUES = "select id, name from queue";

  private static final String SKILLS = "select id, name, description from skill";
  private static final String LEVELS = "select person_id, skill_id, level from person_skill";
  private static final String DEVICES = "select id, phone_number, person_id from device";
  private static final String SETTINGS = "select setting_group, name, value from setting";
  private static final String ANNEXES = "select kind, object_id, section, name, value from annex";
  private static final String NUMBERS = "select kind, object_id, number from object_number";

  private final JdbcClient client;
  private final Map<ObjectKey, Map<String, Map<String, String>>> annexes = new HashMap<>();

  private JdbcDirectoryRows(JdbcClient client) {
    this.client = client;
  }

  static ContactCenter load(JdbcClient client) {
    return new JdbcDirectoryRows(client).load();
  }

  private ContactCenter load() {
    annexes.putAll(annexes());
    Version stored =
        client
            .sql(CENTER)
            .query((row, _) -> new Version(row.getString(1), row.getLong(2)))
            .single();
    List<List<? extends DirectoryObject>> all =
        List.of(
            users(),
            skills(),
            devices(),
            workbins(),
            agentGroups(),
            named(
                PLACES,
                (id, name) -> new Place(new PlaceId(id), name, annex(ObjectKind.PLACE, id))),
            placeGroups(),
            named(QUEUES, (id, name) -> new Queue(new QueueId(id), name)),
            settings(),
            client.sql(FEATURES).query((row, _) -> feature(row.getString(1))).list());
    return new ContactCenter(
        stored.id(),
        stored.version(),
        all.stream()
            .flatMap(List::stream)
            .collect(Collectors.toMap(DirectoryObject::key, Function.identity())),
        numbers());
  }

  private Map<ObjectKey, Integer> numbers() {
    Map<ObjectKey, Integer> numbers = new HashMap<>();
    client
        .sql(NUMBERS)
        .query(row -> {
          numbers.put(
              new ObjectKey(ObjectKind.ofCode(row.getInt(1)), row.getString(2)), row.getInt(3));
        });
    return numbers;
  }

  private Map<ObjectKey, Map<String, Map<String, String>>> annexes() {
    Map<ObjectKey, Map<String, Map<String, String>>> found = new HashMap<>();
    client
        .sql(ANNEXES)
        .query(row -> {
          found
              .computeIfAbsent(
                  new ObjectKey(ObjectKind.ofCode(row.getInt(1)), row.getString(2)),
                  _ -> new HashMap<>())
              .computeIfAbsent(row.getString(3), _ -> new HashMap<>())
              .put(row.getString(4), row.getString(5));
        });
    return found;
  }

  private Annex annex(ObjectKind kind, String id) {
    return Annex.of(annexes.getOrDefault(new ObjectKey(kind, id), Map.of()));
  }

  private List<Skill> skills() {
    return client
        .sql(SKILLS)
        .query((row, _) ->
            new Skill(
                new SkillId(row.getString(1)),
                row.getString(2),
                row.getString(3),
                annex(ObjectKind.SKILL, row.getString(1))))
        .list();
  }

  private List<Device> devices() {
    return client
        .sql(DEVICES)
        .query((row, _) ->
            new Device(
                new DeviceId(row.getString(1)),
                row.getString(2),
                Optional.ofNullable(row.getString(3)).map(UserId::new)))
        .list();
  }

  private List<Setting> settings() {
    return client
        .sql(SETTINGS)
        .query((row, _) -> new Setting(row.getString(1), row.getString(2), row.getString(3)))
        .list();
  }

  private Map<String, Map<SkillId, Integer>> levels() {
    Map<String, Map<SkillId, Integer>> levels = new HashMap<>();
    client
        .sql(LEVELS)
        .query(row -> {
          levels
              .computeIfAbsent(row.getString(1), _ -> new HashMap<>())
              .put(new SkillId(row.getString(2)), row.getInt(3));
        });
    return levels;
  }

  private static Feature feature(String id) {
    return Feature.of(id)
        .orElseThrow(() -> new IllegalStateException("the store has an unknown feature " + id));
  }

  private List<User> users() {
    Map<String, Set<Role>> roles = pairs(ROLES, Role::valueOf);
    Map<String, Map<SkillId, Integer>> levels = levels();
    return client
        .sql(USERS)
        .query((row, _) ->
            new User(
                new UserId(row.getString("id")),
                row.getString("user_name"),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("email_address"),
                roles.getOrDefault(row.getString("id"), Set.of()),
                row.getBoolean("enabled"),
                row.getBoolean("change_password_on_first_login"),
                Optional.ofNullable(row.getString("default_place_id")).map(PlaceId::new),
                levels.getOrDefault(row.getString("id"), Map.of()),
                annex(ObjectKind.USER, row.getString("id"))))
        .list();
  }

  private List<Workbin> workbins() {
    return client
        .sql(WORKBINS)
        .query((row, _) ->
            new Workbin(
                new WorkbinId(row.getString("id")),
                row.getString("name"),
                row.getString("display_name"),
                OwnerKind.ofCode(row.getInt("owner_kind"))))
        .list();
  }

  private List<AgentGroup> agentGroups() {
    Map<String, Set<UserId>> members = pairs(MEMBERS, UserId::new);
    Map<String, Set<UserId>> managers = pairs(MANAGERS, UserId::new);
    return named(
        AGENT_GROUPS,
        (id, name) ->
            new AgentGroup(
                new AgentGroupId(id),
                name,
                members.getOrDefault(id, Set.of()),
                managers.getOrDefault(id, Set.of()),
                annex(ObjectKind.AGENT_GROUP, id)));
  }

  private List<PlaceGroup> placeGroups() {
    Map<String, Set<PlaceId>> places = pairs(GROUPED_PLACES, PlaceId::new);
    return named(
        PLACE_GROUPS,
        (id, name) ->
            new PlaceGroup(
                new PlaceGroupId(id),
                name,
                places.getOrDefault(id, Set.of()),
                annex(ObjectKind.PLACE_GROUP, id)));
  }

  private <V> List<V> named(String sql, Named<V> maker) {
    return client.sql(sql).query((row, _) -> maker.make(row.getString(1), row.getString(2))).list();
  }

  private <V> Map<String, Set<V>> pairs(String sql, Function<String, V> maker) {
    Map<String, Set<V>> pairs = new HashMap<>();
    client
        .sql(sql)
        .query(row -> {
          pairs
              .computeIfAbsent(row.getString(1), _ -> new HashSet<>())
              .add(maker.apply(row.getString(2)));
        });
    return pairs;
  }

  private record Version(String id, long version) {}

  @FunctionalInterface
  private interface Named<V> {
    V make(String id, String name);
  }
}
