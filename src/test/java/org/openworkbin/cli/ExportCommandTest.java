package org.openworkbin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
  private static final String CENTER =
      """
      skills: [{ name: French }]
      users: [{ userName: kim, password: a-secret, skills: { French: 8 } }]
      agentGroups: [{ name: Claims, members: [kim] }]
      """;

  @TempDir private Path folder;

  @Test
  void whatIsExportedIsImportedElsewhereAsTheSame() throws IOException {
    Path center = Files.writeString(folder.resolve("center.yaml"), CENTER);
    Path exported = folder.resolve("exported.yaml");
    run("one", "import", center.toString());

    assertThat(run("one", "export", exported.toString(), "--passwords").code()).isZero();
    assertThat(run("other", "import", exported.toString()).code()).isZero();

    assertThat(Files.readString(exported)).contains("French: 8", "passwordHash: '{argon2}");
    assertThat(run("other", "export", "--passwords").out()).isEqualTo(Files.readString(exported));
    assertThat(run("one", "import", exported.toString()).out()).contains("Nothing to change");
  }

  @Test
  void aFileThatIsThereIsNotOverwritten() throws IOException {
    Path there = Files.writeString(folder.resolve("there.yaml"), "# mine");

    CommandLineRun run = run("one", "export", there.toString());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("is there already");
    assertThat(Files.readString(there)).isEqualTo("# mine");
  }

  @Test
  void withoutBeingAskedThereAreNoPasswords() throws IOException {
    Path center = Files.writeString(folder.resolve("center.yaml"), CENTER);
    run("one", "import", center.toString());

    assertThat(run("one", "export").out()).contains("userName: kim").doesNotContain("argon2");
  }

  private CommandLineRun run(String data, String command, String... more) {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of(more));
    arguments.addAll(List.of("--data", folder.resolve(data).toString()));
    return CommandLineRun.of(arguments);
  }
}
