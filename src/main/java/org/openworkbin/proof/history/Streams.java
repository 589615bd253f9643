package org.openworkbin.proof.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openworkbin.proof.history.Happening.Cut;
import org.openworkbin.proof.history.Happening.Heard;
import org.openworkbin.proof.history.Happening.Listens;
import org.openworkbin.proof.history.Happening.Opened;
import org.openworkbin.proof.history.Happening.Settled;
import org.openworkbin.proof.history.Happening.Subscribed;
import org.openworkbin.proof.history.Happening.Unsubscribed;

/** P4 at each listener: did it hear every revision once, in order, and up to the last? */
final class Streams {
  private final Findings findings;
  private final Chronicles chronicles;
  private final Rights rights;
  private final Map<String, Map<String, Stream>> streams = new HashMap<>();

  /** By listener. */
  private final Map<String, Opened> opened = new HashMap<>();

  /** By listener, what it is that last began or interrupted its listening. */
  private final Map<String, Happening> since = new HashMap<>();

  Streams(Findings findings, Chronicles chronicles, Rights rights) {
    this.findings = findings;
    this.chronicles = chronicles;
    this.rights = rights;
  }

  void check(History history) {
    for (Happening happening : history.happenings()) {
      switch (happening) {
        case Opened one -> {
          opened.put(one.listener(), one);
          since.put(one.listener(), one);
        }
        case Listens told -> since.put(told.listener(), told);
        case Subscribed told -> stream(told.listener(), told.agent(), told.bin()).begin(told);
        case Unsubscribed told -> stream(told.listener(), told.agent(), told.bin()).pause();
        case Heard heard -> hear(heard);
        case Cut cut -> {
          since.put(cut.listener(), cut);
          streams.getOrDefault(cut.listener(), Map.of()).values().forEach(Stream::pause);
        }
        case Settled settled -> {
          streams
              .values()
              .forEach(all -> all.values().forEach(stream -> checkEnd(stream, settled)));
          opened.values().forEach(one -> one.bins().forEach(bin -> checkEnd(one, bin, settled)));
        }
        default -> {}
      }
    }
  }

  private Stream stream(String listener, String agent, String bin) {
    return streams
        .computeIfAbsent(listener, _ -> new HashMap<>())
        .computeIfAbsent(bin, _ -> new Stream(listener, agent, bin));
  }

  private void hear(Heard heard) {
    Stream stream = stream(heard.listener(), heard.agent(), heard.bin());
    long revision = heard.change().revision();
    Happening last = stream.last;
    if (stream.heard == revision) {
      tell(stream, heard, "was told twice of revision %d".formatted(revision));
    } else if (revision < stream.heard) {
      tell(
          stream,
          heard,
          "was told of revision %d after it was told of %d".formatted(revision, stream.heard));
    } else if (last != null
        && stream.follows
        && revision > stream.position + 1
        && rights.unbroken(heard.agent(), heard.bin(), last.at(), heard.at())) {
      tell(
          stream,
          heard,
          "was told of revision %d next after %d".formatted(revision, stream.position));
    }
    stream.hear(heard);
  }

  private void tell(Stream stream, Heard heard, String what) {
    Happening last = stream.last;
    findings.add(
        List.of(Promise.P4, stream.listener, stream.bin),
        Promise.P4,
        "Listener %s of %s %s of bin %s".formatted(stream.listener, stream.agent, what, stream.bin),
        last == null ? List.of(heard) : List.of(last, heard));
  }

  private void checkEnd(Stream stream, Settled settled) {
    Happening last = stream.last;
    Chronicle chronicle = chronicles.of(stream.bin);
    if (last != null
        && stream.follows
        && stream.position < chronicle.lastRevision()
        && rights.unbroken(stream.agent, stream.bin, last.at(), settled.at())) {
      long missed = stream.position + 1;
      findings.add(
          List.of(Promise.P4, stream.listener, stream.bin),
          Promise.P4,
          "Listener %s of %s was never told of revision %d of bin %s"
              .formatted(stream.listener, stream.agent, missed, stream.bin),
          List.of(last, chronicle.evidenceOf(missed).orElseGet(chronicle::lastSeen), settled));
    }
  }

  /**
   * The last change of a bin has to have reached every listener that sees it, if it was made after
   * the listener began to listen: also one that was never told anything, or nothing since it was
   * cut.
   */
  private void checkEnd(Opened listener, String bin, Settled settled) {
    String name = listener.listener();
    Chronicle chronicle = chronicles.of(bin);
    long last = chronicle.lastRevision();
    long made = chronicle.earliest(last);
    Happening began = since.getOrDefault(name, listener);
    Stream stream = streams.getOrDefault(name, Map.of()).get(bin);
    boolean knows = stream != null && stream.position >= last;
    if (!knows
        && made > began.at()
        && !findings.has(List.of(Promise.P4, name, bin))
        && rights.unbroken(listener.agent(), bin, made, settled.at())) {
      findings.add(
          List.of(Promise.P4, name),
          Promise.P4,
          "Listener %s of %s was told nothing of bin %s up to its revision %d"
              .formatted(name, listener.agent(), bin, last),
          List.of(listener, began, chronicle.lastSeen(), settled));
    }
  }

  /** What a listener was told of a bin. */
  private static final class Stream {
    private final String listener;
    private final String agent;
    private final String bin;

    /** The last revision that it heard of, or -1. */
    private long heard = -1;

    /** The revision that it is up to date with. */
    private long position = -1;

    /** Whether it has to hear of each revision after its position. */
    private boolean follows;

    private @Nullable Happening last;

    private Stream(String listener, String agent, String bin) {
      this.listener = listener;
      this.agent = agent;
      this.bin = bin;
    }

    private void begin(Subscribed told) {
      if (!follows) {
        position = told.revision();
        follows = true;
        last = told;
      }
    }

    private void hear(Heard told) {
      heard = Math.max(heard, told.change().revision());
      position = follows ? Math.max(position, heard) : heard;
      follows = true;
      last = told;
    }

    private void pause() {
      follows = false;
    }
  }
}
