package org.openworkbin.presence;

import java.util.List;
import org.openworkbin.http.MessageUrl;
import org.openworkbin.http.Selection;
import org.openworkbin.id.UserId;
import org.openworkbin.push.Notice;
import org.openworkbin.push.Post;
import org.openworkbin.push.Topic;
import org.springframework.stereotype.Component;

/**
 * Tells agents what they are: every channel on the topic of the channels, the telephone on that of
 * the devices too. Never blocks. Thread-safe; messages go out in the order of the calls.
 */
@Component
final class PresenceNews {
  private final Post post;
  private final AgentDevices devices;
  private final MessageUrl url;

  PresenceNews(Post post, AgentDevices devices, MessageUrl url) {
    this.post = post;
    this.devices = devices;
    this.url = url;
  }

  /** Tells him what he is on these channels now. */
  void tell(UserId agent, List<ChannelState> states) {
    List<AgentDevice> his = devices.of(agent);
    for (ChannelState state : states) {
      if (state.channel() == Channel.VOICE) {
        DeviceJson json = new DeviceJson(state, url.now(), Selection.everything());
        String message = PresenceMessageJson.of("DeviceStateChangeMessage", json.list(his));
        post.send(agent, new Notice(Topic.DEVICES, message));
      }
    }
    ChannelJson json = new ChannelJson(his.getFirst().phoneNumber(), Selection.everything());
    String message =
        PresenceMessageJson.of("ChannelStateChangeMessageV2", json.list("channels", states));
    post.send(agent, new Notice(Topic.CHANNELS, message));
  }
}
