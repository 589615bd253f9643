package org.openworkbin.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SourceFormatTest {

  @Test
  void everySourceIsInForm() throws IOException {
    assertThat(SourceFormat.misformatted(Path.of("src")).keySet())
        .as("files to format with `mvn -q -Pformat`")
        .isEmpty();
  }
}
