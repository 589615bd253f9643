package org.openworkbin.workbin;

import java.util.Optional;
import java.util.function.Function;
import org.openworkbin.directory.Directories;
import org.openworkbin.http.Answer;
import org.openworkbin.http.ExternalUrl;
import org.openworkbin.http.Members;
import org.openworkbin.http.Selection;
import org.openworkbin.id.BinId;
import org.openworkbin.id.UserId;
import org.openworkbin.interaction.Features;
import org.openworkbin.interaction.MediumTerms;
import org.openworkbin.ledger.BinState;
import org.openworkbin.refusal.Refusal;
import org.springframework.stereotype.Component;

/** Answers reads of one workbin, or of one medium of it, whosever it is. */
@Component
final class ReadAnswers {
  private final Addressing addressing;
  private final Workbins workbins;
  private final Features features;
  private final Directories directories;

  ReadAnswers(
      Addressing addressing, Workbins workbins, Features features, Directories directories) {
    this.addressing = addressing;
    this.workbins = workbins;
    this.features = features;
    this.directories = directories;
  }

  /** What the workbin is, and its content where that is asked for. */
  Answer one(Read read, String id) {
    WorkbinJson json = new WorkbinJson(read.url(), read.subject(), read.query().fields());
    return answer(
        read, target(read, id), ContentRequest.of(read.query(), features.media()), json::one);
  }

  /** The content of one medium. */
  Answer medium(Read read, String id, String name) {
    MediumTerms terms =
        MediumTerms.ofSubresource(name)
            .orElseThrow(() -> new Refusal.Unknown("resource", name).asException());
    features.requireResource(terms.medium());
    WorkbinJson json = new WorkbinJson(read.url(), read.subject(), Selection.everything());
    return answer(
        read,
        target(read, id),
        Optional.of(ContentRequest.of(read.query(), terms.medium())),
        view -> json.medium(view, terms));
  }

  private Target target(Read read, String id) {
    return addressing.find(read.subject().user(), id, OwnerNames.of(read.query()));
  }

  private Answer answer(
      Read read, Target target, Optional<ContentRequest> content, Function<View, Members> members) {
    UserId caller = read.subject().caller();
    if (read.known().any()
        && content.isPresent()
        && target instanceof Target.One(var _, BinId bin)) {
      String tag = tag(workbins.state(caller, bin), read.url());
      if (read.known().contains(tag)) {
        return Answer.notModified().header("ETag", tag);
      }
    }
    View view = workbins.view(caller, target, content);
    return switch (view) {
      case View.Definition _ -> Answer.of(members.apply(view));
      case View.Part part ->
          Answer.of(members.apply(view)).header("ETag", tag(part.page().state(), read.url()));
      case View.Whole whole ->
          Answer.streamed(members.apply(view))
              .header("ETag", tag(workbins.state(caller, whole.bin()), read.url()));
    };
  }

  private String tag(BinState state, ExternalUrl url) {
    return EntityTag.of(state, directories.now().version(), url);
  }
}
