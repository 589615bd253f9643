package org.openworkbin.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.openworkbin.refusal.Refusal;
import org.springframework.stereotype.Component;

/**
 * How each refusal looks on the wire: HTTP status, {@code statusCode}, {@code statusMessage} and
 * the documented further members. The only place that knows; thread-safe.
 */
@Component
public final class RefusalAnswers {
  private static final String CHALLENGE = "Basic realm=\"Open Workbin\", charset=\"UTF-8\"";

  private final SecuritySettings settings;

  RefusalAnswers(SecuritySettings settings) {
    this.settings = settings;
  }

  /** The answer to a request that is refused so. */
  public Answer of(Refusal refusal) {
    return switch (refusal) {
      case Refusal.NotAuthenticated _ -> notAuthenticated();
      case Refusal.CsrfTokenMissing _ ->
          error(403, 3, "The CSRF token is missing or not that of the session");
      case Refusal.Missing missing ->
          error(400, 1, "The parameter " + missing.parameter() + " is missing");
      case Refusal.Invalid invalid -> error(400, 2, invalid.why());
      case Refusal.OutOfRange range -> error(400, 10, range.why());
      case Refusal.NotPermitted denied ->
          error(403, 5, "You have no permission for " + denied.what());
      case Refusal.MethodNotAllowed _ ->
          error(405, 3, "This resource does not take this HTTP method");
      case Refusal.Unknown unknown -> error(404, 6, "There is no such " + unknown.kind());
      case Refusal.AlreadyThere _ -> error(409, 18, "It is already there");
      case Refusal.NameTaken taken ->
          error(409, 18, "There is another %s of that name".formatted(taken.kind()));
      case Refusal.InUse inUse -> error(409, 19, inUse.why());
      case Refusal.Stale _ -> error(412, 2, "It was changed meanwhile: read it again");
      case Refusal.MustChangePassword _ -> error(403, 8, "The password has to be changed first");
      case Refusal.Taken taken ->
          error(
              409,
              19,
              sentence(taken.conflict()),
              new ConflictJson(taken.interaction(), taken.conflict(), taken.next())::write);
      case Refusal.NotHolder not -> notHolder(not, _ -> {});
      case Refusal.ReadOnly readOnly -> error(400, 11, readOnly.why());
      case Refusal.KeyReused _ ->
          error(422, 10, "This Idempotency-Key was used for another request");
      case Refusal.ChangesTooOld old ->
          error(
              410,
              10,
              "The changes are kept from revision " + old.oldest() + " on",
              json -> json.writeNumberProperty("oldest", old.oldest()));
      case Refusal.TooLarge large ->
          error(413, 10, "At most " + large.limit() + " bytes are accepted here");
      case Refusal.UnsupportedMediaType type ->
          error(415, 10, "The body has to be " + type.expected());
      case Refusal.InvalidFile file ->
          error(400, 10, "The file has problems; nothing was written", problems(file.problems()));
      case Refusal.TooManyTries tries ->
          error(429, 4, "Too many wrong log-ins: wait before you try again")
              .header("Retry-After", seconds(tries.retryAfter()));
      case Refusal.Unavailable away -> unavailable(away.retryAfter(), _ -> {});
    };
  }

  /**
   * The answer to a request with that body; who lost the interaction that he wrote to gets back
   * what he wrote, as {@code refused}.
   */
  public Answer of(Refusal refusal, Body request) {
    return refusal instanceof Refusal.NotHolder not
        ? notHolder(
            not,
            json -> {
              json.writeName("refused");
              json.writeRawValue(request.draft().toString());
            })
        : of(refusal);
  }

  private static Answer notHolder(Refusal.NotHolder not, Members more) {
    ConflictJson conflict = new ConflictJson(not.interaction(), not.conflict(), Optional.empty());
    return error(
        409,
        19,
        "The interaction is not in your hand, or no longer by that hold. "
            + sentence(not.conflict()),
        json -> {
          conflict.write(json);
          more.write(json);
        });
  }

  private Answer notAuthenticated() {
    return settings.challenge()
        ? error(401, 20, "Access denied").header("WWW-Authenticate", CHALLENGE)
        : error(403, 20, "Access denied");
  }

  private static String sentence(Refusal.Conflict conflict) {
    return switch (conflict) {
      case Refusal.HeldBy held -> "The interaction is held by " + held.userName();
      case Refusal.MovedTo moved -> "The interaction is in the workbin " + moved.workbinName();
      case Refusal.Queued queued -> "The interaction is in the queue " + queued.queue();
      case Refusal.Finished finished -> "The interaction is finished: " + finished.how();
      case Refusal.Elsewhere _ -> "The interaction is no longer here";
    };
  }

  private static Members problems(List<Refusal.Problem> problems) {
    return json -> {
      json.writeName("problems");
      json.writeStartArray();
      for (Refusal.Problem problem : problems) {
        json.writeStartObject();
        json.writeNumberProperty("line", problem.line());
        json.writeStringProperty("text", problem.text());
        json.writeEndObject();
      }
      json.writeEndArray();
    };
  }

  private static String seconds(Duration duration) {
    return Long.toString(Math.max(1, duration.plusMillis(999).toSeconds()));
  }

  static Answer unavailable(Duration retryAfter, Members more) {
    return error(503, 4, "The service is not available at the moment", more)
        .header("Retry-After", seconds(retryAfter));
  }

  static Answer error(int httpStatus, int statusCode, String message) {
    return error(httpStatus, statusCode, message, _ -> {});
  }

  static Answer error(int httpStatus, int statusCode, String message, Members more) {
    return Answer.of(
        httpStatus,
        statusCode,
        json -> {
          json.writeStringProperty("statusMessage", message);
          more.write(json);
        });
  }
}
