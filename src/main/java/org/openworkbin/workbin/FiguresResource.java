package org.openworkbin.workbin;

import java.time.Duration;
import org.openworkbin.http.Answer;
import org.openworkbin.http.Caller;
import org.openworkbin.http.Query;
import org.openworkbin.id.UserId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How a bin filled and emptied over time; an addition of ours. */
@RestController
final class FiguresResource {
  private static final long A_DAY = 24;
  private static final long A_MONTH = 31 * A_DAY;

  private final Addressing addressing;
  private final BinFigures figures;

  FiguresResource(Addressing addressing, BinFigures figures) {
    this.addressing = addressing;
    this.figures = figures;
  }

  @GetMapping({"/api/v2/workbins/{id}/figures", "/api/v2/me/workbins/{id}/figures"})
  Answer mine(Caller caller, @PathVariable("id") String id, Query query) {
    return figures(caller, caller.id(), id, query);
  }

  @GetMapping({
    "/api/v2/users/{userId}/workbins/{id}/figures",
    "/api/v2/{userId:[0-9a-f]{32}}/workbins/{id}/figures"
  })
  Answer ofUser(
      Caller caller,
      @PathVariable("userId") String userId,
      @PathVariable("id") String id,
      Query query) {
    return figures(caller, addressing.user(caller.id(), userId), id, query);
  }

  private Answer figures(Caller caller, UserId user, String id, Query query) {
    Duration time = Duration.ofHours(query.number("hours", 1, A_MONTH).orElse(A_DAY));
    Duration step =
        Duration.ofSeconds(
            query
                .number("step", 60, Duration.ofDays(1).toSeconds())
                .orElse(Duration.ofHours(1).toSeconds()));
    Target target = addressing.find(user, id, OwnerNames.of(query));
    return Answer.of(FiguresJson.of(figures.of(caller.id(), target.only(), time, step)));
  }
}
