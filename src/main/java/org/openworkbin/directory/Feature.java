package org.openworkbin.directory;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * What a contact centre may have; what it has not does not exist for its users. The multimedia
 * features are {@link #MULTIMEDIA} for all media, and one for each medium alone.
 */
public enum Feature {
  MULTIMEDIA("api-multimedia", "Multimedia API", "Work with interactions of every medium"),
  CHAT("api-multimedia-chat", "Chat API", "Work with chats"),
  EMAIL("api-multimedia-email", "E-mail API", "Work with e-mails"),
  FACEBOOK("api-multimedia-facebook", "Facebook API", "Work with Facebook posts"),
  FACEBOOKSESSION(
      "api-multimedia-facebooksession", "Facebook session API", "Work with Facebook messages"),
  OPENMEDIA("api-multimedia-openmedia", "Open media API", "Work with open media"),
  TWITTER("api-multimedia-twitter", "Twitter API", "Work with tweets"),
  WORKITEM("api-multimedia-workitem", "Work item API", "Work with work items");

  /** What a contact centre has of which nobody has said anything. */
  public static final Set<Feature> DEFAULT = Set.of(MULTIMEDIA);

  private final String id;
  private final String displayName;
  private final String description;

  Feature(String id, String displayName, String description) {
    this.id = id;
    this.displayName = displayName;
    this.description = description;
  }

  /** The feature's id, on the wire and in the store; never changed once released. */
  public String id() {
    return id;
  }

  /** A label for people. */
  public String displayName() {
    return displayName;
  }

  /** A sentence for people. */
  public String description() {
    return description;
  }

  /** The feature with that {@link #id()}, compared exactly. */
  public static Optional<Feature> of(String id) {
    return Arrays.stream(values()).filter(feature -> feature.id.equals(id)).findFirst();
  }
}
