package org.openworkbin.directory;

import java.time.InstantSource;
import org.openworkbin.id.IdGenerator;
import org.openworkbin.sql.Database;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the directory and the seats as soon as the store is open. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PasswordSettings.class)
class DirectoryConfiguration {

  @Bean
  DirectoryStore directoryStore(Database database, IdGenerator ids, InstantSource clock) {
    return new JdbcDirectoryStore(database, ids, clock);
  }

  @Bean
  AuditTrail auditTrail(Database database) {
    return new JdbcAuditTrail(database);
  }

  @Bean
  RightsInUse rightsInUse(StoredDirectories directories, Seats seats) {
    RightsInUse rights = new RightsInUse();
    directories.onChange(rights::changed);
    seats.onChange(rights::changed);
    return rights;
  }

  @Bean
  StoredDirectories directories(DirectoryStore store, Database database) {
    StoredDirectories directories = new StoredDirectories(store);
    database.writer().follow(new JdbcReconnection(directories));
    return directories;
  }

  @Bean
  Seats seats(StoredDirectories directories, Database database) {
    return new Seats(directories, new JdbcSeatStore(database));
  }

  @Bean
  FeatureGate featureGate(StoredDirectories directories) {
    return new FeatureGate(directories);
  }

  @Bean
  Access access(StoredDirectories directories, Seats seats) {
    return new BinAccess(directories, seats);
  }

  @Bean
  PasswordRules passwordRules(PasswordSettings settings) {
    return new PasswordRules(settings);
  }

  @Bean
  PasswordHashing passwordHashing() {
    return PasswordHashing.strong();
  }
}
