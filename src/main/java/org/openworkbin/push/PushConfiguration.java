package org.openworkbin.push;

import java.time.InstantSource;
import org.openworkbin.directory.Access;
import org.openworkbin.directory.Directories;
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
  StoredSubscriptions subscriptions(
      SubscriptionStore store, Watches watches, Bins bins, IdGenerator ids) {
    return new StoredSubscriptions(store, watches, bins, ids);
  }

  @Bean
  Post post(Connections connections) {
    return (user, notice) -> connections.letter(notice).deliverTo(user);
  }

  @Bean
  LostRights lostRights(
      StoredSubscriptions subscriptions,
      Access access,
      Connections connections,
      ObjectProvider<SubscriptionNarrator> narrators) {
    return new LostRights(subscriptions, access, connections, narrators.orderedStream().toList());
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
      Journal journal, Attendance attendance, StoredSubscriptions subscriptions, Teller teller) {
    return new JournalTail(journal, attendance, subscriptions, teller);
  }

  @Bean
  SubscriptionSweep subscriptionSweep(
      PushSettings settings,
      InstantSource clock,
      Attendance attendance,
      Watches watches,
      StoredSubscriptions subscriptions,
      LostRights lostRights,
      Directories directories,
      Connections connections) {
    return new SubscriptionSweep(
        settings,
        clock,
        attendance,
        watches,
        subscriptions,
        lostRights,
        user -> directories.now().user(user).map(User::enabled).orElse(false),
        connections);
  }
}
