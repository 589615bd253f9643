package org.openworkbin.administration;

import org.openworkbin.directory.Directory;
import org.openworkbin.directory.Workbin;
import org.openworkbin.http.Answer;
import org.openworkbin.http.Body;
import org.openworkbin.http.Caller;
import org.openworkbin.http.ExpectedVersion;
import org.openworkbin.http.ExternalUrl;
import org.openworkbin.id.IdGenerator;
import org.openworkbin.id.OwnerKind;
import org.openworkbin.id.WorkbinId;
import org.openworkbin.refusal.Refusal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/**
 * The definitions of workbins, for administrators; an addition of ours. A new name is for the same
 * bins; what lies in the bins of one that is removed stays there, among the orphaned bins.
 */
@RestController
@RequestMapping("/api/v2/administration/workbins")
final class WorkbinDefinitionResource {
  private static final String PATH = "/administration/workbins";

  private final Changes changes;
  private final IdGenerator ids;

  WorkbinDefinitionResource(Changes changes, IdGenerator ids) {
    this.changes = changes;
    this.ids = ids;
  }

  @GetMapping
  Answer all(Caller caller, ExternalUrl url) {
    Directory directory = changes.read(caller);
    DefinitionJson definitions = new DefinitionJson(url, PATH);
    return Changes.tagged(Answer.of(definitions.list("workbins", directory.workbins())), directory);
  }

  @GetMapping("/{id}")
  Answer one(Caller caller, @PathVariable("id") String id, ExternalUrl url) {
    Directory directory = changes.read(caller);
    DefinitionJson definitions = new DefinitionJson(url, PATH);
    return Changes.tagged(
        Answer.of(definitions.one("workbin", new Found(directory).workbin(id))), directory);
  }

  @PostMapping
  Answer create(Caller caller, Body body, ExternalUrl url) {
    WorkbinId id = new WorkbinId(ids.newUuid().toString());
    return Changes.tagged(
        Answer.of(new CreatedJson(url, PATH, id.value())::write),
        changes.put(
            caller,
            ExpectedVersion.any(),
            _ -> {
              String name = body.required("name");
              OwnerKind type = type(body.required("type"));
              return new Workbin(id, name, body.optional("displayName").orElse(name), type);
            }));
  }

  @RequestMapping(
      path = "/{id}",
      method = {RequestMethod.PUT, RequestMethod.POST})
  Answer change(Caller caller, @PathVariable("id") String id, Body body, ExpectedVersion expected) {
    return Changes.done(
        changes.put(
            caller,
            expected,
            directory -> {
              Workbin workbin = new Found(directory).workbin(id);
              return new Workbin(
                  workbin.id(),
                  body.optional("name").orElse(workbin.name()),
                  body.optional("displayName").orElse(workbin.displayName()),
                  body.optional("type")
                      .map(WorkbinDefinitionResource::type)
                      .orElse(workbin.ownerKind()));
            }));
  }

  @DeleteMapping("/{id}")
  Answer remove(Caller caller, @PathVariable("id") String id, ExpectedVersion expected) {
    return Changes.done(
        changes.remove(caller, expected, directory -> new Found(directory).workbin(id)));
  }

  private static OwnerKind type(String name) {
    return OwnerKind.ofWireName(name)
        .orElseThrow(() ->
            new Refusal.OutOfRange(
                    "type", "The type of a workbin is Agent, AgentGroup, Place or PlaceGroup")
                .asException());
  }
}
