package org.openworkbin.administration;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.openworkbin.center.CenterFileException;
import org.openworkbin.center.CenterImport;
import org.openworkbin.center.CenterPlanner;
import org.openworkbin.center.ImportPlan;
import org.openworkbin.directory.PasswordHashing;
import org.openworkbin.directory.PasswordRules;
import org.openworkbin.directory.RightsInUse;
import org.openworkbin.http.Answer;
import org.openworkbin.http.Caller;
import org.openworkbin.ledger.Creation;
import org.openworkbin.refusal.Refusal;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;

/**
 * Loads contact-centre files while the server runs, or says what loading one would change. Files
 * are read and their passwords hashed one after the other on a thread of their own, because that
 * takes long: no request's carrier is held by it, and no change of rights waits for it.
 */
@Service
final class Imports implements DisposableBean {
  private final Administrators administrators;
  private final CenterPlanner planner;
  private final CenterImport importer;
  private final PasswordHashing hashing;
  private final PasswordRules passwords;
  private final RightsInUse rights;
  private final ExecutorService reader =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("import").daemon().factory());

  Imports(
      Administrators administrators,
      CenterPlanner planner,
      CenterImport importer,
      PasswordHashing hashing,
      PasswordRules passwords,
      RightsInUse rights) {
    this.administrators = administrators;
    this.planner = planner;
    this.importer = importer;
    this.hashing = hashing;
    this.passwords = passwords;
    this.rights = rights;
  }

  Answer load(Caller caller, String yaml, boolean preview) {
    administrators.require(caller);
    ImportPlan plan = inTurn(() -> plan(yaml));
    if (!preview) {
      apply(caller, plan);
    }
    return Answer.of(new VerdictsJson(plan.verdicts(), preview)::write);
  }

  /** By as many uses of the rights as there are interactions: they may be many. */
  private void apply(Caller caller, ImportPlan plan) {
    rights.within(() -> {
      importer.change(administrators.require(caller), plan); // he may have lost it meanwhile
      return plan;
    });
    for (Creation creation : plan.interactions()) {
      rights.within(() -> {
        administrators.require(caller);
        importer.create(creation);
        return creation;
      });
    }
  }

  private ImportPlan inTurn(Callable<ImportPlan> reading) {
    Future<ImportPlan> plan = reader.submit(reading);
    try {
      return plan.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException why) {
        throw why;
      }
      throw new IllegalStateException("a file could not be read", failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a file was read", interrupted);
    }
  }

  @Override
  public void destroy() {
    reader.shutdownNow();
  }

  private ImportPlan plan(String yaml) {
    try {
      return planner.plan(yaml, hashing, passwords);
    } catch (CenterFileException wrong) {
      throw new Refusal.InvalidFile(
              wrong.problems().stream()
                  .map(problem -> new Refusal.Problem(problem.line(), problem.text()))
                  .toList())
          .asException();
    }
  }
}
