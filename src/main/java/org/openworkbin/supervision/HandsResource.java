package org.openworkbin.supervision;

import org.openworkbin.directory.Directories;
import org.openworkbin.http.Answer;
import org.openworkbin.http.Caller;
import org.openworkbin.http.ExternalUrl;
import org.openworkbin.http.Query;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who has what in hand, for those who look after them; an addition of ours. */
@RestController
final class HandsResource {
  private static final int MANY = 100;

  private final TeamHands hands;
  private final Directories directories;

  HandsResource(TeamHands hands, Directories directories) {
    this.hands = hands;
    this.directories = directories;
  }

  @GetMapping("/api/v2/hands")
  Answer hands(Caller caller, Query query, ExternalUrl url) {
    TeamHands.Wish wish =
        new TeamHands.Wish(
            query.optional("userId"),
            query.optional("agentGroup"),
            query.limit().orElse(MANY),
            query.offset());
    return Answer.of(new HandsJson(url, directories.now()).of(hands.of(caller.id(), wish)));
  }
}
