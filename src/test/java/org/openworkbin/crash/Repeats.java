package org.openworkbin.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.openworkbin.testing.TestClient;

/** Clients that come back after a crash and send again what they had sent with a key. */
final class Repeats {
  private static final int ANSWERED = 100;

  private Repeats() {}

  /** Sends twice what was never answered, and once the newest of what was. */
  static void send(History history, String url) {
    TestClient client = TestClient.of(url);
    List<Request> keyed =
        history.requests().stream().filter(request -> request.key().isPresent()).toList();
    List<Request> open = keyed.stream().filter(history::isOpen).toList();
    List<Request> answered =
        keyed.stream()
            .filter(request -> !history.isOpen(request))
            .sorted(Comparator.comparingLong(Request::number).reversed())
            .limit(ANSWERED)
            .toList();
    Stream.of(open, answered, open)
        .flatMap(List::stream)
        .forEach(request -> {
          TestClient agent = client.as(Shift.name(request.agent()), "demo");
          assertThat(Crowd.send(agent, history, request)).as("%s again", request).isPresent();
        });
    assertThat(open).noneMatch(history::isOpen);
  }
}
