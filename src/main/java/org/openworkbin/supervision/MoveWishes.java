package org.openworkbin.supervision;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.openworkbin.directory.Access;
import org.openworkbin.directory.Right;
import org.openworkbin.http.Body;
import org.openworkbin.id.BinId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.refusal.Refusal;
import org.openworkbin.refusal.RefusedException;
import org.openworkbin.supervision.MoveWish.Asked;
import org.openworkbin.workbin.FirstItems;
import org.openworkbin.workbin.NamedBins;
import org.openworkbin.workbin.WorkbinSettings;
import org.springframework.stereotype.Component;

/**
 * Reads what a body asks to be moved, and refuses bins that the caller has no supervisor's rights
 * on.
 */
@Component
final class MoveWishes {
  private static final int LONGEST_COMMENT = 1_000;

  private final NamedBins bins;
  private final FirstItems firstItems;
  private final Access access;
  private final WorkbinSettings settings;

  MoveWishes(NamedBins bins, FirstItems firstItems, Access access, WorkbinSettings settings) {
    this.bins = bins;
    this.firstItems = firstItems;
    this.access = access;
    this.settings = settings;
  }

  MoveWish of(UserId caller, Body body) {
    Body named = body.part("to").orElseThrow(() -> new Refusal.Missing("to").asException());
    BinId to = bins.find(caller, named);
    require(caller, Right.SUPERVISE, to);
    require(caller, Right.ADD, to);
    Optional<String> comment = comment(body);
    List<String> ids = ids(body);
    Optional<Body> from = body.part("from");
    if (ids.isEmpty() == from.isEmpty()) {
      throw ids.isEmpty()
          ? new Refusal.Missing("ids").asException()
          : new Refusal.Invalid("ids", "Either ids or from can be given, not both").asException();
    }
    return from.map(origin -> outOf(caller, origin, to, comment))
        .orElseGet(() -> new MoveWish(to, asked(body, ids), false, comment));
  }

  /** What a body names, each once; empty where it names a bin. */
  static List<String> ids(Body body) {
    return body.texts("ids").stream().distinct().toList();
  }

  /** What lies first in a bin; each as it was seen there. */
  private MoveWish outOf(UserId caller, Body origin, BinId to, Optional<String> comment) {
    BinId from = bins.find(caller, origin);
    require(caller, Right.SUPERVISE, from);
    if (from.equals(to)) {
      throw new Refusal.Invalid("to", "What lies in a bin cannot be moved there").asException();
    }
    int most = settings.maxIds();
    List<Interaction> found = firstItems.in(from, FirstItems.Wanted.of(origin), most + 1);
    List<Asked> asked =
        found.stream()
            .limit(most)
            .map(item -> new Asked(item.id().value(), OptionalLong.of(item.hold())))
            .toList();
    return new MoveWish(to, asked, found.size() > most, comment);
  }

  private List<Asked> asked(Body body, List<String> ids) {
    if (ids.size() > settings.maxIds()) {
      throw new Refusal.OutOfRange(
              "ids", "At most " + settings.maxIds() + " interactions can be named at once.")
          .asException();
    }
    Map<String, Long> holds = new HashMap<>();
    body.choices("holds").forEach((id, texts) -> holds.put(id, hold(texts)));
    return ids.stream()
        .map(id ->
            new Asked(
                id, holds.containsKey(id) ? OptionalLong.of(holds.get(id)) : OptionalLong.empty()))
        .toList();
  }

  private static long hold(Set<String> texts) {
    String text = texts.size() == 1 ? texts.iterator().next() : "";
    if (!text.matches("[0-9]{1,18}")) {
      throw new Refusal.Invalid("holds", "The parameter holds has to be an object of whole numbers")
          .asException();
    }
    return Long.parseLong(text);
  }

  private static Optional<String> comment(Body body) {
    Optional<String> comment =
        body.optional("comment").map(String::strip).filter(text -> !text.isEmpty());
    comment.ifPresent(text -> {
      if (text.length() > LONGEST_COMMENT) {
        throw outOfRange("A comment has at most " + LONGEST_COMMENT + " characters");
      }
      if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
        throw outOfRange("A comment has neither a NUL nor half a character");
      }
    });
    return comment;
  }

  private static RefusedException outOfRange(String why) {
    return new Refusal.OutOfRange("comment", why).asException();
  }

  private void require(UserId caller, Right right, BinId bin) {
    if (!access.may(caller, right, bin)) {
      throw new Refusal.NotPermitted("this workbin").asException();
    }
  }
}
