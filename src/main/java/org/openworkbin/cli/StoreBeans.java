package org.openworkbin.cli;

import org.openworkbin.center.CenterImport;
import org.openworkbin.center.CenterPlanner;
import org.openworkbin.center.ImportPlan;
import org.openworkbin.directory.Author;
import org.springframework.context.ApplicationContext;

/** What a command needs of a context to load a contact-centre file. */
record StoreBeans(ApplicationContext context) {

  CenterPlanner planner() {
    return context.getBean(CenterPlanner.class);
  }

  void apply(ImportPlan plan) {
    context.getBean(CenterImport.class).apply(Author.program("import"), plan);
  }
}
