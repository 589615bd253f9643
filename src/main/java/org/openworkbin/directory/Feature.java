package org.openworkbin.directory;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * What a contact centre may have; what it has not does not exist for its users. The multimedia
 * features are {@link #MULTIMEDIA} for all media, and one for each medium alone. Those of which
 * nothing is said here are for clients, which show or hide something of theirs by them.
 */
public enum Feature implements DirectoryObject {
  MULTIMEDIA("api-multimedia", "Multimedia API", "Work with interactions of every medium"),
  CHAT("api-multimedia-chat", "Chat API", "Work with chats"),
  EMAIL("api-multimedia-email", "E-mail API", "Work with e-mails"),
  FACEBOOK("api-multimedia-facebook", "Facebook API", "Work with Facebook posts"),
  FACEBOOKSESSION(
      "api-multimedia-facebooksession", "Facebook session API", "Work with Facebook messages"),
  OPENMEDIA("api-multimedia-openmedia", "Open media API", "Work with open media"),
  TWITTER("api-multimedia-twitter", "Twitter API", "Work with tweets"),
  WORKITEM("api-multimedia-workitem", "Work item API", "Work with work items"),

  /** The channel {@code voice} in contact-centre sessions, and the settings of that name. */
  VOICE("api-voice", "Voice API", "Be ready or not ready for calls"),
  AGENT_CONTROL("api-agent-control", "Agent control API", "Have a state on each channel"),

  /** A supervisor's operations on the channels of an agent. */
  SUPERVISOR_AGENT_CONTROL(
      "api-supervisor-agent-control",
      "Supervisor agent control API",
      "Set the states of agents whom one looks after"),
  SUPERVISOR_MONITORING(
      "api-supervisor-monitoring", "Supervisor monitoring API", "Listen to the calls of agents"),
  SUPERVISOR_RECORDING(
      "api-supervisor-recording", "Supervisor recording API", "Listen to recorded calls"),

  /** Reads of users, skills, devices, queues, groups and places as resources. */
  PROVISIONING_READ("api-provisioning-read", "Provisioning read API", "Read who and what there is"),
  /** Changes of the same. */
  PROVISIONING_WRITE(
      "api-provisioning-write", "Provisioning write API", "Change who and what there is"),

  /** Reads of configuration objects. */
  PLATFORM_CONFIGURATION_READ(
      "api-platform-configuration-read",
      "Platform configuration read API",
      "Read configuration objects"),
  /** Changes of the same. */
  PLATFORM_CONFIGURATION_WRITE(
      "api-platform-configuration-write",
      "Platform configuration write API",
      "Change configuration objects"),

  UI_CC_SEGMENTATION(
      "ui-supervisor-cc-segmentation", "Segmentation", "Show the segments of a contact centre"),
  UI_EDIT_USER("ui-supervisor-edit-user", "Edit users", "Show a form for users"),
  UI_PROVISIONING_ROUTING(
      "ui-supervisor-provisioning-routing", "Routing", "Show the routing of a contact centre"),
  UI_PROVISIONING_SKILL("ui-supervisor-provisioning-skill", "Skills", "Show the skills"),
  UI_PROVISIONING_USER("ui-supervisor-provisioning-user", "Users", "Show the users"),
  UI_RECORDING("ui-supervisor-recording", "Recordings", "Show recorded calls"),
  UI_REPORTING("ui-supervisor-reporting", "Reports", "Show reports");

  /**
   * What a contact centre has of which nobody has said anything: all for which there is a function
   * here. There is no telephony, so nothing to listen to, and neither routing nor reporting.
   */
  public static final Set<Feature> DEFAULT =
      Set.of(
          MULTIMEDIA,
          VOICE,
          AGENT_CONTROL,
          SUPERVISOR_AGENT_CONTROL,
          PROVISIONING_READ,
          PROVISIONING_WRITE,
          PLATFORM_CONFIGURATION_READ,
          PLATFORM_CONFIGURATION_WRITE,
          UI_EDIT_USER,
          UI_PROVISIONING_SKILL,
          UI_PROVISIONING_USER);

  private final String id;
  private final String displayName;
  private final String description;

  Feature(String id, String displayName, String description) {
    this.id = id;
    this.displayName = displayName;
    this.description = description;
  }

  @Override
  public ObjectKey key() {
    return new ObjectKey(ObjectKind.FEATURE, id);
  }

  @Override
  public String label() {
    return id;
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
