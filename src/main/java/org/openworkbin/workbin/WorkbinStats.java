package org.openworkbin.workbin;

import java.util.Collection;
import java.util.List;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.Directory;
import org.openworkbin.id.BinId;
import org.openworkbin.id.OwnerId;
import org.openworkbin.ledger.Bins;
import org.openworkbin.push.Notice;
import org.openworkbin.push.Post;
import org.openworkbin.push.Topic;
import org.springframework.stereotype.Service;

/** Counts what lies in bins for somebody, and tells him with the number of his request. */
@Service
final class WorkbinStats {
  private final Workbins workbins;
  private final Addressing addressing;
  private final Directories directories;
  private final Bins bins;
  private final Post post;

  WorkbinStats(
      Workbins workbins, Addressing addressing, Directories directories, Bins bins, Post post) {
    this.workbins = workbins;
    this.addressing = addressing;
    this.directories = directories;
    this.bins = bins;
    this.post = post;
  }

  /** Of each bin that is meant; empty ones too. */
  void ofWorkbin(Subject subject, Target target, long referenceId) {
    List<BinId> meant = workbins.visible(subject.caller(), target);
    send(
        subject,
        WorkbinStatsJson.ofWorkbin(target.workbin(), times(meant), directories.now(), referenceId));
  }

  /** Of every workbin of an owner; empty ones too. */
  void ofOwner(Subject subject, OwnerWish wish, long referenceId) {
    Directory directory = directories.now();
    OwnerId owner = addressing.owner(subject.user(), wish);
    List<BinId> owned =
        directory.workbinsFor(owner.kind()).stream()
            .map(workbin -> new BinId(workbin.id(), owner))
            .toList();
    owned.forEach(bin -> workbins.requireSight(subject.caller(), bin));
    send(subject, WorkbinStatsJson.ofOwner(times(owned), directory, referenceId));
  }

  /** In the order in which they are asked for. */
  private List<Bins.Times> times(Collection<BinId> meant) {
    var found = bins.times(meant);
    return meant.stream().map(found::get).toList();
  }

  private void send(Subject subject, String data) {
    post.send(subject.caller(), new Notice(Topic.WORKBINS, data));
  }
}
