package org.openworkbin.proof.history;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Something that the proof did, was answered, was told or saw. Times are nanoseconds since the run
 * began, by one clock that never goes back.
 *
 * <p>{@code at} is taken at the recorder's end: before a request is sent, after an answer or a
 * message has come. Where there is {@code askedAt} too, the server looked at its data at some time
 * between the two.
 */
public sealed interface Happening {

  /** When it was over. */
  long at();

  /**
   * A request is about to be sent.
   *
   * @param call tells it from all others; a repetition is a call of its own
   * @param key its {@code Idempotency-Key}
   * @param hold the number that the agent says he holds the interaction by
   */
  record Asked(long call, String agent, Wish wish, Optional<String> key, OptionalLong hold, long at)
      implements Happening {}

  /**
   * Its answer came.
   *
   * @param code the {@code statusCode}; -1 where the body is not in the wire format
   */
  record Answered(long call, int status, int code, Told told, long at) implements Happening {}

  /** No answer will come: given up, or the connection broke. It may have been done, or be yet. */
  record Unanswered(long call, long at) implements Happening {}

  /** The agent has the right to see the bin, from before the run on. */
  record Entitled(String agent, String bin, long at) implements Happening {}

  /**
   * A listener sets out to hear all changes of those bins. From here on it is let in, but for a
   * time after it was cut, and told whatever happens while its agent has the right to see them.
   */
  record Opened(String listener, String agent, List<String> bins, long at) implements Happening {
    public Opened {
      bins = List.copyOf(bins);
    }
  }

  /** It was answered that it hears from now on; what happens afterwards has to reach it. */
  record Listens(String listener, long at) implements Happening {}

  /**
   * A listener, that is one CometD session, was told that it hears the bin's changes after that
   * revision. What one listener was told stands in the order in which it came.
   */
  record Subscribed(String listener, String agent, String bin, long revision, long at)
      implements Happening {}

  /** It was told that it hears no more of the bin. */
  record Unsubscribed(String listener, String agent, String bin, long at) implements Happening {}

  /** It was told of a change of the bin. */
  record Heard(String listener, String agent, String bin, Change change, long at)
      implements Happening {}

  /**
   * It was told of an interaction that the agent has to do with, by a message of its medium.
   *
   * @param state as the message has it, {@code Revoked} included
   */
  record Notified(
      String listener, String agent, String item, String state, OptionalLong hold, long at)
      implements Happening {}

  /**
   * The listener's connection broke, was closed, or it was seen to have missed something: from here
   * on a gap is none, until it hears of a bin again, or is answered that it does.
   */
  record Cut(String listener, long at) implements Happening {}

  /**
   * The content of a bin was read.
   *
   * @param items what it showed, in its order
   * @param whole whether it shows all that lies in the bin; if not, the first so many
   */
  record Snapshot(
      String agent,
      String bin,
      long revision,
      List<String> items,
      long itemCount,
      boolean whole,
      long askedAt,
      long at)
      implements Happening {
    public Snapshot {
      items = List.copyOf(items);
    }
  }

  /**
   * {@code changes?since=} was read.
   *
   * @param revision the bin's, when it was read
   * @param more whether there are more changes up to that revision
   */
  record CaughtUp(
      String agent,
      String bin,
      long since,
      List<Change> changes,
      long revision,
      long itemCount,
      boolean more,
      long askedAt,
      long at)
      implements Happening {
    public CaughtUp {
      changes = List.copyOf(changes);
    }
  }

  /**
   * A counter of the bin was read or told.
   *
   * @param revision the one that it is told for, where it tells one
   */
  record Counted(String agent, String bin, OptionalLong revision, long count, long askedAt, long at)
      implements Happening {}

  /** An administrator looked where the interaction is. */
  record Found(String item, Place place, long askedAt, long at) implements Happening {}

  /** A fault was made; {@code began} is before its making, {@code at} when it had its effect. */
  record Struck(Fault fault, long began, long at) implements Happening {}

  /**
   * Nothing is asked any more, and all listeners have had time to come back and hear everything.
   * What comes after it is the audit: a {@code Snapshot} of each bin, a {@code CaughtUp} from its
   * first revision on, a {@code Found} of each item.
   */
  record Settled(long at) implements Happening {}
}
