package org.openworkbin.cli;

import java.time.InstantSource;
import org.openworkbin.cli.center.CenterImport;
import org.openworkbin.cli.center.CenterPlanner;
import org.openworkbin.directory.DirectoryStore;
import org.openworkbin.directory.StoredDirectories;
import org.openworkbin.id.IdGenerator;
import org.openworkbin.ledger.Bins;
import org.openworkbin.ledger.Ledger;
import org.springframework.context.ApplicationContext;

/** What a command needs of a context to load a contact-centre file. */
record StoreBeans(ApplicationContext context) {

  CenterPlanner planner() {
    Bins bins = context.getBean(Bins.class);
    return new CenterPlanner(
        context.getBean(StoredDirectories.class),
        context.getBean(DirectoryStore.class),
        id -> bins.find(id).isPresent(),
        context.getBean(IdGenerator.class),
        context.getBean(InstantSource.class));
  }

  CenterImport importer() {
    return new CenterImport(
        context.getBean(StoredDirectories.class), context.getBean(Ledger.class));
  }
}
