package org.openworkbin.administration;

import java.util.function.Predicate;
import org.openworkbin.directory.AgentGroup;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.DirectoryObject;
import org.openworkbin.directory.ObjectKind;
import org.openworkbin.directory.PlaceGroup;
import org.openworkbin.directory.User;
import org.openworkbin.http.Query;
import org.openworkbin.id.AgentGroupId;
import org.openworkbin.id.PlaceId;
import org.openworkbin.id.UserId;
import org.openworkbin.refusal.Refusal;

/**
 * Which objects of platform configuration are asked for: by the configuration server's filter keys,
 * where a value in quotes is a text and one without a number. All that are named have to hold.
 */
final class ConfigurationFilter implements Predicate<DirectoryObject> {
  private final Directory directory;
  private Predicate<DirectoryObject> conditions = _ -> true;

  ConfigurationFilter(Directory directory, ConfigurationType type, Query query) {
    this.directory = directory;
    for (String name : query.names()) {
      if (!name.equals("fields") && !name.equals("subresources")) {
        conditions = conditions.and(condition(type, name, query.optional(name).orElse("")));
      }
    }
  }

  @Override
  public boolean test(DirectoryObject object) {
    return conditions.test(object);
  }

  private Predicate<DirectoryObject> condition(ConfigurationType type, String name, String value) {
    return switch (type + "?" + name.replaceFirst("(?i)^dbid$", "dbid")) {
      case "AGENT_GROUPS?dbid", "PLACE_GROUPS?dbid", "PLACES?dbid", "PERSONS?dbid", "SKILLS?dbid" ->
          numbered(name, value);
      case "AGENT_GROUPS?name",
          "PLACE_GROUPS?name",
          "PLACES?name",
          "SKILLS?name",
          "PERSONS?user_name",
          "PERSONS?userName",
          "PERSONS?employee_id" ->
          labelled(text(name, value));
      case "PERSONS?first_name", "PERSONS?firstName" -> {
        String text = text(name, value);
        yield object -> object instanceof User user && user.firstName().equals(text);
      }
      case "PERSONS?last_name", "PERSONS?lastName" -> {
        String text = text(name, value);
        yield object -> object instanceof User user && user.lastName().equals(text);
      }
      case "PERSONS?group_dbid" -> inGroup(number(name, value));
      case "AGENT_GROUPS?person_dbid" -> withPerson(number(name, value));
      case "PLACE_GROUPS?place_dbid" -> withPlace(number(name, value));
      default ->
          throw new Refusal.OutOfRange(name, "What is listed has no filter " + name).asException();
    };
  }

  private Predicate<DirectoryObject> numbered(String name, String value) {
    int number = number(name, value);
    return object -> directory.number(object.key()) == number;
  }

  private static Predicate<DirectoryObject> labelled(String text) {
    return object -> object.label().equals(text);
  }

  private Predicate<DirectoryObject> inGroup(int number) {
    return directory
        .numbered(ObjectKind.AGENT_GROUP, number)
        .flatMap(key -> directory.agentGroup(new AgentGroupId(key.id())))
        .<Predicate<DirectoryObject>>map(
            group -> object -> object instanceof User user && group.members().contains(user.id()))
        .orElse(_ -> false);
  }

  private Predicate<DirectoryObject> withPerson(int number) {
    return directory
        .numbered(ObjectKind.USER, number)
        .map(key -> new UserId(key.id()))
        .<Predicate<DirectoryObject>>map(person ->
            object -> object instanceof AgentGroup group && group.members().contains(person))
        .orElse(_ -> false);
  }

  private Predicate<DirectoryObject> withPlace(int number) {
    return directory
        .numbered(ObjectKind.PLACE, number)
        .map(key -> new PlaceId(key.id()))
        .<Predicate<DirectoryObject>>map(
            place -> object -> object instanceof PlaceGroup group && group.places().contains(place))
        .orElse(_ -> false);
  }

  /** Quotes may be left out where nothing else could be meant. */
  private static String text(String name, String value) {
    boolean quoted = value.startsWith("\"");
    if (quoted && (value.length() < 2 || !value.endsWith("\""))) {
      throw new Refusal.Invalid(name, "The text of " + name + " has no closing quote")
          .asException();
    }
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  private static int number(String name, String value) {
    if (!value.matches("[0-9]{1,9}")) {
      throw new Refusal.Invalid(name, "The filter " + name + " takes a number without quotes")
          .asException();
    }
    return Integer.parseInt(value);
  }
}
