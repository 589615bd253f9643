package org.openworkbin.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openworkbin.center.CenterExport;
import org.openworkbin.directory.DirectoryStore;
import org.openworkbin.directory.StoredDirectories;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the contact centre of a stopped store as a contact-centre file. */
@Command(
    name = "export",
    description = {
      "Writes the contact centre as a YAML file that import loads; the server has to be stopped.",
      "Without interactions, and without passwords unless they are asked for."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Commands.Version.class)
final class ExportCommand implements Callable<Integer> {
  private final Launch launch;

  @Mixin private final CommonOptions options = new CommonOptions();

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--passwords", description = "With the hashes of the users' passwords.")
  private boolean passwords;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "The file to write, which must not exist; else it is printed.")
  private @Nullable Path file;

  ExportCommand(Launch launch) {
    this.launch = launch;
  }

  @Override
  public Integer call() throws IOException {
    try (ConfigurableApplicationContext context = launch.withoutWeb(options)) {
      DirectoryStore store = context.getBean(DirectoryStore.class);
      String text =
          CenterExport.text(
              context.getBean(StoredDirectories.class).now(),
              user -> passwords ? store.hashOf(user) : Optional.empty());
      if (file == null) {
        Output.of(spec).text(text);
      } else {
        Files.writeString(file, text, UTF_8, StandardOpenOption.CREATE_NEW);
      }
      return 0;
    } catch (FileAlreadyExistsException there) {
      throw new CommandException("the file " + file + " is there already");
    }
  }
}
