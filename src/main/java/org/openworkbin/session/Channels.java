package org.openworkbin.session;

import java.util.List;
import java.util.Set;
import org.openworkbin.http.Answer;
import org.openworkbin.refusal.Refusal;

/**
 * The channels that an agent wants to work on, told apart into those that there are and others.
 * Channels have no state of their own here; an agent can work on each from the start.
 *
 * @param known in the order in which they were asked for
 * @param unknown the others
 */
record Channels(List<String> known, List<String> unknown) {
  private static final Set<String> ALL =
      Set.of(
          "voice",
          "chat",
          "email",
          "workitem",
          "tweet",
          "twitter",
          "facebook",
          "facebooksession",
          "openmedia");

  /** Refused where none of those that were asked for exists. */
  static Channels of(List<String> names) {
    List<String> known = names.stream().filter(ALL::contains).distinct().toList();
    List<String> unknown = names.stream().filter(name -> !ALL.contains(name)).distinct().toList();
    if (known.isEmpty() && !unknown.isEmpty()) {
      throw new Refusal.Invalid("channels", "There are no such channels").asException();
    }
    return new Channels(known, unknown);
  }

  /** Done, or done in part. */
  Answer answer() {
    return unknown.isEmpty() ? Answer.done() : Answer.of(200, 7, new ChannelsJson(this)::write);
  }
}
