package org.openworkbin.interaction;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openworkbin.http.Field;
import org.openworkbin.http.FieldValue;
import org.openworkbin.http.Fields;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Medium;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The fields of interactions by which lists of them are filtered and sorted: the common ones, the
 * members that a medium has beside them, and {@code userData.} with the key of what was attached.
 * Only what a field needs is parsed, and only of the interactions that are looked at.
 */
public final class ItemFieldsJson implements Fields<Interaction> {
  private static final String USER_DATA = "userData.";
  private static final JsonFactory JSON = new JsonFactory();
  private static final DateTimeFormatter RECEIVED =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSZ");

  private final Set<String> typed = new HashSet<>();

  private ItemFieldsJson(Set<Medium> media) {
    media.forEach(medium -> typed.addAll(typed(medium)));
  }

  /** The fields that interactions of some of these media have. */
  public static Fields<Interaction> of(Set<Medium> media) {
    return new ItemFieldsJson(media);
  }

  @Override
  public Optional<Field<Interaction>> named(String name) {
    return switch (name) {
      case "id" -> field(item -> FieldValue.of(item.id().value()));
      case "medium" -> Optional.of(ItemFieldsJson::medium);
      case "receivedDate" -> field(item -> received(item.content().receivedDate()));
      case "priority" ->
          field(item -> FieldValue.ofNumber(Integer.toString(item.content().priority())));
      case "placedAt" -> Optional.of(ItemFieldsJson::placedAt);
      case "contactId" -> Optional.of(item -> item.contact().map(FieldValue::of).stream().toList());
      default -> attached(name);
    };
  }

  private Optional<Field<Interaction>> attached(String name) {
    if (name.startsWith(USER_DATA) && name.length() > USER_DATA.length()) {
      String key = name.substring(USER_DATA.length());
      return Optional.of(item -> member(item.content().userData(), key));
    }
    if (!typed.contains(name)) {
      return Optional.empty();
    }
    return Optional.of(item ->
        name.equals(MediumTerms.of(item.medium()).typeKey())
                || (name.equals("interactionType") && item.medium() == Medium.EMAIL)
            ? List.of(FieldValue.of(item.content().direction()))
            : member(item.content().attributes(), name));
  }

  /** The members that an interaction of that medium may have beside the common ones. */
  private static Set<String> typed(Medium medium) {
    Set<String> names =
        new HashSet<>(
            switch (medium) {
              case EMAIL ->
                  Set.of(
                      "interactionType",
                      "interactionSubtype",
                      "subject",
                      "from",
                      "to",
                      "cc",
                      "bcc",
                      "parentId");
              case TWEET -> Set.of("from", "message", "twitterFromAddr", "parentId");
              case FACEBOOK -> Set.of("from", "message", "subject");
              case OPENMEDIA -> Set.of("mediaType");
              case CHAT, WORKITEM, FACEBOOKSESSION -> Set.of();
            });
    names.add(MediumTerms.of(medium).typeKey());
    return names;
  }

  private static Optional<Field<Interaction>> field(Single single) {
    return Optional.of(item -> List.of(single.of(item)));
  }

  /** By both of its names, as {@code subresources} takes them. */
  private static List<FieldValue> medium(Interaction item) {
    MediumTerms terms = MediumTerms.of(item.medium());
    return List.of(FieldValue.of(terms.singular()), FieldValue.of(terms.collection()));
  }

  private static List<FieldValue> placedAt(Interaction item) {
    return item.placement().stream()
        .map(placement -> FieldValue.ofMoment(placement.at().toString(), placement.at()))
        .toList();
  }

  private static FieldValue received(String date) {
    try {
      Instant moment = OffsetDateTime.parse(date, RECEIVED).toInstant();
      return FieldValue.ofMoment(date, moment);
    } catch (DateTimeException otherForm) {
      return FieldValue.of(date);
    }
  }

  /** What an object has under a key; each entry where that is an array. */
  private static List<FieldValue> member(String object, String key) {
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), object)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean wanted = json.currentName().equals(key);
        json.nextToken();
        if (wanted) {
          return values(json);
        }
        json.skipChildren();
      }
      return List.of();
    }
  }

  private static List<FieldValue> values(JsonParser json) {
    List<FieldValue> values = new ArrayList<>();
    if (json.currentToken() != JsonToken.START_ARRAY) {
      value(json).ifPresent(values::add);
      return values;
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      value(json).ifPresent(values::add);
      json.skipChildren();
    }
    return values;
  }

  private static Optional<FieldValue> value(JsonParser json) {
    return switch (json.currentToken()) {
      case VALUE_STRING, VALUE_TRUE, VALUE_FALSE -> Optional.of(FieldValue.of(json.getString()));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          Optional.of(FieldValue.ofNumber(json.getString()));
      default -> Optional.empty();
    };
  }

  /** A field that each interaction has once. */
  @FunctionalInterface
  private interface Single {
    FieldValue of(Interaction item);
  }
}
