package org.openworkbin.directory;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.openworkbin.id.PlaceId;
import org.openworkbin.id.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes what a change adds or replaces, each thing after those that it refers to. */
final class JdbcDirectoryChanges {
  private static final String PLACE = upsert("place");
  private static final String PLACE_GROUP = upsert("place_group");
  private static final String AGENT_GROUP = upsert("agent_group");
  private static final String QUEUE = upsert("queue");
  private static final String WORKBIN =
      """
      insert into workbin (id, name, display_name, owner_kind)
      values (:id, :name, :displayName, :ownerKind)
      on conflict (id) do update set
        name = excluded.name, display_name = excluded.display_name,
        owner_kind = excluded.owner_kind
      """;
  private static final String PERSON =
      """
      insert into person (id, user_name, first_name, last_name, email_address, enabled,
                          change_password_on_first_login, default_place_id)
      values (:id, :userName, :firstName, :lastName, :emailAddress, :enabled,
              :changePassword, :defaultPlace)
      on conflict (id) do update set
        user_name = excluded.user_name, first_name = excluded.first_name,
        last_name = excluded.last_name, email_address = excluded.email_address,
        enabled = excluded.enabled,
        change_password_on_first_login = excluded.change_password_on_first_login,
        default_place_id = excluded.default_place_id
      """;
  private static final String NO_FEATURES = "delete from feature";
  private static final String FEATURE = "insert into feature (id) values (:id)";
  private static final String PASSWORD = "update person set password_hash = :hash where id = :id";

  private final JdbcClient client;

  private JdbcDirectoryChanges(JdbcClient client) {
    this.client = client;
  }

  static void write(JdbcClient client, DirectoryChange change) {
    JdbcDirectoryChanges changes = new JdbcDirectoryChanges(client);
    change.places().forEach(place -> changes.named(PLACE, place.id().value(), place.name()));
    change.placeGroups().forEach(changes::placeGroup);
    change.users().forEach(changes::user);
    change.passwordHashes().forEach(changes::password);
    change.agentGroups().forEach(changes::agentGroup);
    change.workbins().forEach(changes::workbin);
    change.queues().forEach(queue -> changes.named(QUEUE, queue.id().value(), queue.name()));
    change.features().ifPresent(changes::features);
  }

  private void placeGroup(PlaceGroup group) {
    String id = group.id().value();
    named(PLACE_GROUP, id, group.name());
    List<String> places = group.places().stream().map(PlaceId::value).toList();
    replace("place_group_place", "place_group_id", "place_id", id, places);
  }

  private void user(User user) {
    client
        .sql(PERSON)
        .param("id", user.id().value())
        .param("userName", user.userName())
        .param("firstName", user.firstName())
        .param("lastName", user.lastName())
        .param("emailAddress", user.emailAddress())
        .param("enabled", user.enabled())
        .param("changePassword", user.changePasswordOnFirstLogin())
        .param("defaultPlace", user.defaultPlace().map(PlaceId::value).orElse(null))
        .update();
    List<String> roles = user.roles().stream().map(Role::name).toList();
    replace("person_role", "person_id", "role", user.id().value(), roles);
  }

  private void password(UserId user, String hash) {
    client.sql(PASSWORD).param("hash", hash).param("id", user.value()).update();
  }

  private void agentGroup(AgentGroup group) {
    String id = group.id().value();
    named(AGENT_GROUP, id, group.name());
    replace("agent_group_member", "agent_group_id", "person_id", id, ids(group.members()));
    replace("agent_group_manager", "agent_group_id", "person_id", id, ids(group.managers()));
  }

  private void workbin(Workbin workbin) {
    client
        .sql(WORKBIN)
        .param("id", workbin.id().value())
        .param("name", workbin.name())
        .param("displayName", workbin.displayName())
        .param("ownerKind", workbin.ownerKind().code())
        .update();
  }

  private void features(Set<Feature> features) {
    client.sql(NO_FEATURES).update();
    features.forEach(feature -> client.sql(FEATURE).param("id", feature.id()).update());
  }

  private void named(String sql, String id, String name) {
    client.sql(sql).param("id", id).param("name", name).update();
  }

  /** Makes those the whole membership of one thing. The names of tables are ours. */
  private void replace(
      String table, String ownerColumn, String column, String owner, Collection<String> values) {
    client
        .sql("delete from %s where %s = :owner".formatted(table, ownerColumn))
        .param("owner", owner)
        .update();
    for (String value : values) {
      client
          .sql(
              "insert into %s (%s, %s) values (:owner, :value)"
                  .formatted(table, ownerColumn, column))
          .param("owner", owner)
          .param("value", value)
          .update();
    }
  }

  private static List<String> ids(Collection<UserId> users) {
    return users.stream().map(UserId::value).toList();
  }

  private static String upsert(String table) {
    return """
    insert into %s (id, name) values (:id, :name)
    on conflict (id) do update set name = excluded.name
    """
        .formatted(table);
  }
}
