package org.openworkbin.presence;

import java.util.Map;
import org.openworkbin.http.ExternalUrl;
import org.openworkbin.http.Members;
import org.openworkbin.id.UserId;

/** What an agent has in hand, as parts of the resource that he is. Thread-safe. */
public interface HeldItems {

  /**
   * The parts by the names that {@code subresources} has for them, in their order. Each writes the
   * array of that name, there also where it is empty; nothing is looked up before.
   */
  Map<String, Members> of(UserId agent, ExternalUrl url);
}
