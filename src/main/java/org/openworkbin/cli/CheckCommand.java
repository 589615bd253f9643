package org.openworkbin.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openworkbin.ledger.jdbc.JdbcLedgerCheck;
import org.openworkbin.sql.DataSettings;
import org.openworkbin.sql.DatabaseSettings;
import org.openworkbin.sql.StoreCheck;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says whether configuration and store are sound, and changes neither. */
@Command(
    name = "check",
    description = {
      "Checks the configuration and the store, and changes nothing; the server has to be stopped."
    },
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
    try (ConfigurableApplicationContext context = launch.withoutWeb(options)) {
      SettingsCheck settings = SettingsCheck.of(context.getEnvironment());
      List<String> findings = new ArrayList<>(settings.findings());
      findings.forEach(out::line);
      if (settings.areValid()) {
        List<String> inStore = store(context.getEnvironment());
        inStore.forEach(out::line);
        findings.addAll(inStore);
      } else {
        out.line("The store was not looked at.");
      }
      out.line(
          findings.isEmpty()
              ? "Configuration and store are sound."
              : "%d found.".formatted(findings.size()));
      return findings.isEmpty() ? 0 : 1;
    }
  }

  private static List<String> store(ConfigurableEnvironment environment) {
    Binder binder = Binder.get(environment);
    return StoreCheck.findings(
        binder.bindOrCreate("open-workbin.database", DatabaseSettings.class),
        binder.bindOrCreate("open-workbin", DataSettings.class).data(),
        JdbcLedgerCheck::findings);
  }
}
