package org.openworkbin.administration;

import java.util.concurrent.locks.ReentrantLock;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.User;
import org.openworkbin.http.MessageUrl;
import org.openworkbin.push.Notice;
import org.openworkbin.push.Post;
import org.openworkbin.push.Topic;
import org.springframework.stereotype.Component;

/**
 * Tells everybody when services become active or inactive. What is told is how it is then: of
 * changes that come thick each message has the newest.
 */
@Component
final class ServiceNews {
  private final StoreWatch store;
  private final Directories directories;
  private final Post post;
  private final MessageUrl url;

  /** Keeps the messages in the order of what they tell. */
  private final ReentrantLock order = new ReentrantLock();

  ServiceNews(StoreWatch store, Directories directories, Post post, MessageUrl url) {
    this.store = store;
    this.directories = directories;
    this.post = post;
    this.url = url;
    store.onChange(() -> Thread.ofVirtual().name("service-news").start(this::tell));
  }

  private void tell() {
    order.lock();
    try {
      Notice notice =
          new Notice(
              Topic.SERVICES, ServiceMessageJson.text(Service.all(store.isReachable()), url.now()));
      for (User user : directories.now().users()) {
        post.send(user.id(), notice);
      }
    } finally {
      order.unlock();
    }
  }
}
