package org.openworkbin.interaction;

import org.openworkbin.directory.Directory;
import org.openworkbin.directory.Workbin;
import org.openworkbin.id.BinId;
import org.openworkbin.id.OwnerKind;

/**
 * The names that people and clients know a bin by.
 *
 * @param workbin the workbin's configuration name
 * @param ownerKind which kind of owner it has
 * @param owner the owner's name: user name, group name or place name; its id where it is gone
 */
public record BinNames(String workbin, OwnerKind ownerKind, String owner) {

  /** The names of a bin as the directory has them now. */
  public static BinNames of(BinId bin, Directory directory) {
    return new BinNames(
        directory.workbin(bin.workbin()).map(Workbin::name).orElse(bin.workbin().value()),
        bin.owner().kind(),
        directory.nameOf(bin.owner()).orElse(bin.owner().value()));
  }

  /**
   * The key in {@code userData} that names the owner of the bin an interaction lies in, by the back
   * end's names ({@code spec/workbins.md} 13).
   */
  String ownerKey() {
    return switch (ownerKind) {
      case AGENT -> "WorkbinAgentId";
      case AGENT_GROUP -> "WorkbinGroupId";
      case PLACE -> "WorkbinPlaceId";
      case PLACE_GROUP -> "WorkbinPlaceGroupId";
    };
  }
}
