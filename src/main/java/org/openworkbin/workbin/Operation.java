package org.openworkbin.workbin;

import java.util.List;
import java.util.Optional;
import org.openworkbin.http.Body;
import org.openworkbin.interaction.MediumTerms;
import org.openworkbin.ledger.Medium;
import org.openworkbin.refusal.Refusal;

/** What a POST on a workbin asks for. */
sealed interface Operation {
  int LONGEST_NAME = 255;

  /** Moves interactions into or out of a bin. */
  sealed interface OnItems extends Operation {}

  /**
   * Put interactions in.
   *
   * @param medium the one that the operation names; empty for any
   * @param savesLastAgent whether the caller is kept as the last agent of their contacts
   */
  record Add(Items items, Optional<Medium> medium, boolean savesLastAgent) implements OnItems {}

  /**
   * Take interactions out.
   *
   * @param nickname by which the caller is known in a chat
   */
  record Pull(Items items, Optional<Medium> medium, Optional<String> nickname) implements OnItems {}

  /** Take the first interaction out that is wanted. */
  record PullNext(FirstItems.Wanted wanted) implements OnItems {}

  /** Give back what was taken out of the bin. */
  record Release(Items items) implements OnItems {}

  /** Be told of changes. */
  record Subscribe() implements Operation {}

  /** Be told no more. */
  record Unsubscribe() implements Operation {}

  /** Be told how much lies there. */
  record RequestStats() implements Operation {}

  /**
   * Reads an operation ({@code spec/workbins.md} 4.1, 5.1, 6, 7.3). All names are taken on all
   * URLs.
   */
  static Operation of(Body body) {
    return switch (body.operationName()) {
      case "AddInteraction", "AddInteractionToWorkbin" -> add(body, Optional.empty());
      case "PullInteraction" -> pull(body, Optional.empty());
      case "PullNext" -> new PullNext(FirstItems.Wanted.of(body));
      case "Release" -> new Release(Items.one(body));
      case "Subscribe" -> new Subscribe();
      case "Unsubscribe" -> new Unsubscribe();
      case "RequestStats" -> new RequestStats();
      default -> ofMedium(body.operationName(), body);
    };
  }

  private static Operation ofMedium(String name, Body body) {
    Optional<Medium> added = medium(name, "Add");
    if (added.isPresent()) {
      return add(body, added);
    }
    Optional<Medium> pulled = medium(name, "Pull");
    if (pulled.isPresent()) {
      return pull(body, pulled);
    }
    throw Body.unknownOperation();
  }

  private static Optional<Medium> medium(String name, String verb) {
    return name.startsWith(verb)
        ? MediumTerms.ofOperationSuffix(name.substring(verb.length())).map(MediumTerms::medium)
        : Optional.empty();
  }

  private static Add add(Body body, Optional<Medium> medium) {
    return new Add(Items.of(body), medium, body.flag("saveLAR"));
  }

  private static Pull pull(Body body, Optional<Medium> medium) {
    return new Pull(Items.of(body), medium, nickname(body));
  }

  private static Optional<String> nickname(Body body) {
    Optional<String> nickname = body.optional("nickname").map(String::strip);
    if (nickname.filter(name -> name.length() > LONGEST_NAME).isPresent()) {
      throw new Refusal.OutOfRange(
              "nickname", "A nickname has at most " + LONGEST_NAME + " characters")
          .asException();
    }
    return nickname.filter(name -> !name.isEmpty());
  }

  /**
   * The interactions that a body names.
   *
   * @param ids as they were sent
   * @param several whether each is to be answered by itself, however many there are
   */
  record Items(List<String> ids, boolean several) {
    public Items {
      ids = List.copyOf(ids);
    }

    /** Those in {@code ids}, each once, or the one in {@code id}, else in {@code uri}. */
    static Items of(Body body) {
      List<String> ids = body.texts("ids").stream().distinct().toList();
      if (ids.isEmpty()) {
        return one(body);
      }
      if (body.optional("id").isPresent() || body.optional("uri").isPresent()) {
        throw new Refusal.Invalid("ids", "Either ids or one id can be given, not both")
            .asException();
      }
      return new Items(ids, true);
    }

    /** The one in {@code id}, else the last part of {@code uri}. */
    static Items one(Body body) {
      String id =
          body.optional("id")
              .or(() -> body.optional("uri").map(Items::lastPart))
              .orElseThrow(() -> new Refusal.Missing("id").asException());
      return new Items(List.of(id), false);
    }

    private static String lastPart(String uri) {
      String path = uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
      return path.substring(path.lastIndexOf('/') + 1);
    }
  }
}
