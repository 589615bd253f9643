package org.openworkbin.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openworkbin.directory.Author;
import org.openworkbin.directory.DirectoryChange;
import org.openworkbin.directory.StoredDirectories;
import org.openworkbin.directory.User;
import org.openworkbin.refusal.Refusal;
import org.openworkbin.refusal.RefusedException;
import org.openworkbin.session.Digests.Digest;
import org.openworkbin.testing.MemoryCenter;
import org.openworkbin.testing.SettableClock;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;

class LoginTest {
  private static final String HOME = "10.0.0.1";
  private static final String ELSEWHERE = "10.0.0.2";

  private final MemoryCenter center = new MemoryCenter();
  private final StoredDirectories directories = new StoredDirectories(center);
  private final SettableClock clock = new SettableClock();
  private final PasswordHashes hashes = new PasswordHashes();
  private final Login login =
      new Login(
          directories,
          center,
          hashes,
          new VerifiedLogins(new LoginChecks(directories, center), clock),
          new WrongTries(clock));

  @AfterEach
  void stop() {
    hashes.destroy();
  }

  @Test
  void rightCredentialsLogIn() {
    Authentication ada = login.authenticate(attempt("ada:demo", HOME));

    assertThat(ada.isAuthenticated()).isTrue();
    assertThat(((LoggedIn) ada).id()).isEqualTo(MemoryCenter.ADA.id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada:wrong", "ada:", "ada", ":demo", "", "eve:demo", "nobody:demo"})
  void othersDoNot(String credentials) {
    assertThatThrownBy(() -> login.authenticate(attempt(credentials, HOME)))
        .isInstanceOf(BadCredentialsException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic ***", "Basic", "Bearer YWRhOmRlbW8=", "YWRhOmRlbW8="})
  void norDoesAHeaderThatCanNotBeRead(String header) {
    assertThatThrownBy(() -> login.authenticate(BasicAttempt.of(header, HOME)))
        .isInstanceOf(BadCredentialsException.class);
  }

  @Test
  void bothEncodingsAreRead() {
    for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)) {
      Authentication user =
          login.authenticate(attempt("j\u00fcrgen:schl\u00fcssel".getBytes(charset), HOME));

      assertThat(user.getName()).isEqualTo("j\u00fcrgen");
    }
  }

  @Test
  void rightCredentialsAreRememberedForFiveMinutes() {
    login.authenticate(attempt("ada:demo", HOME));
    clock.advance(Duration.ofMinutes(5).minusMillis(1));
    login.authenticate(attempt("ada:demo", ELSEWHERE));
    assertThat(center.asked()).isEqualTo(1);

    clock.advance(Duration.ofMillis(1));
    login.authenticate(attempt("ada:demo", HOME));
    assertThat(center.asked()).isEqualTo(2);
  }

  @Test
  void anotherPasswordIsInForceAtOnce() {
    login.authenticate(attempt("ada:demo", HOME));
    directories.change(Author.program("test"), MemoryCenter.password(MemoryCenter.ADA, "new"));

    assertThatThrownBy(() -> login.authenticate(attempt("ada:demo", HOME)))
        .isInstanceOf(BadCredentialsException.class);
    login.authenticate(attempt("ada:new", HOME));
  }

  @Test
  void aDisabledUserIsOutAtOnce() {
    login.authenticate(attempt("ada:demo", HOME));
    directories.change(Author.program("test"), disabled(MemoryCenter.ADA));

    assertThatThrownBy(() -> login.authenticate(attempt("ada:demo", HOME)))
        .isInstanceOf(BadCredentialsException.class);
  }

  @Test
  void aChangeOfSomebodyElseCostsNoHash() {
    login.authenticate(attempt("ada:demo", HOME));
    directories.change(Author.program("test"), MemoryCenter.password(MemoryCenter.BEN, "new"));

    login.authenticate(attempt("ada:demo", HOME));
    int asked = center.asked();
    login.authenticate(attempt("ada:demo", HOME));

    assertThat(center.asked()).isEqualTo(asked);
  }

  @Test
  void anUnknownUserCostsAnotherUsersHash() {
    wrong("nobody:demo", HOME);
    int unknown = center.asked();
    wrong("ada:wrong", HOME);

    assertThat(unknown).isEqualTo(1);
    assertThat(center.asked()).isEqualTo(2);
  }

  @Test
  void wrongCredentialsAreNeverRemembered() {
    wrong("ada:wrong", HOME);
    directories.change(Author.program("test"), MemoryCenter.password(MemoryCenter.ADA, "wrong"));

    login.authenticate(attempt("ada:wrong", HOME));
  }

  @Test
  void whoGuessesHasToWaitLongerAndLonger() {
    for (int i = 0; i < 5; i++) {
      wrong("ada:wrong" + i, HOME);
    }
    int asked = center.asked();

    assertThat(pause("ada:demo", HOME)).isEqualTo(Duration.ofSeconds(1));
    assertThat(center.asked()).isEqualTo(asked);
    clock.advance(Duration.ofSeconds(1));
    wrong("ada:wrong", HOME);
    assertThat(pause("ada:demo", HOME)).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void theWaitIsNeverLongerThanAMinute() {
    for (int i = 0; i < 40; i++) {
      wrong("ada:wrong", HOME);
      clock.advance(Duration.ofMinutes(1));
    }
    login.authenticate(attempt("ada:demo", HOME));
  }

  @Test
  void whoGuessesElsewhereLocksNobodyOut() {
    for (int i = 0; i < 5; i++) {
      wrong("ada:wrong", ELSEWHERE);
    }

    login.authenticate(attempt("ada:demo", HOME));
    login.authenticate(attempt("ben:demo", ELSEWHERE));
  }

  @Test
  void whoGuessesFromManyAddressesIsSlowedDownAndTheUserAtHisOwnIsNot() {
    login.authenticate(attempt("ada:demo", HOME));
    clock.advance(Duration.ofMinutes(6));
    for (int i = 0; i < 50; i++) {
      wrong("ada:wrong" + i, "10.1.0." + i);
    }
    int asked = center.asked();

    assertThat(pause("ada:demo", "10.1.1.1")).isEqualTo(Duration.ofSeconds(1));
    assertThat(center.asked()).isEqualTo(asked);
    login.authenticate(attempt("ada:demo", HOME));
    login.authenticate(attempt("ben:demo", "10.1.1.1"));
  }

  @Test
  void whoTriesManyUsersIsSlowedDownAndWhoLoggedInThereBeforeIsNot() {
    login.authenticate(attempt("ada:demo", HOME));
    clock.advance(Duration.ofMinutes(6));
    for (int i = 0; i < 100; i++) {
      wrong("user" + i + ":password", HOME);
    }

    assertThat(pause("ben:demo", HOME)).isEqualTo(Duration.ofSeconds(1));
    login.authenticate(attempt("ada:demo", HOME));
    login.authenticate(attempt("ben:demo", ELSEWHERE));
  }

  @Test
  void whereManyAreGuessedTheWaitIsNeverLongerThanFiveSeconds() {
    for (int i = 0; i < 60; i++) {
      wrong("ada:wrong" + i, "10.1.0." + i);
      clock.advance(Duration.ofSeconds(5));
    }
    login.authenticate(attempt("ada:demo", ELSEWHERE));
  }

  @Test
  void oneNetworkOfTheNewKindIsOneAddress() {
    for (int i = 0; i < 5; i++) {
      wrong("ada:wrong", "2001:db8:1:2::" + i);
    }

    assertThat(pause("ada:demo", "2001:db8:1:2:3:4:5:6")).isEqualTo(Duration.ofSeconds(1));
    assertThat(pause("ada:demo", "[2001:db8:1:2:3:4:5:6]")).isEqualTo(Duration.ofSeconds(1));
    login.authenticate(attempt("ada:demo", "2001:db8:1:3::1"));
  }

  @Test
  void aRightLogInEndsTheCount() {
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < 4; i++) {
        wrong("ada:wrong", HOME);
      }
      clock.advance(Duration.ofMinutes(6));
      login.authenticate(attempt("ada:demo", HOME));
    }
  }

  @Test
  void whoIsRememberedIsNotHeldUpByWrongTriesBesideHim() {
    login.authenticate(attempt("ada:demo", HOME));
    for (int i = 0; i < 5; i++) {
      wrong("ada:wrong", HOME);
    }

    login.authenticate(attempt("ada:demo", HOME));
  }

  @Test
  void aCrowdWithTheSameCredentialsCostsOneHash() throws Exception {
    List<String> names = crowd("ada:demo", 200);

    assertThat(names).hasSize(200).containsOnly("ada");
    assertThat(center.asked()).isEqualTo(1);
  }

  @Test
  void guessingManyAtOnceIsNoWayRoundTheWait() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    List<Future<Authentication>> guesses = new ArrayList<>();
    try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 100; i++) {
        BasicAttempt guess = attempt("ada:wrong" + i, HOME);
        guesses.add(
            crowd.submit(() -> {
              gate.await();
              return login.authenticate(guess);
            }));
      }
      gate.countDown();
    }

    assertThat(guesses).allMatch(guess -> guess.state() == Future.State.FAILED);
    assertThat(center.asked()).isEqualTo(5);
  }

  @Test
  void oneAddressHasSomeHundredUnknownNamesCheckedAtOnceAndNoMore() {
    WrongTries tries = new WrongTries(clock);
    List<WrongTries.Guesser> begun = new ArrayList<>();
    Digests digests = new Digests(new SecureRandom());
    Digest address = digests.of(new byte[] {1});
    for (int i = 0; i < 300; i++) {
      Digest name = digests.of(new byte[] {2, (byte) i, (byte) (i >> 8)});
      WrongTries.Guesser guesser = new WrongTries.Guesser(name, address, name);
      if (tries.begin(guesser).isEmpty()) {
        begun.add(guesser);
      }
    }
    assertThat(begun).hasSize(250);

    tries.ended(begun.getFirst());
    Digest late = digests.of(new byte[] {3});
    assertThat(tries.begin(new WrongTries.Guesser(late, address, late))).isEmpty();
    assertThat(tries.begin(new WrongTries.Guesser(late, address, late))).isPresent();
    assertThat(tries.begin(new WrongTries.Guesser(late, late, late))).isEmpty();
  }

  @Test
  void namesThatNobodyHasCostNoLookThroughAllUsers() {
    wrong("nobody:a", HOME);
    int asked = center.asked();

    wrong("nobody:b", HOME);
    wrong("another:c", HOME);

    assertThat(center.asked()).isEqualTo(asked);
  }

  private List<String> crowd(String credentials, int size) throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    List<Future<String>> logins = new ArrayList<>();
    try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < size; i++) {
        logins.add(
            crowd.submit(() -> {
              gate.await();
              return login.authenticate(attempt(credentials, HOME)).getName();
            }));
      }
      gate.countDown();
    }
    List<String> names = new ArrayList<>();
    for (Future<String> done : logins) {
      names.add(done.get());
    }
    return names;
  }

  private void wrong(String credentials, String address) {
    assertThatThrownBy(() -> login.authenticate(attempt(credentials, address)))
        .isInstanceOf(BadCredentialsException.class);
  }

  private Duration pause(String credentials, String address) {
    RefusedException refused =
        catchThrowableOfType(
            RefusedException.class, () -> login.authenticate(attempt(credentials, address)));
    return ((Refusal.TooManyTries) refused.refusal()).retryAfter();
  }

  private static BasicAttempt attempt(String credentials, String address) {
    return attempt(credentials.getBytes(StandardCharsets.UTF_8), address);
  }

  private static BasicAttempt attempt(byte[] credentials, String address) {
    return BasicAttempt.of("Basic " + Base64.getEncoder().encodeToString(credentials), address);
  }

  private static DirectoryChange disabled(User user) {
    return DirectoryChange.of(
        new User(
            user.id(),
            user.userName(),
            user.firstName(),
            user.lastName(),
            user.emailAddress(),
            user.roles(),
            false,
            false,
            user.defaultPlace()));
  }
}
