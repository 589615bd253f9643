package org.openworkbin.center;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openworkbin.id.InteractionId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.Content;
import org.openworkbin.ledger.Creation;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Medium;
import org.openworkbin.ledger.Reason;

/** Reads interactions; expects that all they refer to is read already. */
final class InteractionPart {
  private static final Pattern ID = Pattern.compile("[0-9A-Za-z]{16}");
  private static final String MEDIA =
      Stream.of(Medium.values()).map(InteractionPart::nameOf).collect(Collectors.joining(", "));

  /** Nobody can log in under it: it is shorter than the id of a user. */
  private static final UserId IMPORT = new UserId("import");

  private final LocationPart locations;
  private final Instant now;
  private final Problems problems;
  private final Map<String, Integer> linesOfIds = new HashMap<>();

  InteractionPart(Registers registers, Instant now, Problems problems) {
    this.locations = new LocationPart(registers, problems);
    this.now = now;
    this.problems = problems;
  }

  /** Those without a problem, in the order of the file. */
  List<Creation> read(YamlObject file) {
    List<Creation> creations = new ArrayList<>();
    for (YamlObject entry : file.objects("interactions", "an interaction")) {
      Optional<InteractionId> id = id(entry);
      Medium medium = medium(entry);
      Times times = times(entry);
      Optional<Location> location = locations.read(entry);
      UserDataJson userData = userData(entry);
      Content content = content(entry, medium, times.received(), userData);
      entry.done();
      if (id.isPresent() && location.isPresent()) {
        Creation creation = creation(id.get(), medium, times.placed(), location.get(), content);
        creations.add(userData.contact().map(creation::about).orElse(creation));
      }
    }
    return creations;
  }

  private static Creation creation(
      InteractionId id, Medium medium, OffsetDateTime placed, Location to, Content content) {
    long placedAt = ChronoUnit.MICROS.between(Instant.EPOCH, placed.toInstant());
    return new Creation(
        id, medium, content, IMPORT.value(), to, IMPORT, Reason.IMPORT, placedAt, 0);
  }

  private Optional<InteractionId> id(YamlObject entry) {
    Optional<Text> given = entry.required("id");
    if (given.isEmpty()) {
      return Optional.empty();
    }
    Text id = given.get();
    Integer first = linesOfIds.putIfAbsent(id.value(), id.line());
    if (first != null) {
      problems.add(
          id.line(), "the interaction '%s' is on line %d already".formatted(id.value(), first));
    } else if (!ID.matcher(id.value()).matches()) {
      problems.add(id.line(), "the id of an interaction is 16 letters and digits");
    } else {
      return Optional.of(new InteractionId(id.value()));
    }
    return Optional.empty();
  }

  /** After a problem the medium with the fewest fields stands in, to look for more problems. */
  private Medium medium(YamlObject entry) {
    Optional<Text> given = entry.required("medium");
    Optional<Medium> medium =
        given.flatMap(text ->
            Stream.of(Medium.values())
                .filter(each -> nameOf(each).equals(text.value()))
                .findFirst());
    if (given.isPresent() && medium.isEmpty()) {
      problems.add(given.get().line(), "the medium is one of " + MEDIA);
    }
    return medium.orElse(Medium.CHAT);
  }

  /** Of a date alone it is taken that it was put there then; an age beside it knows better. */
  private Times times(YamlObject entry) {
    Optional<Text> date = entry.text("receivedDate");
    Optional<Text> age = entry.text("age");
    Optional<OffsetDateTime> received = date.flatMap(text -> Moments.date(text.value()));
    Optional<OffsetDateTime> placed = age.flatMap(text -> Moments.ago(text.value(), now));
    if (date.isEmpty() && age.isEmpty()) {
      problems.add(entry.line(), "an interaction has a 'receivedDate' or an 'age'");
    }
    if (received.isEmpty() && date.isPresent()) {
      problems.add(date.get().line(), "'receivedDate' has the form 2016-04-08 15:05:57.000+0300");
    }
    if (placed.isEmpty() && age.isPresent()) {
      problems.add(age.get().line(), "'age' has the form 1d 2h 15m 30s, less of it is enough");
    }
    OffsetDateTime came = received.or(() -> placed).orElse(now.atOffset(ZoneOffset.UTC));
    return new Times(came, placed.orElse(came));
  }

  private Content content(
      YamlObject entry, Medium medium, OffsetDateTime received, UserDataJson userData) {
    Optional<Text> direction = entry.text("direction");
    if (direction.isPresent()
        && !List.of("Inbound", "Outbound").contains(direction.get().value())) {
      problems.add(direction.get().line(), "'direction' is Inbound or Outbound");
    }
    String way = direction.map(Text::value).orElse("Inbound");
    String attributes = MediumFields.read(entry, medium, way.equals("Inbound"));
    return new Content(
        way, Moments.text(received), userData.priority(), attributes, userData.end());
  }

  private UserDataJson userData(YamlObject entry) {
    UserDataJson userData = new UserDataJson(problems, entry.line());
    entry.text("subject").ifPresent(text -> userData.add("Subject", text));
    entry
        .object("customer")
        .ifPresent(customer -> {
          customer.text("firstName").ifPresent(text -> userData.add("FirstName", text));
          customer.text("lastName").ifPresent(text -> userData.add("LastName", text));
          customer.text("address").ifPresent(text -> userData.add("FromAddress", text));
          customer.done();
        });
    entry.text("contactId").ifPresent(text -> userData.add(UserDataJson.CONTACT, text));
    entry.text("priority").ifPresent(userData::addPriority);
    entry.node("userData").ifPresent(userData::addAll);
    return userData;
  }

  private static String nameOf(Medium medium) {
    return medium.name().toLowerCase(Locale.ROOT);
  }

  /** When it came in, and when it was put where it is. */
  private record Times(OffsetDateTime received, OffsetDateTime placed) {}
}
