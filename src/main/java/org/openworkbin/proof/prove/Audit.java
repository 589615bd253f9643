package org.openworkbin.proof.prove;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.openworkbin.proof.client.Bin;
import org.openworkbin.proof.history.Happening;
import org.openworkbin.proof.history.Happening.CaughtUp;
import org.openworkbin.proof.history.Happening.Snapshot;
import org.openworkbin.proof.history.Place;
import org.openworkbin.proof.history.Recorder;
import tools.jackson.databind.JsonNode;

/** An administrator's look at everything, before a run and when all is quiet after it. */
final class Audit {
  private static final String MINE = "/api/v2/me/";

  private final Cast cast;
  private final Caller caller;
  private final Recorder recorder;
  private final Map<String, Long> begin = new HashMap<>();

  Audit(Cast cast, Caller caller, Recorder recorder) {
    this.cast = cast;
    this.caller = caller;
    this.recorder = recorder;
  }

  /** Reads the content of each bin before the run. */
  void begin() {
    each((bin, prefix) ->
        look(bin, prefix).ifPresent(seen -> begin.put(bin.name(), seen.revision())));
  }

  /** Reads content and all changes of each bin, and where each item is. */
  void end() {
    Set<String> items = new TreeSet<>();
    each((bin, prefix) -> {
      look(bin, prefix).ifPresent(seen -> items.addAll(seen.items()));
      catchUp(bin, prefix);
    });
    recorder.history().happenings().forEach(happening -> collect(happening, items));
    cast.players().forEach(player -> hands(player, items));
    items.forEach(this::find);
  }

  /** What somebody has in hand; where nobody but him can know it, nobody else is asked. */
  private void hands(Player player, Collection<String> items) {
    caller
        .read(player, "Hands", MINE + "workitems?fields=*")
        .ifPresent(read -> {
          for (JsonNode item : read.reply().json().path("workitems")) {
            String id = item.path("id").asString("");
            items.remove(id);
            recorder.add(
                new Happening.Found(id, new Place.Hand(player.name()), read.askedAt(), read.at()));
          }
        });
  }

  /** With what its address begins with for the administrator. */
  private void each(BiConsumer<Bin, String> deed) {
    cast.stage().bins().forEach(bin -> deed.accept(bin, MINE));
    for (Player player : cast.players()) {
      deed.accept(player.own(), "/api/v2/users/" + cast.stage().userId(player.client()) + "/");
    }
  }

  private Optional<Snapshot> look(Bin bin, String prefix) {
    return caller.look(
        cast.administrator(), bin.name(), at(prefix, bin.path("subresources=*&limit=10000")));
  }

  private void catchUp(Bin bin, String prefix) {
    long since = begin.getOrDefault(bin.name(), 0L);
    boolean more = true;
    while (more) {
      Optional<CaughtUp> part =
          caller.catchUp(cast.administrator(), bin.name(), at(prefix, bin.changes(since)), since);
      more = part.filter(CaughtUp::more).isPresent();
      since = part.map(read -> last(read)).orElse(since);
    }
  }

  private static long last(CaughtUp read) {
    return read.changes().isEmpty() ? read.since() : read.changes().getLast().revision();
  }

  /** The same address as somebody else's. */
  private static String at(String prefix, String mine) {
    return prefix + mine.substring(MINE.length());
  }

  private static void collect(Happening happening, Collection<String> items) {
    if (happening instanceof Happening.Answered answered) {
      answered.told().item().ifPresent(items::add);
    } else if (happening instanceof Happening.Heard heard) {
      items.add(heard.change().item());
    }
  }

  private void find(String item) {
    String path = "/api/v2/interactions/" + item + "/history?limit=1";
    caller
        .read(cast.administrator(), "Find", path)
        .ifPresent(read ->
            recorder.add(
                new Happening.Found(
                    item,
                    place(read.reply().json().path("history").path(0).path("to")),
                    read.askedAt(),
                    read.at())));
  }

  private Place place(JsonNode to) {
    return switch (to.path("kind").asString("")) {
      case "hand" -> new Place.Hand(to.path("agent").path("userName").asString(""));
      case "ended" -> new Place.Ended();
      case "bin" -> bin(to);
      default -> new Place.Elsewhere();
    };
  }

  private Place bin(JsonNode to) {
    String workbin = to.path("workbin").path("id").asString("");
    String owner = to.has("agentGroup") ? "agentGroup=" + to.path("agentGroup").asString("") : "";
    String agent = to.path("owner").path("userName").asString("");
    return Stream.concat(
            cast.stage().bins().stream(),
            cast.players().stream().filter(player -> player.name().equals(agent)).map(Player::own))
        .filter(bin -> bin.workbinId().equals(workbin) && bin.owner().equals(owner))
        .findFirst()
        .<Place>map(bin -> new Place.Bin(bin.name()))
        .orElseGet(Place.Elsewhere::new);
  }
}
