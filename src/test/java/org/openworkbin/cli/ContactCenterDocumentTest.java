package org.openworkbin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ContactCenterDocumentTest {
  private static final Path DOCUMENT = Path.of("docs", "contact-centre.md");
  private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path folder;

  @Test
  void theExampleOfTheDocumentCanBeImported() throws IOException {
    Matcher example = EXAMPLE.matcher(Files.readString(DOCUMENT));
    assertThat(example.find()).as("the document has an example").isTrue();
    Path file = Files.writeString(folder.resolve("example.yaml"), example.group(1));

    assertThat(importFile(file)).contains("19 added", "added      interaction 00EXAMPLETWIT001");
    assertThat(importFile(file)).contains("Nothing to change");
  }

  private String importFile(Path file) {
    String[] arguments = {"import", file.toString(), "--data", folder.resolve("data").toString()};
    StringWriter printed = new StringWriter();
    CommandLine commandLine = Commands.commandLine(StoreContext.class, arguments);
    commandLine.setOut(new PrintWriter(printed));
    commandLine.setErr(new PrintWriter(printed));
    commandLine.execute(arguments);
    return printed.toString();
  }
}
