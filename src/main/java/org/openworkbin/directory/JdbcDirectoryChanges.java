package org.openworkbin.directory;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.openworkbin.id.PlaceId;
import org.openworkbin.id.SkillId;
import org.openworkbin.id.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes what a change puts and removes. Things are put after those that they refer to, and removed
 * when nothing refers to them any more.
 */
final class JdbcDirectoryChanges {
  private static final String PLACE = upsert("place");
  private static final String PLACE_GROUP = upsert("place_group");
  private static final String AGENT_GROUP = upsert("agent_group");
  private static final String QUEUE = upsert("queue");
  private static final String SKILL =
      """
      insert into skill (id, name, description) values (:id, :name, :description)
      on conflict (id) do update set name = excluded.name, description = excluded.description
      """;
  private static final String LEVEL =
      "insert into person_skill (person_id, skill_id, level) values (:person, :skill, :level)";
  private static final String DEVICE =
      """
      insert into device (id, phone_number, person_id) values (:id, :phoneNumber, :person)
      on conflict (id) do update set
        phone_number = excluded.phone_number, person_id = excluded.person_id
      """;
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
  private static final String SETTING =
      """
      insert into setting (setting_group, name, value) values (:group, :name, :value)
      on conflict (setting_group, name) do update set value = excluded.value
      """;
  private static final String FEATURE =
      "insert into feature (id) values (:id) on conflict (id) do nothing";
  private static final String PASSWORD = "update person set password_hash = :hash where id = :id";
  private static final String ANNEX =
      """
      insert into annex (kind, object_id, section, name, value)
      values (:kind, :id, :section, :name, :value)
      """;
  private static final String NO_ANNEX = "delete from annex where kind = :kind and object_id = :id";
  private static final String NUMBER =
      """
      insert into object_number (kind, object_id, number) values (:kind, :id, :number)
      on conflict (kind, object_id) do nothing
      """;
  private static final String NO_SETTING =
      "delete from setting where setting_group || '/' || name = :id";
  private static final String NO_SEAT = "update seat set place_id = null where place_id = :id";

  private final JdbcClient client;

  private JdbcDirectoryChanges(JdbcClient client) {
    this.client = client;
  }

  /**
   * Writes it.
   *
   * @param after the contact centre after it, for the numbers of what is new
   */
  static void write(JdbcClient client, DirectoryChange change, ContactCenter after) {
    JdbcDirectoryChanges changes = new JdbcDirectoryChanges(client);
    change.removals().forEach(changes::free);
    change.puts().forEach(object -> changes.free(object.key()));
    change.puts(Place.class).forEach(changes::place);
    change.puts(PlaceGroup.class).forEach(changes::placeGroup);
    change.puts(Skill.class).forEach(changes::skill);
    change.puts(User.class).forEach(changes::user);
    change.passwordHashes().forEach(changes::password);
    change.puts(Device.class).forEach(changes::device);
    change.puts(AgentGroup.class).forEach(changes::agentGroup);
    change.puts(Workbin.class).forEach(changes::workbin);
    change.puts(Queue.class).forEach(queue -> changes.named(QUEUE, queue.key(), queue.name()));
    change.puts(Setting.class).forEach(changes::setting);
    change.puts(Feature.class).forEach(changes::feature);
    change.removals().forEach(changes::remove);
    change.puts().forEach(object -> changes.number(object.key(), after));
  }

  private void place(Place place) {
    named(PLACE, place.key(), place.name());
    annex(place.key(), place.annex());
  }

  private void placeGroup(PlaceGroup group) {
    String id = group.id().value();
    named(PLACE_GROUP, group.key(), group.name());
    List<String> places = group.places().stream().map(PlaceId::value).toList();
    replace("place_group_place", "place_group_id", "place_id", id, places);
    annex(group.key(), group.annex());
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
    replace("person_skill", "person_id", "skill_id", user.id().value(), List.of());
    user.skills().forEach((skill, level) -> level(user.id(), skill, level));
    annex(user.key(), user.annex());
  }

  private void level(UserId user, SkillId skill, int level) {
    client
        .sql(LEVEL)
        .param("person", user.value())
        .param("skill", skill.value())
        .param("level", level)
        .update();
  }

  private void skill(Skill skill) {
    client
        .sql(SKILL)
        .param("id", skill.id().value())
        .param("name", skill.name())
        .param("description", skill.description())
        .update();
    annex(skill.key(), skill.annex());
  }

  private void device(Device device) {
    client
        .sql(DEVICE)
        .param("id", device.id().value())
        .param("phoneNumber", device.phoneNumber())
        .param("person", device.owner().map(UserId::value).orElse(null))
        .update();
  }

  private void setting(Setting setting) {
    client
        .sql(SETTING)
        .param("group", setting.group())
        .param("name", setting.name())
        .param("value", setting.value())
        .update();
  }

  private void feature(Feature feature) {
    client.sql(FEATURE).param("id", feature.id()).update();
  }

  private void password(UserId user, String hash) {
    client.sql(PASSWORD).param("hash", hash).param("id", user.value()).update();
  }

  private void agentGroup(AgentGroup group) {
    String id = group.id().value();
    named(AGENT_GROUP, group.key(), group.name());
    replace("agent_group_member", "agent_group_id", "person_id", id, ids(group.members()));
    replace("agent_group_manager", "agent_group_id", "person_id", id, ids(group.managers()));
    annex(group.key(), group.annex());
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

  private void named(String sql, ObjectKey key, String name) {
    client.sql(sql).param("id", key.id()).param("name", name).update();
  }

  private void annex(ObjectKey key, Annex annex) {
    withoutAnnex(key);
    annex
        .sections()
        .forEach((section, options) ->
            options.forEach((name, value) ->
                client
                    .sql(ANNEX)
                    .param("kind", key.kind().code())
                    .param("id", key.id())
                    .param("section", section)
                    .param("name", name)
                    .param("value", value)
                    .update()));
  }

  private void withoutAnnex(ObjectKey key) {
    client.sql(NO_ANNEX).param("kind", key.kind().code()).param("id", key.id()).update();
  }

  private void number(ObjectKey key, ContactCenter after) {
    Integer number = after.numbers().get(key);
    if (number != null) {
      client
          .sql(NUMBER)
          .param("kind", key.kind().code())
          .param("id", key.id())
          .param("number", number)
          .update();
    }
  }

  private void remove(ObjectKey key) {
    switch (key.kind()) {
      case SETTING -> client.sql(NO_SETTING).param("id", key.id()).update();
      case FEATURE -> delete("feature", key);
      case PLACE -> {
        client.sql(NO_SEAT).param("id", key.id()).update();
        delete("place", key);
      }
      case USER, SKILL, DEVICE, AGENT_GROUP, PLACE_GROUP, WORKBIN, QUEUE ->
          delete(table(key.kind()).orElseThrow().name(), key);
    }
    withoutAnnex(key);
  }

  private void delete(String table, ObjectKey key) {
    client.sql("delete from %s where id = :id".formatted(table)).param("id", key.id()).update();
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

  /**
   * Takes the names of all that is put or removed away first, so that two can change names in one
   * change, or something new can have the name of what goes.
   */
  private void free(ObjectKey key) {
    Optional<Table> table = table(key.kind());
    if (table.isPresent()) {
      client
          .sql(
              "update %s set %s = :free where id = :id"
                  .formatted(table.get().name(), table.get().label()))
          .param("free", "\t" + key.id()) // a tabulator is in no name
          .param("id", key.id())
          .update();
    }
  }

  /** The table with unique names for things of that kind. */
  private static Optional<Table> table(ObjectKind kind) {
    return switch (kind) {
      case USER -> Optional.of(new Table("person", "user_name"));
      case SKILL -> Optional.of(new Table("skill", "name"));
      case DEVICE -> Optional.of(new Table("device", "phone_number"));
      case AGENT_GROUP -> Optional.of(new Table("agent_group", "name"));
      case PLACE -> Optional.of(new Table("place", "name"));
      case PLACE_GROUP -> Optional.of(new Table("place_group", "name"));
      case WORKBIN -> Optional.of(new Table("workbin", "name"));
      case QUEUE -> Optional.of(new Table("queue", "name"));
      case SETTING, FEATURE -> Optional.empty();
    };
  }

  private record Table(String name, String label) {}
}
