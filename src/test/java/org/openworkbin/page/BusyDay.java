package org.openworkbin.page;

import com.microsoft.playwright.Browser.NewContextOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Date;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.openworkbin.ledger.Content;
import org.openworkbin.ledger.Medium;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.Person;
import org.openworkbin.testing.SettableClock;

/** The demo after a day's work: items came, were taken and completed; some are in hand. */
final class BusyDay implements AutoCloseable {
  private static final Duration STEP = Duration.ofMinutes(15);
  private static final int STEPS = 40;
  private static final String TEAM_BIN =
      "/api/v2/me/workbins/6c715fa9-de16-4d23-b07c-cbcb1caf3e07?agentGroup=MyAgentGroup";

  private static final String OWN_BIN = "/api/v2/me/workbins/aee812a5-7396-4dd9-b180-230f1c1fb085";

  /** The chat of the team that was recorded years ago, which nobody would have left there. */
  private static final String RECORDED = "0001BaBFVPR20035";

  private static final List<String> MEDIA = List.of("workitems", "emails", "chats", "openmedia");

  /** How many come in an hour of the day, from its beginning on. */
  private static final int[] ARRIVALS = {2, 4, 7, 9, 8, 5, 6, 8, 6, 4};

  private static final List<String> SUBJECTS =
      List.of(
          "Seats together for a family of five",
          "The transfer in Faro did not come",
          "Invoice without the address of our firm",
          "May I bring a folding bicycle?",
          "Change of name after the wedding",
          "Hotel overbooked, moved to another one",
          "Which visa do we need for Tbilisi?",
          "Voucher expired while the office was closed");

  private final SettableClock clock = new SettableClock();
  private final Random random = new Random(7);
  private final Deque<String> waiting = new ArrayDeque<>();
  private final DemoServer demo = DemoServer.start(Dialect.SQLITE, Map.of(), clock);

  BusyDay() {
    take("ada", RECORDED);
    operate("ada", "chats", RECORDED, "Complete");
    for (int step = 0; step < STEPS; step++) {
      clock.advance(STEP);
      come(step);
      work(step);
      putOff(step);
    }
    List.of("ada", "ben", "ada", "cleo")
        .forEach(agent -> {
          next(agent, TEAM_BIN);
          clock.advance(Duration.ofMinutes(6));
        });
    clock.advance(Duration.ofSeconds(74));
  }

  /** The demo as it is then. */
  DemoServer demo() {
    return demo;
  }

  /** A window of somebody who reads its times as the day has them. */
  static NewContextOptions window() {
    return new NewContextOptions().setTimezoneId("UTC").setLocale("en-GB");
  }

  /** Gives that person the time of the day. */
  void tellTime(Person person) {
    Instant now = clock.instant();
    person.page().clock().setSystemTime(Date.from(now));
  }

  private void come(int step) {
    int anHour = ARRIVALS[step * ARRIVALS.length / STEPS];
    for (int i = 0; i < 4; i++) {
      if (random.nextInt(16) < anHour) {
        String subject = SUBJECTS.get(random.nextInt(SUBJECTS.size()));
        waiting.add(
            demo.park(
                Medium.WORKITEM,
                demo.teamBin(),
                new Content(
                    "Inbound",
                    clock.instant().toString(),
                    random.nextInt(6),
                    "{}",
                    "{\"Subject\":\"" + subject + "\"}")));
      }
    }
  }

  /** What Ben cannot finish at once he puts into his own bin, and goes on with it later. */
  private void putOff(int step) {
    if (step % 8 == 1) {
      String item = next("ben", TEAM_BIN);
      post("ben", OWN_BIN, "AddInteraction", item);
    } else if (step % 5 == 0 && step > 20) {
      String item = next("ben", OWN_BIN);
      MEDIA.forEach(medium -> operate("ben", medium, item, "Complete"));
    }
  }

  /** They begin an hour later and keep up, but for lunch. */
  private void work(int step) {
    int hands = step < 4 ? 0 : step / 4 == 5 ? 1 : 2;
    for (int i = 0; i < hands && waiting.size() > 5; i++) {
      String item = waiting.remove();
      String agent = i == 0 ? "ada" : "cleo";
      take(agent, item);
      operate(agent, "workitems", item, "Complete");
    }
  }

  private String next(String agent, String bin) {
    return demo.client(agent).post(bin, "{\"operationName\":\"PullNext\"}").header("Workbin-Item");
  }

  private void take(String agent, String item) {
    post(agent, TEAM_BIN, "PullInteraction", item);
  }

  private void operate(String agent, String medium, String item, String operation) {
    post(agent, "/api/v2/me/" + medium + "/" + item, operation, item);
  }

  private void post(String agent, String path, String operation, String item) {
    demo.client(agent)
        .post(path, "{\"operationName\":\"" + operation + "\",\"id\":\"" + item + "\"}");
  }

  @Override
  public void close() {
    demo.close();
  }
}
