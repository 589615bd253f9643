package org.openworkbin.administration;

import java.util.Optional;
import org.openworkbin.center.CenterExport;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.DirectoryStore;
import org.openworkbin.http.Answer;
import org.openworkbin.http.Caller;
import org.openworkbin.http.Query;
import org.openworkbin.http.TextBody;
import org.openworkbin.http.Unframed;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Contact-centre files in and out of a running server, for administrators; an addition of ours. */
@RestController
final class ImportResource {
  private final Imports imports;
  private final Changes changes;
  private final DirectoryStore store;

  ImportResource(Imports imports, Changes changes, DirectoryStore store) {
    this.imports = imports;
    this.changes = changes;
    this.store = store;
  }

  @Unframed
  @PostMapping("/api/v2/administration/import")
  Answer load(Caller caller, Query query, TextBody file) {
    return imports.load(caller, file.text(), query.flag("preview"));
  }

  @GetMapping("/api/v2/administration/export")
  Answer export(Caller caller, Query query) {
    Directory directory = changes.read(caller);
    boolean passwords = query.flag("passwords");
    String text =
        CenterExport.text(directory, user -> passwords ? store.hashOf(user) : Optional.empty());
    return Changes.tagged(Answer.text("application/yaml; charset=utf-8", text), directory);
  }
}
