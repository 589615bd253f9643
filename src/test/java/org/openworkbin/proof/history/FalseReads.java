package org.openworkbin.proof.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.openworkbin.proof.history.Happening.CaughtUp;
import org.openworkbin.proof.history.Happening.Counted;
import org.openworkbin.proof.history.Happening.Found;
import org.openworkbin.proof.history.Happening.Heard;
import org.openworkbin.proof.history.Happening.Settled;
import org.openworkbin.proof.history.Happening.Snapshot;

/** Reads that a correct server would not have answered so. */
final class FalseReads {

  private FalseReads() {}

  /** A read that shows what an earlier one showed, although it was long over. */
  static Optional<List<Happening>> stale(List<Happening> all, Random random) {
    return Plant.any(all, random, place -> earlier(all, place).isPresent())
        .map(place -> {
          Snapshot late = (Snapshot) all.get(place);
          Snapshot early = earlier(all, place).orElseThrow();
          return Plant.with(
              all,
              place,
              new Snapshot(
                  late.agent(),
                  late.bin(),
                  early.revision(),
                  early.items(),
                  early.itemCount(),
                  true,
                  late.askedAt(),
                  late.at()));
        });
  }

  private static Optional<Snapshot> earlier(List<Happening> all, int place) {
    if (!(all.get(place) instanceof Snapshot late)) {
      return Optional.empty();
    }
    return all.subList(0, place).stream()
        .filter(each ->
            each instanceof Snapshot early
                && early.bin().equals(late.bin())
                && early.revision() < late.revision()
                && all.stream()
                    .anyMatch(told ->
                        told instanceof Heard heard
                            && heard.bin().equals(late.bin())
                            && heard.change().revision() > early.revision()
                            && heard.at() < late.askedAt()))
        .map(Snapshot.class::cast)
        .findFirst();
  }

  private static boolean isAfterSettled(List<Happening> all, Happening each) {
    return all.stream().anyMatch(end -> end instanceof Settled && end.at() <= each.at());
  }

  static Optional<List<Happening>> leftOut(List<Happening> all, Random random) {
    return Plant.any(
            all,
            random,
            place ->
                all.get(place) instanceof Snapshot read
                    && read.at() > 1000
                    && !read.items().isEmpty()
                    && !isAfterSettled(all, read))
        .map(place -> {
          Snapshot read = (Snapshot) all.get(place);
          return Plant.with(
              all, place, showing(read, read.items().subList(1, read.items().size())));
        });
  }

  private static Snapshot showing(Snapshot read, List<String> items) {
    return new Snapshot(
        read.agent(),
        read.bin(),
        read.revision(),
        items,
        items.size(),
        true,
        read.askedAt(),
        read.at());
  }

  static Optional<List<Happening>> wrongCount(List<Happening> all, Random random) {
    return Plant.any(
            all,
            random,
            place -> all.get(place) instanceof Counted counted && counted.revision().isPresent())
        .map(place -> {
          Counted counted = (Counted) all.get(place);
          return Plant.with(
              all,
              place,
              new Counted(
                  counted.agent(),
                  counted.bin(),
                  counted.revision(),
                  counted.count() + 1,
                  counted.askedAt(),
                  counted.at()));
        });
  }

  static Optional<List<Happening>> wrongItemCount(List<Happening> all, Random random) {
    return Plant.any(all, random, place -> all.get(place) instanceof CaughtUp)
        .map(place -> {
          CaughtUp read = (CaughtUp) all.get(place);
          return Plant.with(
              all,
              place,
              new CaughtUp(
                  read.agent(),
                  read.bin(),
                  read.since(),
                  read.changes(),
                  read.revision(),
                  read.itemCount() + 1,
                  read.more(),
                  read.askedAt(),
                  read.at()));
        });
  }

  /** The content of a bin is shown to somebody who never had a right to it. */
  static Optional<List<Happening>> foreignRead(List<Happening> all, Random random) {
    return Plant.any(
            all,
            random,
            place ->
                all.get(place) instanceof Snapshot read
                    && Rightless.listener(all, read.bin()).isPresent())
        .map(place -> {
          Snapshot read = (Snapshot) all.get(place);
          return Plant.with(
              all,
              place,
              new Snapshot(
                  Rightless.listener(all, read.bin()).orElseThrow().agent(),
                  read.bin(),
                  read.revision(),
                  read.items(),
                  read.itemCount(),
                  true,
                  read.askedAt(),
                  read.at()));
        });
  }

  /** The content of a bin shows what was only ever in one that its reader has no right to. */
  static Optional<List<Happening>> foreignItem(List<Happening> all, Random random) {
    return Plant.any(
            all,
            random,
            place ->
                all.get(place) instanceof Snapshot read
                    && Rightless.items(all, read).findFirst().isPresent())
        .map(place -> {
          Snapshot read = (Snapshot) all.get(place);
          List<String> more = new ArrayList<>(read.items());
          more.add(Rightless.items(all, read).findFirst().orElseThrow());
          return Plant.with(all, place, showing(read, more));
        });
  }

  static Optional<List<Happening>> twoBins(List<Happening> all, Random random) {
    Optional<String> item =
        all.stream()
            .filter(each -> each instanceof Found found && found.place() instanceof Place.Bin)
            .map(each -> ((Found) each).item())
            .findFirst();
    return item.flatMap(name ->
        Plant.any(
                all,
                random,
                place ->
                    all.get(place) instanceof Snapshot read
                        && isAfterSettled(all, read)
                        && !read.items().contains(name))
            .map(place -> {
              Snapshot read = (Snapshot) all.get(place);
              List<String> more = new ArrayList<>(read.items());
              more.add(name);
              return Plant.with(all, place, showing(read, more));
            }));
  }

  static Optional<List<Happening>> nowhere(List<Happening> all, Random random) {
    return Plant.any(
            all,
            random,
            place ->
                all.get(place) instanceof Snapshot read
                    && isAfterSettled(all, read)
                    && !read.items().isEmpty())
        .map(place -> {
          Snapshot read = (Snapshot) all.get(place);
          return Plant.with(
              all, place, showing(read, read.items().subList(1, read.items().size())));
        });
  }
}
