package org.openworkbin.push;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.openworkbin.directory.AgentGroup;
import org.openworkbin.directory.ContactCenter;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.DirectorySnapshot;
import org.openworkbin.directory.Feature;
import org.openworkbin.directory.Role;
import org.openworkbin.directory.User;
import org.openworkbin.directory.Workbin;
import org.openworkbin.id.AgentGroupId;
import org.openworkbin.id.BinId;
import org.openworkbin.id.OwnerKind;
import org.openworkbin.id.UserId;
import org.openworkbin.id.WorkbinId;

/** A contact centre with one group, its bin and two agents in it, in which people come and go. */
public final class Team implements Directories {
  public static final UserId ADA = new UserId("ada0");
  public static final UserId BEN = new UserId("ben0");
  public static final BinId BIN = new BinId(new WorkbinId("team-wb"), new AgentGroupId("team"));

  private final Set<UserId> members = new HashSet<>(Set.of(ADA, BEN));
  private final Set<UserId> disabled = new HashSet<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile Directory now = directory();

  @Override
  public Directory now() {
    return now;
  }

  @Override
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  public synchronized void leave(UserId user) {
    members.remove(user);
    change();
  }

  public synchronized void join(UserId user) {
    members.add(user);
    change();
  }

  public synchronized void disable(UserId user) {
    disabled.add(user);
    change();
  }

  public synchronized void enable(UserId user) {
    disabled.remove(user);
    change();
  }

  private void change() {
    now = directory();
    listeners.forEach(Runnable::run);
  }

  private Directory directory() {
    return DirectorySnapshot.of(
        ContactCenter.of(
            "00000000-0000-4000-8000-000000000000",
            1,
            List.of(
                user(ADA),
                user(BEN),
                new Workbin(BIN.workbin(), "team-wb", "Team", OwnerKind.AGENT_GROUP),
                new AgentGroup(new AgentGroupId("team"), "Team", members, Set.of()),
                Feature.MULTIMEDIA)));
  }

  private User user(UserId id) {
    return new User(
        id,
        id.value().substring(0, 3),
        "",
        "",
        "",
        Set.of(Role.ROLE_AGENT),
        !disabled.contains(id),
        false,
        Optional.empty());
  }
}
