package org.openworkbin.directory;

import org.openworkbin.id.IdGenerator;
import org.openworkbin.sql.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the directory and the seats as soon as the store is open. */
@Configuration(proxyBeanMethods = false)
class DirectoryConfiguration {

  @Bean
  DirectoryStore directoryStore(Database database, IdGenerator ids) {
    return new JdbcDirectoryStore(database, ids);
  }

  @Bean
  StoredDirectories directories(DirectoryStore store) {
    return new StoredDirectories(store);
  }

  @Bean
  Seats seats(StoredDirectories directories, Database database) {
    return new Seats(directories, new JdbcSeatStore(database));
  }

  @Bean
  Access access(StoredDirectories directories, Seats seats) {
    return new BinAccess(directories, seats);
  }

  @Bean
  PasswordHashing passwordHashing() {
    return PasswordHashing.strong();
  }
}
