package org.openworkbin.workbin;

import org.openworkbin.http.Answer;
import org.openworkbin.http.Caller;
import org.openworkbin.http.ExternalUrl;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The bins that nobody comes to any more, for administrators; an addition of ours. */
@RestController
final class OrphanedBinResource {
  private final OrphanedBins orphaned;

  OrphanedBinResource(OrphanedBins orphaned) {
    this.orphaned = orphaned;
  }

  @GetMapping("/api/v2/workbins/orphaned")
  Answer all(Caller caller, ExternalUrl url) {
    return Answer.of(new OrphanedJson(url, orphaned.all(caller.id())).list());
  }
}
