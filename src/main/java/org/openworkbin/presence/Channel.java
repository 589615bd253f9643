package org.openworkbin.presence;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.Feature;
import org.openworkbin.refusal.Refusal;

/**
 * A medium that an agent works on, or the telephone. There is no telephony: {@link #VOICE} has a
 * state like the others and no calls.
 */
public enum Channel {
  VOICE("voice", Feature.VOICE),
  CHAT("chat", Feature.CHAT),
  EMAIL("email", Feature.EMAIL),
  WORKITEM("workitem", Feature.WORKITEM),
  TWITTER("twitter", Feature.TWITTER),
  FACEBOOK("facebook", Feature.FACEBOOK),
  FACEBOOKSESSION("facebooksession", Feature.FACEBOOKSESSION),
  OPENMEDIA("openmedia", Feature.OPENMEDIA);

  private final String wireName;
  private final Feature feature;

  Channel(String wireName, Feature feature) {
    this.wireName = wireName;
    this.feature = feature;
  }

  /** The channel's name on the wire and in the store; never changed once released. */
  public String wireName() {
    return wireName;
  }

  /** The channel of that name, singular or plural; tweets are also called so. */
  static Optional<Channel> named(String name) {
    String singular = name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
    return singular.equals("tweet")
        ? Optional.of(TWITTER)
        : Arrays.stream(values()).filter(channel -> channel.wireName.equals(singular)).findFirst();
  }

  /** The channel of a path; one that the contact centre has not is unknown like any other. */
  static Channel ofPath(String name, Directory directory) {
    return named(name)
        .filter(channel -> channel.isOn(directory))
        .orElseThrow(() -> new Refusal.Unknown("channel", name).asException());
  }

  /** Those that the contact centre has. */
  static Set<Channel> on(Directory directory) {
    Set<Channel> channels = EnumSet.allOf(Channel.class);
    channels.removeIf(channel -> !channel.isOn(directory));
    return channels;
  }

  private boolean isOn(Directory directory) {
    Set<Feature> features = directory.features();
    return features.contains(feature) || (this != VOICE && features.contains(Feature.MULTIMEDIA));
  }
}
