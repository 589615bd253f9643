package org.openworkbin.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openworkbin.ledger.jdbc.JdbcLedgerCheck;
import org.openworkbin.sql.Database;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says whether configuration and store are sound. */
@Command(
    name = "check",
    description = "Checks the configuration and the store; the server has to be stopped.",
    mixinStandardHelpOptions = true,
    versionProvider = Commands.Version.class)
final class CheckCommand implements Callable<Integer> {
  private final Launch launch;

  @Mixin private final CommonOptions options = new CommonOptions();

  @Spec private @Nullable CommandSpec spec;

  CheckCommand(Launch launch) {
    this.launch = launch;
  }

  @Override
  public Integer call() {
    Output out = Output.of(spec);
    List<String> findings = new ArrayList<>();
    try (ConfigurableApplicationContext context = launch.withoutWeb(options)) {
      findings.addAll(SettingsCheck.findings(context.getEnvironment()));
      Database database = context.getBean(Database.class);
      findings.addAll(database.check());
      findings.addAll(JdbcLedgerCheck.findings(database));
    }
    findings.forEach(out::line);
    out.line(
        findings.isEmpty()
            ? "Configuration and store are sound."
            : "%d found.".formatted(findings.size()));
    return findings.isEmpty() ? 0 : 1;
  }
}
