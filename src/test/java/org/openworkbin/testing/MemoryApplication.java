package org.openworkbin.testing;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.openworkbin.directory.SeatStore;
import org.openworkbin.directory.Seats;
import org.openworkbin.directory.StoredDirectories;
import org.openworkbin.id.IdGenerator;
import org.openworkbin.id.PlaceId;
import org.openworkbin.id.RandomIds;
import org.openworkbin.id.UserId;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/**
 * What speaks HTTP and logs people in, on a contact centre in memory and without interactions. Not
 * annotated as a configuration, so that no scan finds it.
 */
@EnableAutoConfiguration(
    excludeName = {
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
      "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
    })
@ComponentScan({"org.openworkbin.http", "org.openworkbin.session"})
class MemoryApplication {

  @Bean
  SettableClock clock() {
    return new SettableClock();
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
}
