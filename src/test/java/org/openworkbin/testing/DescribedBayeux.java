package org.openworkbin.testing;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.cometd.bayeux.Message;
import org.cometd.bayeux.client.ClientSession;
import tools.jackson.databind.json.JsonMapper;

/** Holds every message that a CometD client receives against the description. Thread-safe. */
public final class DescribedBayeux implements ClientSession.Extension {
  private static final JsonMapper JSON = new JsonMapper();

  /** What the client tells itself when nothing comes of a request. */
  private static final String FAILURE = "failure";

  private final Queue<AssertionError> wrong = new ConcurrentLinkedQueue<>();

  @Override
  public boolean rcv(ClientSession session, Message.Mutable message) {
    look(message);
    return true;
  }

  @Override
  public boolean rcvMeta(ClientSession session, Message.Mutable message) {
    look(message);
    return true;
  }

  private void look(Message message) {
    if (!message.containsKey(FAILURE)) {
      try {
        DescribedApi.ours().checkBayeux(JSON.writeValueAsString(List.of(message)));
      } catch (AssertionError notDescribed) {
        wrong.add(notDescribed);
      }
    }
  }

  /** Fails where one of them was not described. */
  public void check() {
    AssertionError first = wrong.peek();
    if (first != null) {
      throw first;
    }
  }
}
