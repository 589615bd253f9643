package org.openworkbin.presence;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openworkbin.directory.Directory;
import org.openworkbin.http.Answer;
import org.openworkbin.http.Body;
import org.openworkbin.refusal.Refusal;

/**
 * What an agent who begins his session asks for. A log-in, a queue and a device's path are read and
 * mean nothing without telephony.
 *
 * @param place by its name
 * @param channels those to log in to
 * @param known their names as he gave them, and {@code unknown} those that there are not
 */
record SessionWish(
    Optional<String> place, Set<Channel> channels, List<String> known, List<String> unknown) {

  /** Refused where none of the channels that are asked for exists; who names none wants all. */
  static SessionWish of(Body body, Directory directory) {
    List.of("loginCode", "queue", "devicePath").forEach(body::optional);
    Set<Channel> on = Channel.on(directory);
    Set<Channel> channels = EnumSet.noneOf(Channel.class);
    Set<String> known = new LinkedHashSet<>();
    Set<String> unknown = new LinkedHashSet<>();
    for (String name : body.texts("channels")) {
      Optional<Channel> channel = Channel.named(name).filter(on::contains);
      channel.ifPresent(channels::add);
      (channel.isPresent() ? known : unknown).add(name);
    }
    if (known.isEmpty() && !unknown.isEmpty()) {
      throw new Refusal.Invalid("channels", "There are no such channels").asException();
    }
    return new SessionWish(
        body.optional("place"),
        known.isEmpty() ? on : channels,
        List.copyOf(known),
        List.copyOf(unknown));
  }

  /** Done, or done in part. */
  Answer answer() {
    return unknown.isEmpty() ? Answer.done() : Answer.of(200, 7, new StartedJson(this)::write);
  }
}
