package org.openworkbin.workbin;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.Workbin;
import org.openworkbin.http.Answer;
import org.openworkbin.http.Caller;
import org.openworkbin.http.ExternalUrl;
import org.openworkbin.http.KnownVersions;
import org.openworkbin.http.PartialAnswers;
import org.openworkbin.http.Query;
import org.openworkbin.id.BinId;
import org.openworkbin.ledger.BinState;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Reads of workbins: the list, several by id, and one ({@code spec/workbins.md} 3). */
@RestController
final class WorkbinResource {
  private final Addressing addressing;
  private final Workbins workbins;
  private final Directories directories;
  private final PartialAnswers partialAnswers;
  private final SeveralWorkbins several;

  WorkbinResource(
      Addressing addressing,
      Workbins workbins,
      Directories directories,
      PartialAnswers partialAnswers,
      SeveralWorkbins several) {
    this.addressing = addressing;
    this.workbins = workbins;
    this.directories = directories;
    this.partialAnswers = partialAnswers;
    this.several = several;
  }

  @GetMapping("/api/v2/workbins")
  Answer all(Caller caller, Query query, ExternalUrl url) {
    return list(caller, query, url, workbins.all());
  }

  @GetMapping("/api/v2/me/workbins")
  Answer mine(Caller caller, Query query, ExternalUrl url) {
    return list(caller, query, url, workbins.ofAgentsAndPlaces());
  }

  @GetMapping({"/api/v2/workbins/{id}", "/api/v2/me/workbins/{id}"})
  Answer one(
      Caller caller,
      @PathVariable("id") String id,
      Query query,
      ExternalUrl url,
      KnownVersions known) {
    Target target = addressing.find(caller.id(), id, OwnerNames.of(query));
    Optional<ContentRequest> content = ContentRequest.of(query);
    if (known.any() && content.isPresent() && target instanceof Target.One(var _, BinId bin)) {
      String tag = tag(workbins.state(caller.id(), bin), url);
      if (known.contains(tag)) {
        return Answer.notModified().header("ETag", tag);
      }
    }
    WorkbinJson json = new WorkbinJson(url, query.fields());
    View view = workbins.view(caller.id(), target, content);
    return switch (view) {
      case View.Definition _ -> Answer.of(json.one(view));
      case View.Part part ->
          Answer.of(json.one(view)).header("ETag", tag(part.page().state(), url));
      case View.Whole whole ->
          Answer.streamed(json.one(view))
              .header("ETag", tag(workbins.state(caller.id(), whole.bin()), url));
    };
  }

  private Answer list(Caller caller, Query query, ExternalUrl url, Collection<Workbin> listed) {
    WorkbinJson json = new WorkbinJson(url, query.fields());
    Optional<ContentRequest> content = ContentRequest.of(query);
    OwnerNames names = OwnerNames.of(query);
    List<String> ids = several.ids(query);
    if (!ids.isEmpty()) {
      var found = several.find(ids, id -> view(caller, id, names, content));
      return partialAnswers.of("workbinId", found.parts(), json.byId(found.results().values()));
    }
    if (query.fields().isEmpty() && content.isEmpty()) {
      return Answer.of(json.uris(listed));
    }
    List<View> views =
        listed.stream().map(workbin -> listed(caller, workbin, names, content)).toList();
    return Answer.streamed(json.list(views));
  }

  private View view(Caller caller, String id, OwnerNames names, Optional<ContentRequest> content) {
    return workbins.view(caller.id(), addressing.findAmongSeveral(caller.id(), id, names), content);
  }

  /** In a list, what is not asked for by id is shown without content where it is not for him. */
  private View listed(
      Caller caller, Workbin workbin, OwnerNames names, Optional<ContentRequest> content) {
    return content.isPresent()
        ? view(caller, workbin.id().value(), names, content)
        : new View.Definition(workbin);
  }

  private String tag(BinState state, ExternalUrl url) {
    return EntityTag.of(state, directories.now().version(), url);
  }
}
