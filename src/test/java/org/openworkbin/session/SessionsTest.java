package org.openworkbin.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.openworkbin.directory.StoredDirectories;
import org.openworkbin.testing.MemoryCenter;
import org.openworkbin.testing.SettableClock;

class SessionsTest {
  private static final LoggedIn ADA = new LoggedIn(MemoryCenter.ADA.id(), "ada");
  private static final LoggedIn BEN = new LoggedIn(MemoryCenter.BEN.id(), "ben");
  private static final LoggedIn EVE = new LoggedIn(MemoryCenter.EVE.id(), "eve");

  private final SettableClock clock = new SettableClock();
  private final Sessions sessions =
      new Sessions(
          new StoredDirectories(new MemoryCenter()),
          clock,
          new SessionSettings(Duration.ofMinutes(30), SessionSettings.SameSite.LAX));

  @Test
  void eachSessionHasItsOwnSecrets() {
    Session one = sessions.open(ADA);
    Session other = sessions.open(ADA);

    assertThat(one.id()).hasSize(64).isNotEqualTo(other.id()).isNotEqualTo(one.csrfToken());
    assertThat(one.csrfToken()).isNotEqualTo(other.csrfToken());
  }

  @Test
  void aSessionEndsWhenNothingWasHeardOfItForSoLong() {
    Session session = sessions.open(ADA);

    clock.advance(Duration.ofMinutes(29));
    assertThat(sessions.find(session.id())).contains(session);
    clock.advance(Duration.ofMinutes(29));
    assertThat(sessions.find(session.id())).contains(session);
    clock.advance(Duration.ofMinutes(30));
    assertThat(sessions.find(session.id())).isEmpty();
  }

  @Test
  void aSessionEndsWithItsUsersRightToLogIn() {
    assertThat(sessions.find(sessions.open(EVE).id())).isEmpty();
  }

  @Test
  void anEndedSessionIsGone() {
    Session session = sessions.open(ADA);
    sessions.end(session);

    assertThat(sessions.find(session.id())).isEmpty();
    assertThat(sessions.find("nonsense")).isEmpty();
  }

  @Test
  void aUserHasFiftyAtMostAndTheOneIdleLongestGivesWay() {
    Session bens = sessions.open(BEN);
    Session first = sessions.open(ADA);
    clock.advance(Duration.ofSeconds(1));
    Session second = sessions.open(ADA);
    clock.advance(Duration.ofSeconds(1));
    sessions.find(first.id());
    for (int i = 0; i < 49; i++) {
      sessions.open(ADA);
    }

    assertThat(sessions.find(second.id())).isEmpty();
    assertThat(sessions.find(first.id())).isPresent();
    assertThat(sessions.find(bens.id())).isPresent();
  }
}
