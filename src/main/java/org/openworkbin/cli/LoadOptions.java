package org.openworkbin.cli;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openworkbin.proof.client.Carrier;
import org.openworkbin.proof.load.LoadPlan;
import org.openworkbin.proof.load.Mix;
import org.openworkbin.proof.load.Play;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options of {@code load} that say what is played. */
final class LoadOptions {
  private static final int DESK_ITEMS_AN_AGENT = 4;

  @Option(
      names = "--play",
      paramLabel = "PLAY",
      defaultValue = "desk",
      description = {
        "What the agents do (default: desk):",
        "desk: pull, work, park, release and complete, as a contact centre does;",
        "pulls: only pulls of items made before;",
        "race: all connections pull the same item at the same moment;",
        "parks: only adds of items held before;",
        "moves: a supervisor moves items from bin to bin;",
        "creates: create a work item and put it into a bin;",
        "pages: only first pages (25 items) of one bin."
      })
  private Play play = Play.DESK;

  @Option(names = "--agents", paramLabel = "N", description = "How many agents. Default: 32.")
  private int agents = 32;

  @Option(names = "--groups", paramLabel = "N", description = "How many groups. Default: 4.")
  private int groups = 4;

  @Option(
      names = "--connections",
      paramLabel = "N",
      description = {
        "How many requests at most at the same time.",
        "Default: as many as agents at the desk, 16 in a race, else 32."
      })
  private @Nullable Integer connections;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = {
        "Turns a second, at times of an open loop: latencies count from when a turn was to begin.",
        "Without, each connection goes on as soon as it is answered (closed loop)."
      })
  private @Nullable Double rate;

  @Option(
      names = "--listeners",
      paramLabel = "N",
      description = {
        "How many agents listen by CometD and are subscribed to everything.",
        "Default: all at the desk, else none."
      })
  private @Nullable Integer listeners;

  @Option(
      names = "--carrier",
      paramLabel = "NAME",
      defaultValue = "websocket",
      converter = CarrierName.class,
      description = "How they listen: websocket (default) or long-polling.")
  private Carrier carrier = Carrier.WEBSOCKET;

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      converter = Span.class,
      description = "How long is measured: 30s, 5m, 1h. Default: 10s.")
  private Duration duration = Duration.ofSeconds(10);

  @Option(
      names = "--warm-up",
      paramLabel = "TIME",
      converter = Span.class,
      description = "How long is played before that. Default: 5s.")
  private Duration warmUp = Duration.ofSeconds(5);

  @Option(
      names = "--think",
      paramLabel = "TIME",
      converter = Span.class,
      description = "How long an agent works on an item, on average (desk). Default: 1s.")
  private Duration think = Duration.ofSeconds(1);

  @Option(
      names = "--mix",
      paramLabel = "WEIGHTS",
      converter = MixText.class,
      description = "How work ends (desk). Default: park=3,move=2,release=1,complete=4.")
  private Mix mix = Mix.of("park=3,move=2,release=1,complete=4");

  @Option(
      names = "--greedy",
      paramLabel = "SHARE",
      description = {
        "The share of turns, 0 to 1, in which agents go for the same item of their bin (desk).",
        "Default: 0.05."
      })
  private double greedy = 0.05;

  @Option(
      names = "--items",
      paramLabel = "N",
      description = {
        "How many items there are at the beginning, in all.",
        "Default: 4 for each agent at the desk, 20000 for pulls and parks, 10000 for pages, 5000 for moves, 50 in a race."
      })
  private @Nullable Integer items;

  @Option(
      names = "--bytes",
      paramLabel = "N",
      description = "User data of each item. Default: 300.")
  private int bytes = 300;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of everything that happens by chance. Default: 1.")
  private long seed = 1;

  /**
   * What is to be played.
   *
   * @param users how many are given; empty where they are made
   * @throws IllegalArgumentException with a sentence
   */
  LoadPlan plan(Optional<Integer> users) {
    int playing = users.orElse(agents);
    if (users.isEmpty() && groups < 1) {
      throw new IllegalArgumentException("There has to be a group.");
    }
    return new LoadPlan(
        play,
        playing,
        users.isPresent() ? 0 : groups,
        connections == null ? defaultConnections(playing) : connections,
        Optional.ofNullable(rate),
        listeners == null ? play == Play.DESK ? playing : 0 : listeners,
        carrier,
        duration,
        warmUp,
        think,
        mix,
        greedy,
        items == null ? defaultItems(playing) : items,
        bytes,
        seed);
  }

  private int defaultConnections(int playing) {
    return switch (play) {
      case DESK -> playing;
      case RACE -> 16;
      case PULLS, PARKS, MOVES, CREATES, PAGES -> 32;
    };
  }

  private int defaultItems(int playing) {
    return switch (play) {
      case DESK -> DESK_ITEMS_AN_AGENT * playing;
      case RACE -> 50;
      case PULLS, PARKS -> 20_000;
      case MOVES -> 5_000;
      case PAGES -> 10_000;
      case CREATES -> 1;
    };
  }

  /** Reads CometD's name for a carrier. */
  static final class CarrierName implements ITypeConverter<Carrier> {
    @Override
    public Carrier convert(String text) {
      for (Carrier carrier : Carrier.values()) {
        if (carrier.wireName().equals(text)) {
          return carrier;
        }
      }
      throw new TypeConversionException("'" + text + "' is not websocket or long-polling");
    }
  }

  /** Reads a mix. */
  static final class MixText implements ITypeConverter<Mix> {
    @Override
    public Mix convert(String text) {
      try {
        return Mix.of(text);
      } catch (IllegalArgumentException wrong) {
        throw new TypeConversionException(wrong.getMessage());
      }
    }
  }
}
