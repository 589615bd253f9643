package org.openworkbin.workbin;

import java.util.Optional;
import org.openworkbin.http.Body;
import org.openworkbin.id.OwnerKind;
import org.openworkbin.refusal.Refusal;

/**
 * The owner whose workbins a body asks for by {@code workbinType} and {@code workbinOwner}.
 *
 * @param owner his name; the id of an agent. Empty for the asker's own of that kind
 */
record OwnerWish(OwnerKind kind, Optional<String> owner) {

  /** Without any word of an owner it is the agent himself. */
  static OwnerWish of(Body body) {
    Optional<String> type = body.optional("workbinType");
    Optional<String> owner = body.optional("workbinOwner");
    if (type.isEmpty() && owner.isPresent()) {
      throw new Refusal.Missing("workbinType").asException();
    }
    return new OwnerWish(type.map(OwnerWish::kind).orElse(OwnerKind.AGENT), owner);
  }

  private static OwnerKind kind(String type) {
    return OwnerKind.ofWireName(type)
        .orElseThrow(() ->
            new Refusal.OutOfRange(
                    "workbinType",
                    "The parameter workbinType has to be Agent, AgentGroup, Place or PlaceGroup")
                .asException());
  }
}
