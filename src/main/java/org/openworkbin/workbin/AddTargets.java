package org.openworkbin.workbin;

import java.util.Optional;
import org.openworkbin.directory.Access;
import org.openworkbin.directory.Right;
import org.openworkbin.id.BinId;
import org.openworkbin.id.UserId;
import org.openworkbin.interaction.TargetBins;
import org.openworkbin.refusal.Refusal;
import org.springframework.stereotype.Component;

/** Finds the bin that a transfer goes into, addressed as the Workbins API does. */
@Component
final class AddTargets implements TargetBins {
  private final Addressing addressing;
  private final Access access;

  AddTargets(Addressing addressing, Access access) {
    this.addressing = addressing;
    this.access = access;
  }

  @Override
  public BinId find(UserId caller, Named named) {
    UserId user = named.user().map(id -> addressing.user(caller, id)).orElse(caller);
    OwnerNames names = new OwnerNames(named.agentGroup(), named.placeGroup(), Optional.empty());
    BinId bin = addressing.find(user, named.workbin(), names).only();
    if (!access.may(caller, Right.ADD, bin)) {
      throw new Refusal.NotPermitted("this workbin").asException();
    }
    return bin;
  }
}
