package org.openworkbin.refusal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openworkbin.id.InteractionId;
import org.openworkbin.id.UserId;

/**
 * Why a request is refused, with the values that a client needs. A request that is refused has
 * changed nothing.
 */
public sealed interface Refusal {

  /** The exception that carries this refusal. */
  default RefusedException asException() {
    return new RefusedException(this);
  }

  /** No credentials, or wrong ones. */
  record NotAuthenticated() implements Refusal {}

  /** The CSRF token is missing or not that of the session. */
  record CsrfTokenMissing() implements Refusal {}

  /** A parameter that the operation needs is absent. */
  record Missing(String parameter) implements Refusal {}

  /** A parameter, the body or the operation is not valid; {@code why} is a sentence for people. */
  record Invalid(String parameter, String why) implements Refusal {}

  /** A parameter is well formed and outside its range; {@code why} is a sentence for people. */
  record OutOfRange(String parameter, String why) implements Refusal {}

  /** The thing exists and is not for the caller. */
  record NotPermitted(String what) implements Refusal {}

  /** The resource does not take this HTTP method. */
  record MethodNotAllowed(String method) implements Refusal {}

  /** No such thing, or nothing that the caller may learn of; {@code kind} is a noun for people. */
  record Unknown(String kind, String id) implements Refusal {}

  /** The interaction lies already where it is to be put, or an id is in use. */
  record AlreadyThere(InteractionId interaction) implements Refusal {}

  /** Another thing of the kind has the name; {@code kind} is a noun for people. */
  record NameTaken(String kind, String name) implements Refusal {}

  /** The thing is needed where it is; {@code why} is a sentence for people. */
  record InUse(String kind, String why) implements Refusal {}

  /** It was changed since the version that the request is based on. */
  record Stale() implements Refusal {}

  /** The caller has to change his password before anything else. */
  record MustChangePassword() implements Refusal {}

  /**
   * Somebody or something else has the interaction. {@code next} is an interaction of the same bin
   * and medium that the caller could take instead.
   */
  record Taken(InteractionId interaction, Conflict conflict, Optional<InteractionId> next)
      implements Refusal {}

  /**
   * The interaction is not, or no longer, in the hand of the one who writes, or it came there anew
   * since. What he wanted to write is given back to him.
   */
  record NotHolder(InteractionId interaction, Conflict conflict) implements Refusal {}

  /** What only the server itself sets; {@code why} is a sentence for people. */
  record ReadOnly(String parameter, String why) implements Refusal {}

  /** An {@code Idempotency-Key} that was used before for another request. */
  record KeyReused() implements Refusal {}

  /** The changes asked for are no longer kept; they are from {@code oldest} on. */
  record ChangesTooOld(long oldest) implements Refusal {}

  /** The body or a part of it is larger than {@code limit} bytes. */
  record TooLarge(long limit) implements Refusal {}

  /** The body is not of the media type that the resource reads. */
  record UnsupportedMediaType(String contentType, String expected) implements Refusal {}

  /** A file with problems, each with its line; nothing of it was taken. */
  record InvalidFile(List<Problem> problems) implements Refusal {
    public InvalidFile {
      problems = List.copyOf(problems);
    }
  }

  /** What is wrong with a file; {@code text} is a sentence for people. */
  record Problem(int line, String text) {}

  /** Too many refused log-ins from this address for this user. */
  record TooManyTries(Duration retryAfter) implements Refusal {}

  /** The store is away or the queue of moves is full; nothing was done. */
  record Unavailable(Duration retryAfter) implements Refusal {}

  /** Where a lost interaction is, as far as the caller may know. */
  sealed interface Conflict {

    /** Since when it is there. */
    Instant since();
  }

  /** Somebody has it in hand. */
  record HeldBy(UserId id, String userName, String firstName, String lastName, Instant since)
      implements Conflict {}

  /** It lies in a bin that the caller may see. */
  record MovedTo(String workbinId, String workbinName, Instant since) implements Conflict {}

  /** It waits in a queue. */
  record Queued(String queue, Instant since) implements Conflict {}

  /** It is finished: {@code Completed}, {@code Canceled} or {@code Sent}. */
  record Finished(String how, Instant since) implements Conflict {}

  /** It is somewhere that the caller may not know of. */
  record Elsewhere(Instant since) implements Conflict {}
}
