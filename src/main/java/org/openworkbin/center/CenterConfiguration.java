package org.openworkbin.center;

import java.time.InstantSource;
import org.openworkbin.directory.DirectoryStore;
import org.openworkbin.directory.StoredDirectories;
import org.openworkbin.id.IdGenerator;
import org.openworkbin.ledger.Bins;
import org.openworkbin.ledger.Ledger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the loading of contact-centre files together. */
@Configuration(proxyBeanMethods = false)
class CenterConfiguration {

  @Bean
  CenterPlanner centerPlanner(
      StoredDirectories directories,
      DirectoryStore store,
      Bins bins,
      IdGenerator ids,
      InstantSource clock) {
    return new CenterPlanner(directories, store, id -> bins.find(id).isPresent(), ids, clock);
  }

  @Bean
  CenterImport centerImport(StoredDirectories directories, Ledger ledger) {
    return new CenterImport(directories, ledger);
  }
}
