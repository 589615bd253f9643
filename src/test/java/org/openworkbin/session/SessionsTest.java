package org.openworkbin.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.openworkbin.directory.StoredDirectories;
import org.openworkbin.id.RandomIds;
import org.openworkbin.testing.MemoryCenter;
import org.openworkbin.testing.SettableClock;

class SessionsTest {
  private static final LoggedIn ADA = LoggedIn.byToken(MemoryCenter.ADA.id(), "ada");
  private static final LoggedIn BEN = LoggedIn.byToken(MemoryCenter.BEN.id(), "ben");
  private static final LoggedIn EVE = LoggedIn.byToken(MemoryCenter.EVE.id(), "eve");

  private static final Client PAGE = new Client("127.0.0.1", "a browser");

  private final SettableClock clock = new SettableClock();
  private final MemoryCenter center = new MemoryCenter();
  private final StoredDirectories directories = new StoredDirectories(center);
  private final Sessions sessions =
      new Sessions(
          new LoginChecks(directories, center),
          clock,
          new RandomIds(clock, new Random(1)),
          new SessionSettings(Duration.ofMinutes(30), SessionSettings.SameSite.LAX));

  @Test
  void eachSessionHasItsOwnSecrets() {
    Session one = sessions.open(ADA, PAGE);
    Session other = sessions.open(ADA, PAGE);

    assertThat(one.secret())
        .hasSize(64)
        .isNotEqualTo(other.secret())
        .isNotEqualTo(one.id())
        .isNotEqualTo(one.csrfToken());
    assertThat(one.csrfToken()).isNotEqualTo(other.csrfToken());
  }

  @Test
  void aSessionEndsWhenNothingWasHeardOfItForSoLong() {
    Session session = sessions.open(ADA, PAGE);

    clock.advance(Duration.ofMinutes(29));
    assertThat(sessions.find(session.secret())).contains(session);
    clock.advance(Duration.ofMinutes(29));
    assertThat(sessions.find(session.secret())).contains(session);
    clock.advance(Duration.ofMinutes(30));
    assertThat(sessions.find(session.secret())).isEmpty();
  }

  @Test
  void aSessionEndsWithItsUsersRightToLogIn() {
    assertThat(sessions.find(sessions.open(EVE, PAGE).secret())).isEmpty();
  }

  @Test
  void anEndedSessionIsGone() {
    Session session = sessions.open(ADA, PAGE);
    sessions.end(session);

    assertThat(sessions.find(session.secret())).isEmpty();
    assertThat(sessions.find("nonsense")).isEmpty();
  }

  @Test
  void aUserHasTwentyAtMostAndTheOneIdleLongestGivesWay() {
    Session bens = sessions.open(BEN, PAGE);
    Session first = sessions.open(ADA, PAGE);
    clock.advance(Duration.ofSeconds(1));
    Session second = sessions.open(ADA, PAGE);
    clock.advance(Duration.ofSeconds(1));
    sessions.find(first.secret());
    for (int i = 0; i < 19; i++) {
      sessions.open(ADA, PAGE);
    }

    assertThat(sessions.find(second.secret())).isEmpty();
    assertThat(sessions.find(first.secret())).isPresent();
    assertThat(sessions.find(bens.secret())).isPresent();
  }
}
