package org.openworkbin.push;

import java.time.InstantSource;
import org.openworkbin.directory.Access;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.RightsInUse;
import org.openworkbin.directory.Seating;
import org.openworkbin.directory.User;
import org.openworkbin.id.IdGenerator;
import org.openworkbin.ledger.Bins;
import org.openworkbin.ledger.Journal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the push together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PushSettings.class)
class PushConfiguration {

  @Bean
  Attendance attendance(InstantSource clock) {
    return new Attendance(clock);
  }

  @Bean
  Watches watches() {
    return new Watches();
  }

  @Bean
  BinSubscriptions binSubscriptions(
      SubscriptionStore store, Watches watches, Bins bins, IdGenerator ids) {
    return new BinSubscriptions(store, watches, bins, ids);
  }

  @Bean
  StandingSubscriptions standingSubscriptions(
      StandingStore store,
      BinSubscriptions subscriptions,
      Watches watches,
      Access access,
      LostRights lostRights,
      SubscriptionNews news) {
    return new StandingSubscriptions(store, subscriptions, watches, access, lostRights, news);
  }

  @Bean
  StoredSubscriptions subscriptions(
      Watches watches,
      BinSubscriptions single,
      StandingSubscriptions standing,
      LostRights lostRights,
      InstantSource clock) {
    return new StoredSubscriptions(watches, single, standing, lostRights, clock);
  }

  @Bean
  Post post(Connections connections) {
    return (user, notice) -> connections.letter(notice).deliverTo(user);
  }

  @Bean
  SubscriptionNews subscriptionNews(
      Connections connections, ObjectProvider<SubscriptionNarrator> narrators) {
    return new SubscriptionNews(connections, narrators.orderedStream().toList());
  }

  @Bean
  LostRights lostRights(BinSubscriptions subscriptions, Access access, SubscriptionNews news) {
    return new LostRights(subscriptions, access, news);
  }

  @Bean
  Teller teller(
      Watches watches,
      Attendance attendance,
      Access access,
      Connections connections,
      LostRights lostRights,
      ObjectProvider<Narrator> narrators) {
    return new Teller(
        watches, attendance, access, connections, lostRights, narrators.orderedStream().toList());
  }

  @Bean
  JournalTail journalTail(
      Journal journal,
      Attendance attendance,
      StoredSubscriptions subscriptions,
      Teller teller,
      RightsInUse rights,
      Directories directories,
      Seating seating) {
    JournalTail tail = new JournalTail(journal, attendance, subscriptions, teller, rights);
    directories.onChange(tail::directoryChanged);
    seating.onChange(tail::seatsChanged);
    return tail;
  }

  @Bean
  SubscriptionSweep subscriptionSweep(
      PushSettings settings,
      InstantSource clock,
      Attendance attendance,
      StoredSubscriptions subscriptions,
      Directories directories,
      Connections connections) {
    SubscriptionSweep sweep =
        new SubscriptionSweep(
            settings,
            clock,
            attendance,
            subscriptions,
            user -> directories.now().user(user).map(User::enabled).orElse(false),
            connections);
    directories.onChange(sweep::usersChanged);
    return sweep;
  }
}
