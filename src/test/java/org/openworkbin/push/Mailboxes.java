package org.openworkbin.push;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.openworkbin.id.UserId;

/** Connections that keep for each user what was handed over for him. */
final class Mailboxes implements Connections {
  private final Map<UserId, Queue<String>> boxes = new ConcurrentHashMap<>();
  private final List<UserId> closed = new CopyOnWriteArrayList<>();

  @Override
  public Letter letter(Notice notice) {
    return user ->
        boxes.computeIfAbsent(user, _ -> new ConcurrentLinkedQueue<>()).add(notice.data());
  }

  @Override
  public void dismiss(UserId user, Runnable last) {
    last.run();
    close(user);
  }

  @Override
  public void close(UserId user) {
    closed.add(user);
  }

  List<String> of(UserId user) {
    return List.copyOf(boxes.getOrDefault(user, new ConcurrentLinkedQueue<>()));
  }

  List<UserId> closed() {
    return closed;
  }
}
