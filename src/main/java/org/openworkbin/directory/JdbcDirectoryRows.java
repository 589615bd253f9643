package org.openworkbin.directory;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.openworkbin.id.AgentGroupId;
import org.openworkbin.id.OwnerKind;
import org.openworkbin.id.PlaceGroupId;
import org.openworkbin.id.PlaceId;
import org.openworkbin.id.QueueId;
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

  private final JdbcClient client;

  private JdbcDirectoryRows(JdbcClient client) {
    this.client = client;
  }

  static ContactCenter load(JdbcClient client) {
    return new JdbcDirectoryRows(client).load();
  }

  private ContactCenter load() {
    Version stored =
        client
            .sql(CENTER)
            .query((row, _) -> new Version(row.getString(1), row.getLong(2)))
            .single();
    return new ContactCenter(
        stored.id(),
        stored.version(),
        users(),
        workbins(),
        agentGroups(),
        named(PLACES, (id, name) -> new Place(new PlaceId(id), name)),
        placeGroups(),
        named(QUEUES, (id, name) -> new Queue(new QueueId(id), name)),
        features());
  }

  private Set<Feature> features() {
    return client.sql(FEATURES).query((row, _) -> feature(row.getString(1))).set();
  }

  private static Feature feature(String id) {
    return Feature.of(id)
        .orElseThrow(() -> new IllegalStateException("the store has an unknown feature " + id));
  }

  private List<User> users() {
    Map<String, Set<Role>> roles = pairs(ROLES, Role::valueOf);
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
                Optional.ofNullable(row.getString("default_place_id")).map(PlaceId::new)))
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
                managers.getOrDefault(id, Set.of())));
  }

  private List<PlaceGroup> placeGroups() {
    Map<String, Set<PlaceId>> places = pairs(GROUPED_PLACES, PlaceId::new);
    return named(
        PLACE_GROUPS,
        (id, name) ->
            new PlaceGroup(new PlaceGroupId(id), name, places.getOrDefault(id, Set.of())));
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
