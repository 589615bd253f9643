package org.openworkbin.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.openworkbin.directory.DirectoryStore.Audited;
import org.openworkbin.refusal.RefusedException;

/**
 * The directory as the store has it: read once, replaced as a whole by each change. Thread-safe; a
 * change is in force for everybody who asks from when {@link #change} returns.
 */
public final class StoredDirectories implements Directories {
  private final DirectoryStore store;

  /** Spares changes at the same time a refusal; what decides is the version in the store. */
  private final ReentrantLock order = new ReentrantLock();

  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  private ContactCenter center;

  /** Whether the last write may have happened and nobody could find out yet. */
  private boolean inDoubt;

  /** What is about to be removed, and by how many at once. */
  private final Map<ObjectKey, Integer> withdrawn = new HashMap<>();

  private volatile Directory now;

  public StoredDirectories(DirectoryStore store) {
    this.store = store;
    this.center = store.load();
    this.now = DirectorySnapshot.of(center);
  }

  @Override
  public Directory now() {
    return now;
  }

  @Override
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /**
   * Makes a change durable, with its entries in the audit trail, and then visible. What refers to
   * something that is removed lets go of it: groups, default places, skills, devices. A change that
   * changes nothing does nothing.
   *
   * @param author who it is for the audit trail
   * @return the directory after the change
   * @throws org.openworkbin.refusal.RefusedException {@code NameTaken}, {@code Unknown} for a
   *     reference to nothing, {@code OutOfRange}, {@code ReadOnly}, or {@code InUse} for the last
   *     administrator; then nothing is changed. Where the store is away it is found out whether the
   *     change was made; if that does not work either, it is in force, or not, as soon as the store
   *     is back
   */
  public Directory change(Author author, DirectoryChange change) {
    return change(author, _ -> change);
  }

  /**
   * The same, with a change that is made from the directory as it is: no other change comes
   * between. What {@code wish} throws changes nothing and is thrown here.
   */
  public Directory change(Author author, Function<Directory, DirectoryChange> wish) {
    order.lock();
    try {
      settle();
      Directory whole = withdrawn.isEmpty() ? now : DirectorySnapshot.of(center);
      DirectoryChange change = DanglingReferences.letGo(center, wish.apply(whole));
      ContactCenter after = center.after(change);
      DirectoryRules.check(center, after, change);
      List<Audited> trail = trail(author, after, change);
      if (!trail.isEmpty()) {
        write(change, after, trail);
        show(after);
      }
      return now;
    } finally {
      order.unlock();
    }
  }

  /** Something that is withdrawn, until that is closed. */
  @FunctionalInterface
  public interface Withdrawal extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Lets nobody find a thing any more, as if it were removed already, but for those who make a
   * change. So it can be found out whether it may be removed while nobody begins anything with it.
   */
  public Withdrawal withdraw(ObjectKey key) {
    order.lock();
    try {
      withdrawn.merge(key, 1, Integer::sum);
      now = visible();
    } finally {
      order.unlock();
    }
    return () -> giveBack(key);
  }

  private void giveBack(ObjectKey key) {
    order.lock();
    try {
      int left = withdrawn.getOrDefault(key, 1) - 1;
      if (left > 0) {
        withdrawn.put(key, left);
      } else {
        withdrawn.remove(key);
      }
      now = visible();
    } finally {
      order.unlock();
    }
  }

  private Directory visible() {
    Map<ObjectKey, DirectoryObject> objects = new HashMap<>(center.objects());
    objects.keySet().removeAll(withdrawn.keySet());
    return DirectorySnapshot.of(
        new ContactCenter(center.id(), center.version(), objects, center.numbers()));
  }

  /**
   * Finds out whether the last change was made, where that is in doubt, and shows it if it was.
   * Called when the store is back; where it goes away again, it is called once more.
   */
  void settle() {
    order.lock();
    try {
      if (inDoubt) {
        show(store.settled());
        inDoubt = false;
      }
    } finally {
      order.unlock();
    }
  }

  private void write(DirectoryChange change, ContactCenter after, List<Audited> trail) {
    try {
      store.write(change, after, trail);
    } catch (RefusedException refused) {
      throw refused;
    } catch (RuntimeException failed) {
      inDoubt = true;
      settleAfter(failed);
      if (center.version() != after.version()) {
        throw failed;
      }
    }
  }

  private void settleAfter(RuntimeException failed) {
    try {
      settle();
    } catch (RuntimeException stillAway) {
      failed.addSuppressed(stillAway);
      throw failed;
    }
  }

  /** Nothing happens where it is shown already. */
  private void show(ContactCenter changed) {
    if (changed.version() != center.version()) {
      center = changed;
      now = visible();
      listeners.forEach(Runnable::run);
    }
  }

  /** An entry for each thing that is not as it was; none where nothing changes. */
  private List<Audited> trail(Author author, ContactCenter after, DirectoryChange change) {
    Set<ObjectKey> keys = new LinkedHashSet<>();
    change.puts().forEach(object -> keys.add(object.key()));
    keys.addAll(change.removals());
    change.passwordHashes().keySet().forEach(user -> keys.add(User.key(user)));
    Set<ObjectKey> changedPasswords = new LinkedHashSet<>();
    change.passwordHashes().keySet().forEach(user -> changedPasswords.add(User.key(user)));

    ObjectForms formsBefore = new ObjectForms(center);
    ObjectForms formsAfter = new ObjectForms(after);
    List<Audited> trail = new ArrayList<>();
    for (ObjectKey key : keys) {
      Optional<DirectoryObject> old = Optional.ofNullable(center.objects().get(key));
      Optional<DirectoryObject> fresh = Optional.ofNullable(after.objects().get(key));
      boolean password = changedPasswords.contains(key);
      if (!old.equals(fresh) || password) {
        trail.add(
            new Audited(
                author,
                key,
                fresh.or(() -> old).map(DirectoryObject::label).orElse(key.id()),
                old.map(object -> text(formsBefore, object, false)),
                fresh.map(object -> text(formsAfter, object, password))));
      }
    }
    return trail;
  }

  private static String text(ObjectForms forms, DirectoryObject object, boolean passwordChanged) {
    ObjectFormJson form = new ObjectFormJson(forms.of(object));
    return (passwordChanged ? form.withChangedPassword() : form).text();
  }
}
