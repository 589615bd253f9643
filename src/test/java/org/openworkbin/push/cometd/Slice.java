package org.openworkbin.push.cometd;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.openworkbin.directory.Access;
import org.openworkbin.directory.BinAccess;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.PasswordHashing;
import org.openworkbin.directory.Passwords;
import org.openworkbin.directory.RightsInUse;
import org.openworkbin.directory.SeatStore;
import org.openworkbin.directory.Seats;
import org.openworkbin.http.KeptAnswers;
import org.openworkbin.id.IdGenerator;
import org.openworkbin.id.PlaceId;
import org.openworkbin.id.RandomIds;
import org.openworkbin.id.UserId;
import org.openworkbin.push.Audience;
import org.openworkbin.push.MemoryLedger;
import org.openworkbin.push.MemoryStandingStore;
import org.openworkbin.push.MemorySubscriptionStore;
import org.openworkbin.push.Narrator;
import org.openworkbin.push.Notice;
import org.openworkbin.push.SubscriptionNarrator;
import org.openworkbin.push.Team;
import org.openworkbin.push.Topic;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** The push on a real server with a real log-in, and nothing else; nobody changes anything. */
final class Slice implements AutoCloseable {
  final MemoryLedger ledger;
  final MemorySubscriptionStore store;
  final Team team;
  final ServletWebServerApplicationContext context;

  private Slice(Set<Object> parts, List<String> settings) {
    List<String> arguments = new ArrayList<>(settings);
    arguments.add("--server.port=0");
    arguments.add("--spring.threads.virtual.enabled=true");
    this.ledger = part(parts, MemoryLedger.class);
    this.store = part(parts, MemorySubscriptionStore.class);
    this.team = part(parts, Team.class);
    this.context =
        (ServletWebServerApplicationContext)
            new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.SERVLET)
                .initializers(starting ->
                    parts.forEach(part ->
                        starting
                            .getBeanFactory()
                            .registerSingleton(part.getClass().getSimpleName(), part)))
                .run(arguments.toArray(String[]::new));
  }

  static Slice start(String... settings) {
    return new Slice(
        Set.of(new MemoryLedger(), new MemorySubscriptionStore(), new Team()), List.of(settings));
  }

  /** Stops and starts again on what is kept. */
  Slice restart() {
    close();
    return new Slice(Set.of(ledger, store, team), List.of());
  }

  private static <T> T part(Set<Object> parts, Class<T> type) {
    return parts.stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
  }

  int port() {
    return context.getWebServer().getPort();
  }

  String url() {
    return "http://127.0.0.1:" + port() + "/api/v2/notifications";
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
  }

  @EnableAutoConfiguration(
      excludeName = {
        "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
        "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
      })
  @ComponentScan(
      basePackages = {"org.openworkbin.push", "org.openworkbin.http", "org.openworkbin.session"},
      excludeFilters =
          @ComponentScan.Filter(
              type = org.springframework.context.annotation.FilterType.REGEX,
              pattern = ".*\\.(Jdbc.*|PasswordChanges|OwnPasswordChange)"))
  static class Parts {
    @Bean
    InstantSource clock() {
      return InstantSource.system();
    }

    @Bean
    RightsInUse rights() {
      return new RightsInUse();
    }

    @Bean
    IdGenerator ids(InstantSource clock) {
      return new RandomIds(clock, new Random());
    }

    @Bean
    MemoryStandingStore standingStore() {
      return new MemoryStandingStore();
    }

    @Bean
    Passwords passwords() {
      String hash = PasswordHashing.cheap().hash("demo");
      return _ -> Optional.of(hash);
    }

    @Bean
    Seats seats(Directories directories) {
      return new Seats(directories, new NoSeats());
    }

    @Bean
    Narrator narrator() {
      return (entry, audience) ->
          switch (audience) {
            case Audience.Watchers _ ->
                Optional.of(
                    new Notice(
                        Topic.WORKBINS,
                        "{\"messageType\":\"Test\",\"about\":\"Workbin\",\"id\":\"%s\"}"
                            .formatted(entry.interaction().id().value())));
            case Audience.Supervisors _ -> Optional.empty();
            case Audience.Person(UserId user) ->
                Optional.of(
                    new Notice(
                        Topic.CHATS,
                        "{\"messageType\":\"Test\",\"about\":\"Chat\",\"id\":\"%s\",\"for\":\"%s\"}"
                            .formatted(entry.interaction().id().value(), user.value())));
          };
    }

    @Bean
    SubscriptionNarrator subscriptionNarrator() {
      return (_, bin, _) ->
          Optional.of(
              new Notice(
                  Topic.WORKBINS,
                  "{\"messageType\":\"Test\",\"about\":\"WorkbinSubscription\",\"id\":\"%s\"}"
                      .formatted(bin.workbin().value())));
    }

    @Bean
    Access access(Team team, Seats seats) {
      return new BinAccess(team, seats);
    }

    @Bean
    KeptAnswers keptAnswers() {
      return (_, _) -> Optional.empty();
    }
  }

  /** Seats that nobody keeps. */
  private static final class NoSeats implements SeatStore {
    @Override
    public Map<UserId, Optional<PlaceId>> load() {
      return Map.of();
    }

    @Override
    public void take(UserId user, Optional<PlaceId> place) {}

    @Override
    public void leave(UserId user) {}
  }
}
