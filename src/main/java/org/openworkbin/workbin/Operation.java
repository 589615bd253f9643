package org.openworkbin.workbin;

import java.util.List;
import java.util.Optional;
import org.openworkbin.http.Body;
import org.openworkbin.id.InteractionId;
import org.openworkbin.interaction.MediumTerms;
import org.openworkbin.ledger.Medium;
import org.openworkbin.refusal.Refusal;

/** What a POST on a workbin asks for. */
sealed interface Operation {

  /**
   * Put an interaction in.
   *
   * @param medium the one that the operation names; empty for any
   */
  record Add(InteractionId interaction, Optional<Medium> medium) implements Operation {}

  /** Take an interaction out. */
  record Pull(InteractionId interaction, Optional<Medium> medium) implements Operation {}

  /** Be told of changes. */
  record Subscribe() implements Operation {}

  /** Be told no more. */
  record Unsubscribe() implements Operation {}

  /**
   * Reads an operation ({@code spec/workbins.md} 4.1, 5.1, 6). All names are taken on all URLs; the
   * interaction is named by {@code id}, else by the last part of {@code uri}.
   */
  static Operation of(Body body) {
    String name = body.operationName();
    if (List.of("AddInteraction", "AddInteractionToWorkbin").contains(name)) {
      return new Add(interaction(body), Optional.empty());
    }
    return switch (name) {
      case "PullInteraction" -> new Pull(interaction(body), Optional.empty());
      case "Subscribe" -> new Subscribe();
      case "Unsubscribe" -> new Unsubscribe();
      default -> ofMedium(name, body);
    };
  }

  private static Operation ofMedium(String name, Body body) {
    Optional<Medium> added = medium(name, "Add");
    if (added.isPresent()) {
      return new Add(interaction(body), added);
    }
    Optional<Medium> pulled = medium(name, "Pull");
    if (pulled.isPresent()) {
      return new Pull(interaction(body), pulled);
    }
    throw Body.unknownOperation();
  }

  private static Optional<Medium> medium(String name, String verb) {
    return name.startsWith(verb)
        ? MediumTerms.ofOperationSuffix(name.substring(verb.length())).map(MediumTerms::medium)
        : Optional.empty();
  }

  private static InteractionId interaction(Body body) {
    String id =
        body.optional("id")
            .or(() -> body.optional("uri").map(Operation::lastPart))
            .orElseThrow(() -> new Refusal.Missing("id").asException());
    return InteractionId.parse(id)
        .orElseThrow(() -> new Refusal.Unknown("interaction", id).asException());
  }

  private static String lastPart(String uri) {
    String path = uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
