package org.openworkbin.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.openworkbin.directory.ContactCenter;
import org.openworkbin.directory.DirectoryChange;
import org.openworkbin.directory.DirectoryStore;
import org.openworkbin.directory.Feature;
import org.openworkbin.directory.PasswordHashing;
import org.openworkbin.directory.Place;
import org.openworkbin.directory.Role;
import org.openworkbin.directory.User;
import org.openworkbin.id.PlaceId;
import org.openworkbin.id.UserId;

/**
 * A contact centre that lasts as long as the test: {@code ada} and {@code ben}, whose password is
 * {@code demo}, {@code eve}, who is disabled and has the same, and {@code jürgen} with {@code
 * schlüssel}.
 */
public final class MemoryCenter implements DirectoryStore {
  public static final User ADA = user("ada", true, Optional.of(new PlaceId("desk-1")));
  public static final User BEN = user("ben", true, Optional.of(new PlaceId("desk-1")));
  public static final User EVE = user("eve", false, Optional.empty());
  public static final User JUERGEN =
      new User(
          new UserId("j"),
          "j\u00fcrgen",
          "J\u00fcrgen",
          "M\u00fcller",
          "",
          Set.of(),
          true,
          false,
          Optional.empty());

  private static final PasswordHashing HASHING = PasswordHashing.cheap();

  private final AtomicInteger asked = new AtomicInteger();
  private final Map<UserId, String> hashes = new HashMap<>();
  private ContactCenter center =
      ContactCenter.of(
          "00000000-0000-4000-8000-000000000000",
          1,
          List.of(
              ADA,
              BEN,
              EVE,
              JUERGEN,
              new Place(new PlaceId("desk-1"), "Desk-1"),
              new Place(new PlaceId("desk-2"), "Desk-2"),
              Feature.MULTIMEDIA,
              Feature.VOICE));

  public MemoryCenter() {
    String demo = HASHING.hash("demo");
    hashes.put(ADA.id(), demo);
    hashes.put(BEN.id(), demo);
    hashes.put(EVE.id(), demo);
    hashes.put(JUERGEN.id(), HASHING.hash("schl\u00fcssel"));
  }

  /** How often a password was to be compared with a hash. */
  public int asked() {
    return asked.get();
  }

  @Override
  public synchronized ContactCenter load() {
    return center;
  }

  @Override
  public ContactCenter settled() {
    return load();
  }

  @Override
  public synchronized void write(DirectoryChange change, ContactCenter after, List<Audited> trail) {
    center = after;
    hashes.putAll(change.passwordHashes());
  }

  @Override
  public synchronized Optional<String> hashOf(UserId user) {
    asked.incrementAndGet();
    return Optional.ofNullable(hashes.get(user));
  }

  /** The change that gives a user another password, or the same again. */
  public static DirectoryChange password(User user, String password) {
    return DirectoryChange.ofUser(user, HASHING.hash(password));
  }

  private static User user(String name, boolean enabled, Optional<PlaceId> place) {
    return new User(
        new UserId("id-of-" + name),
        name,
        name,
        "Smith",
        "",
        Set.of(Role.ROLE_AGENT),
        enabled,
        false,
        place);
  }
}
