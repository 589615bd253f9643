package org.openworkbin.testing;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.openworkbin.directory.Access;
import org.openworkbin.directory.BinAccess;
import org.openworkbin.directory.PasswordRules;
import org.openworkbin.directory.PasswordSettings;
import org.openworkbin.directory.RightsInUse;
import org.openworkbin.directory.SeatStore;
import org.openworkbin.directory.Seats;
import org.openworkbin.directory.StoredDirectories;
import org.openworkbin.id.IdGenerator;
import org.openworkbin.id.PlaceId;
import org.openworkbin.id.RandomIds;
import org.openworkbin.id.UserId;
import org.openworkbin.presence.HeldItems;
import org.openworkbin.presence.StateStore;
import org.openworkbin.push.Connections;
import org.openworkbin.push.Post;
import org.openworkbin.push.Telling;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * What speaks HTTP and logs people in, on a contact centre in memory and without interactions. Not
 * annotated as a configuration, so that no scan finds it.
 */
@EnableAutoConfiguration(
    excludeName = {
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
      "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
    })
@ComponentScan(
    value = {"org.openworkbin.http", "org.openworkbin.session", "org.openworkbin.presence"},
    excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.Jdbc.*"))
class MemoryApplication {

  @Bean
  SettableClock clock() {
    return new SettableClock();
  }

  @Bean
  PasswordRules passwordRules() {
    return new PasswordRules(new PasswordSettings(8));
  }

  @Bean
  RightsInUse rights() {
    return new RightsInUse();
  }

  @Bean
  IdGenerator ids(InstantSource clock) {
    return new RandomIds(clock, RandomGenerator.getDefault());
  }

  @Bean
  MemoryCenter center() {
    return new MemoryCenter();
  }

  @Bean
  StoredDirectories directories(MemoryCenter center) {
    return new StoredDirectories(center);
  }

  @Bean
  Seats seats(StoredDirectories directories) {
    return new Seats(directories, new MemorySeats());
  }

  @Bean
  EndedSubscriptions subscriptions() {
    return new EndedSubscriptions();
  }

  @Bean
  Access access(StoredDirectories directories, Seats seats) {
    return new BinAccess(directories, seats);
  }

  @Bean
  Post post() {
    return (_, _) -> {};
  }

  @Bean
  Connections connections() {
    return new NobodyConnected();
  }

  @Bean
  Telling telling() {
    return () -> {};
  }

  @Bean
  HeldItems heldItems() {
    return (_, _) -> Map.of();
  }

  @Bean
  StateStore stateStore() {
    return new MemoryStates();
  }

  /** Seats that last as long as the server. */
  private static final class MemorySeats implements SeatStore {
    private final Map<UserId, Optional<PlaceId>> seats = new ConcurrentHashMap<>();

    @Override
    public Map<UserId, Optional<PlaceId>> load() {
      return Map.copyOf(seats);
    }

    @Override
    public void take(UserId user, Optional<PlaceId> place) {
      seats.put(user, place);
    }

    @Override
    public void leave(UserId user) {
      seats.remove(user);
    }
  }

  /** States that last as long as the server. */
  private static final class MemoryStates implements StateStore {
    private final Map<UserId, List<Kept>> states = new ConcurrentHashMap<>();

    @Override
    public Map<UserId, List<Kept>> load() {
      return Map.copyOf(states);
    }

    @Override
    public void keep(UserId agent, List<Kept> channels) {
      states.put(agent, channels);
    }
  }
}
