package org.openworkbin.workbin;

import org.openworkbin.http.Body;
import org.openworkbin.id.BinId;
import org.openworkbin.id.UserId;
import org.springframework.stereotype.Component;

/**
 * Finds the bin that an object of a body names, with the words of addresses: {@code workbinId} and
 * perhaps {@code agentGroup}, {@code placeGroup}, {@code userId} or {@code owner}.
 */
@Component
public final class NamedBins {
  private final Addressing addressing;

  NamedBins(Addressing addressing) {
    this.addressing = addressing;
  }

  /** The one bin that is meant; what the caller may do with it is not asked here. */
  public BinId find(UserId caller, Body named) {
    UserId user = named.optional("userId").map(id -> addressing.user(caller, id)).orElse(caller);
    OwnerNames names =
        new OwnerNames(
            named.optional("agentGroup"), named.optional("placeGroup"), named.optional("owner"));
    return addressing.find(user, named.required("workbinId"), names).only();
  }
}
