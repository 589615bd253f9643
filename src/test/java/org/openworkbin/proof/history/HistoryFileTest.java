package org.openworkbin.proof.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openworkbin.proof.history.Happening.Answered;
import org.openworkbin.proof.history.Happening.Asked;

class HistoryFileTest {
  private static final Run RUN =
      new Run("0.1.0", "prove --seed 7", 7, Duration.ofSeconds(10).plusNanos(3));

  @TempDir private Path folder;

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    History history = new History(RUN, oneOfEachKind());

    Path file = folder.resolve("history.jsonl");
    HistoryFile.write(file, history);

    assertThat(HistoryFile.read(file)).isEqualTo(history);
    assertThat(Files.readAllLines(file))
        .hasSize(history.happenings().size() + 1)
        .startsWith(
            "{\"openWorkbinHistory\":1,\"run\":{\"server\":\"0.1.0\",\"command\":\"prove --seed 7\","
                + "\"seed\":7,\"lease\":\"PT10.000000003S\"}}",
            "{\"is\":\"asked\",\"call\":1,\"agent\":\"ada\",\"wish\":{\"is\":\"create\"},"
                + "\"key\":\"k\",\"hold\":7,\"at\":1}",
            "{\"is\":\"asked\",\"call\":1,\"agent\":\"ada\",\"wish\":{\"is\":\"bring\","
                + "\"item\":\"i\",\"bin\":\"b\"},\"at\":1}");
  }

  /** So that none is forgotten when one is added. */
  @Test
  void theSampleHasEachKind() {
    assertThat(oneOfEachKind().stream().map(Object::getClass).distinct())
        .containsExactlyInAnyOrder(Happening.class.getPermittedSubclasses());
    assertThat(wishes().map(Object::getClass))
        .containsExactlyInAnyOrder(Wish.class.getPermittedSubclasses());
    assertThat(places().map(Object::getClass))
        .containsExactlyInAnyOrder(Place.class.getPermittedSubclasses());
  }

  @Test
  void aLastLineThatWasCutOffIsLeftOut() throws IOException {
    Path file = folder.resolve("cut.jsonl");
    History history = new History(RUN, List.of(new Happening.Settled(9)));
    HistoryFile.write(file, history);
    Files.writeString(file, "{\"is\":\"answ", StandardOpenOption.APPEND);

    assertThat(HistoryFile.read(file)).isEqualTo(history);
  }

  @Test
  void whatIsNoHistoryIsRefusedWithItsLine() throws IOException {
    Path file = folder.resolve("wrong.jsonl");
    HistoryFile.write(file, new History(RUN, List.of(new Happening.Settled(9))));
    Files.writeString(file, "{\"is\":\"miracle\",\"at\":1}\n", StandardOpenOption.APPEND);
    assertThatThrownBy(() -> HistoryFile.read(file)).hasMessage(file + ":3 is not of a history");

    Files.writeString(file, "once upon a time\n");
    assertThatThrownBy(() -> HistoryFile.read(file)).hasMessage(file + ":1 is not JSON");

    Files.writeString(file, "");
    assertThatThrownBy(() -> HistoryFile.read(file)).hasMessage(file + ":1 is not of a history");
  }

  @Test
  void anotherFormatIsNamed() throws IOException {
    Path file = folder.resolve("new.jsonl");
    HistoryFile.write(file, new History(RUN, List.of()));
    Files.writeString(file, Files.readString(file).replace("History\":1", "History\":2"));

    assertThatThrownBy(() -> HistoryFile.read(file))
        .hasMessage(file + " is a history of format 2, and this program reads format 1");
  }

  @Test
  void aRecorderKeepsTheOrderOfEachThread() throws IOException {
    Path file = folder.resolve("recorded.jsonl");
    try (Recorder recorder = Recorder.to(RUN, file)) {
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int call = 0; call < 50; call++) {
          long number = call;
          threads.execute(() -> {
            recorder.add(asked(number, new Wish.Create(), Optional.empty(), recorder.now()));
            recorder.add(new Answered(number, 200, 0, Told.nothing(), recorder.now()));
          });
        }
      }
      recorder.flush();
      assertThat(HistoryFile.read(file)).isEqualTo(recorder.history());
    }

    List<Happening> happenings = HistoryFile.read(file).happenings();
    assertThat(happenings).hasSize(100);
    for (long call = 0; call < 50; call++) {
      long number = call;
      assertThat(
              happenings.stream()
                  .filter(each ->
                      switch (each) {
                        case Asked asked -> asked.call() == number;
                        case Answered answered -> answered.call() == number;
                        default -> false;
                      }))
          .hasExactlyElementsOfTypes(Asked.class, Answered.class)
          .isSortedAccordingTo((one, other) -> Long.compare(one.at(), other.at()));
    }
  }

  private static List<Happening> oneOfEachKind() {
    Told told =
        Told.nothing()
            .withReference(7)
            .withHold("i", 4711)
            .withRefused()
            .withNext("j")
            .withConflict(new Place.Hand("ben"));
    Change change = new Change(42, Change.Action.REMOVED, "i");
    Stream<Happening> others =
        Stream.of(
            new Answered(1, 409, 19, told, 2),
            new Answered(1, 200, 0, Told.nothing(), 2),
            new Happening.Unanswered(1, 3),
            new Happening.Entitled("ada", "b", 0),
            new Happening.Opened("l", "ada", List.of("b"), 1),
            new Happening.Listens("l", 2),
            new Happening.Subscribed("l", "ada", "b", 41, 4),
            new Happening.Unsubscribed("l", "ada", "b", 5),
            new Happening.Heard("l", "ada", "b", change, 6),
            new Happening.Notified("l", "ada", "i", "Revoked", OptionalLong.of(4), 7),
            new Happening.Cut("l", 8),
            new Happening.Snapshot("ada", "b", 42, List.of("j", "k"), 2, true, 9, 10),
            new Happening.CaughtUp("ada", "b", 41, List.of(change), 43, 1, true, 11, 12),
            new Happening.Counted("ada", "b", OptionalLong.empty(), 3, 13, 14),
            new Happening.Struck(Fault.SERVER_KILLED, 15, 16),
            new Happening.Settled(18));
    return Stream.of(
            wishes()
                .map(wish ->
                    wish instanceof Wish.Create
                        ? new Asked(1, "ada", wish, Optional.of("k"), OptionalLong.of(7), 1)
                        : asked(1, wish, Optional.empty(), 1)),
            others,
            places().map(place -> new Happening.Found("i", place, 16, 17)))
        .flatMap(each -> each)
        .map(Happening.class::cast)
        .toList();
  }

  private static Asked asked(long call, Wish wish, Optional<String> key, long at) {
    return new Asked(call, "ada", wish, key, OptionalLong.empty(), at);
  }

  private static Stream<Place> places() {
    return Stream.of(
        new Place.Bin("b"),
        new Place.Hand("ada"),
        new Place.Offered("ben"),
        new Place.Ended(),
        new Place.Elsewhere());
  }

  private static Stream<Wish> wishes() {
    return Stream.of(
        new Wish.Create(),
        new Wish.Bring("i", "b"),
        new Wish.Pull("i", "b"),
        new Wish.PullNext("b"),
        new Wish.Add("i", "b"),
        new Wish.Release("i"),
        new Wish.Save("i"),
        new Wish.Finish("i"),
        new Wish.Offer("i", "ben"),
        new Wish.Accept("i"),
        new Wish.Reject("i"),
        new Wish.Edit("i"),
        new Wish.Move("i", "b"),
        new Wish.Grant("ada", Arrays.asList("b", "c")),
        new Wish.Withdraw("ada", List.of("b")),
        new Wish.Disable("ada"),
        new Wish.Other("GET /me"));
  }
}
