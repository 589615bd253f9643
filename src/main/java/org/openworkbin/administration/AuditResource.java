package org.openworkbin.administration;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.openworkbin.directory.AuditEntry;
import org.openworkbin.directory.AuditTrail;
import org.openworkbin.directory.AuditTrail.Question;
import org.openworkbin.directory.ObjectKind;
import org.openworkbin.http.Answer;
import org.openworkbin.http.Caller;
import org.openworkbin.http.Query;
import org.openworkbin.id.UserId;
import org.openworkbin.refusal.Refusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who changed what in the contact centre, the newest first; an addition of ours. */
@RestController
final class AuditResource {
  private static final int PAGE = 100;
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
  private static final Set<String> PARAMETERS =
      Set.of("limit", "before", "user", "kind", "id", "from", "to");
  private static final DateTimeFormatter WIRE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSxx", Locale.ROOT);

  private final AuditTrail trail;
  private final Administrators administrators;

  AuditResource(AuditTrail trail, Administrators administrators) {
    this.trail = trail;
    this.administrators = administrators;
  }

  @GetMapping("/api/v2/administration/audit")
  Answer entries(Caller caller, Query query) {
    administrators.require(caller);
    Question question = question(query);
    List<AuditEntry> entries = trail.entries(question);
    return Answer.of(new AuditJson(entries, entries.size() == question.limit())::write);
  }

  private static Question question(Query query) {
    for (String name : query.names()) {
      if (!PARAMETERS.contains(name)) {
        throw new Refusal.OutOfRange(name, "The audit trail has no filter " + name).asException();
      }
    }
    return new Question(
        query.number("before", 0, Long.MAX_VALUE),
        query.optional("user").map(AuditResource::user),
        query.optional("kind").map(AuditResource::kind),
        query.optional("id").map(AuditResource::objectId),
        query.optional("from").map(text -> moment("from", text)),
        query.optional("to").map(text -> moment("to", text)),
        query.limit().orElse(PAGE));
  }

  private static UserId user(String id) {
    if (!UserId.isValid(id)) {
      throw new Refusal.Unknown("user", id).asException();
    }
    return new UserId(id);
  }

  private static String objectId(String id) {
    if (id.chars().anyMatch(Character::isISOControl)) {
      throw new Refusal.OutOfRange("id", "An id has no control characters").asException();
    }
    return id;
  }

  private static ObjectKind kind(String name) {
    return ObjectKind.ofNoun(name.replace('-', ' '))
        .orElseThrow(
            () -> new Refusal.OutOfRange("kind", "Nothing here is a " + name).asException());
  }

  /** In the form of answers or ISO; a plus that was not encoded has become a space. */
  private static Instant moment(String name, String text) {
    String plus = text.replaceFirst(" ([0-9]{2}:?[0-9]{2})$", "+$1");
    for (DateTimeFormatter form : List.of(WIRE, DateTimeFormatter.ISO_OFFSET_DATE_TIME)) {
      Optional<Instant> moment = parse(plus, form);
      if (moment.isPresent()) {
        return inRange(name, moment.get());
      }
    }
    throw new Refusal.Invalid(
            name, "A moment looks like 2026-01-31 09:30:00.000+0000 or 2026-01-31T09:30:00Z")
        .asException();
  }

  private static Instant inRange(String name, Instant moment) {
    if (moment.isBefore(Instant.EPOCH) || moment.isAfter(LATEST)) {
      throw new Refusal.OutOfRange(name, "A moment is from 1970 to 9999").asException();
    }
    return moment;
  }

  private static Optional<Instant> parse(String text, DateTimeFormatter form) {
    try {
      return Optional.of(OffsetDateTime.parse(text, form).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
