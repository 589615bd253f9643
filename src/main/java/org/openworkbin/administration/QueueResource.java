package org.openworkbin.administration;

import org.openworkbin.directory.ObjectKind;
import org.openworkbin.directory.Queue;
import org.openworkbin.http.Answer;
import org.openworkbin.http.Caller;
import org.openworkbin.http.ExternalUrl;
import org.openworkbin.http.Listing;
import org.openworkbin.http.Property;
import org.openworkbin.http.Query;
import org.openworkbin.http.Shape;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Where work can be sent to, by name ({@code spec/foundations.md} 6.6); never what waits there. */
@RestController
final class QueueResource {
  private final Viewers viewers;

  QueueResource(Viewers viewers) {
    this.viewers = viewers;
  }

  @GetMapping("/api/v2/queues")
  Answer all(Caller caller, Query query, ExternalUrl url) {
    return listing(url).all(query, viewers.of(caller).directory().queues());
  }

  @GetMapping("/api/v2/queues/{id}")
  Answer one(Caller caller, @PathVariable("id") String id, Query query, ExternalUrl url) {
    Queue queue = viewers.of(caller).find(ObjectKind.QUEUE, id, Queue.class);
    return listing(url).one(query, queue);
  }

  private static Listing<Queue> listing(ExternalUrl url) {
    Shape<Queue> shape =
        Shape.of(
            Property.text("id", queue -> queue.id().value()),
            Property.text("name", Queue::name),
            Property.text("uri", queue -> url.uri(path(queue))),
            Property.text("path", QueueResource::path));
    return new Listing<>("queues", "queue", shape, queue -> url.uri(path(queue)));
  }

  private static String path(Queue queue) {
    return "/queues/" + queue.id().value();
  }
}
