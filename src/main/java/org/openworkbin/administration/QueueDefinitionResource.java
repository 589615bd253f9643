package org.openworkbin.administration;

import org.openworkbin.directory.Directory;
import org.openworkbin.directory.Queue;
import org.openworkbin.http.Answer;
import org.openworkbin.http.Body;
import org.openworkbin.http.Caller;
import org.openworkbin.http.ExpectedVersion;
import org.openworkbin.http.ExternalUrl;
import org.openworkbin.id.IdGenerator;
import org.openworkbin.id.QueueId;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/**
 * The queues, for administrators; an addition of ours. A new name is for the same queue; one that
 * something waits in stays.
 */
@RestController
@RequestMapping("/api/v2/administration/queues")
final class QueueDefinitionResource {
  private static final String PATH = "/administration/queues";

  private final Changes changes;
  private final QueueRemovals removals;
  private final IdGenerator ids;

  QueueDefinitionResource(Changes changes, QueueRemovals removals, IdGenerator ids) {
    this.changes = changes;
    this.removals = removals;
    this.ids = ids;
  }

  @GetMapping
  Answer all(Caller caller, ExternalUrl url) {
    Directory directory = changes.read(caller);
    DefinitionJson definitions = new DefinitionJson(url, PATH);
    return Changes.tagged(Answer.of(definitions.list("queues", directory.queues())), directory);
  }

  @GetMapping("/{id}")
  Answer one(Caller caller, @PathVariable("id") String id, ExternalUrl url) {
    Directory directory = changes.read(caller);
    DefinitionJson definitions = new DefinitionJson(url, PATH);
    return Changes.tagged(
        Answer.of(definitions.one("queue", new Found(directory).queue(id))), directory);
  }

  @PostMapping
  Answer create(Caller caller, Body body, ExternalUrl url) {
    QueueId id = new QueueId(ids.newUuid().toString());
    return Changes.tagged(
        Answer.of(new CreatedJson(url, PATH, id.value())::write),
        changes.put(caller, ExpectedVersion.any(), _ -> new Queue(id, body.required("name"))));
  }

  @RequestMapping(
      path = "/{id}",
      method = {RequestMethod.PUT, RequestMethod.POST})
  Answer change(Caller caller, @PathVariable("id") String id, Body body, ExpectedVersion expected) {
    return Changes.done(
        changes.put(
            caller,
            expected,
            directory -> new Queue(new Found(directory).queue(id).id(), body.required("name"))));
  }

  @DeleteMapping("/{id}")
  Answer remove(Caller caller, @PathVariable("id") String id, ExpectedVersion expected) {
    return Changes.done(removals.remove(caller, id, expected));
  }
}
