package org.openworkbin.push;

import java.util.Arrays;
import java.util.Optional;

/** A channel that a client can subscribe to; the names are the contract's. */
public enum Topic {
  ME("/v2/me"),
  WORKBINS("/v2/me/workbins"),
  CHATS("/v2/me/chats"),
  EMAILS("/v2/me/emails"),
  WORKITEMS("/v2/me/workitems"),
  OPENMEDIA("/v2/me/openmedia"),
  TWITTER("/v2/me/twitter"),
  FACEBOOK("/v2/me/facebook"),
  FACEBOOKSESSION("/v2/me/facebooksession"),
  INTERACTIONS("/v2/me/interactions"),
  CHANNELS("/v2/me/channels"),
  DEVICES("/v2/me/devices"),
  CALLS("/v2/me/calls"),
  USERS("/v2/users"),
  UCS_INTERACTIONS("/v2/ucs/interactions"),
  SERVICES("/notifications/services");

  private final String channel;

  Topic(String channel) {
    this.channel = channel;
  }

  /** The Bayeux channel. */
  public String channel() {
    return channel;
  }

  /** The topic with that {@link #channel()}. */
  public static Optional<Topic> ofChannel(String channel) {
    return Arrays.stream(values()).filter(topic -> topic.channel.equals(channel)).findFirst();
  }
}
