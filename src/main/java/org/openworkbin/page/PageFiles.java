package org.openworkbin.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.openworkbin.http.PublicFiles;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/**
 * The files of the page by their paths, all in memory. There are none where the server was built
 * without the page. Thread-safe.
 */
@Component
final class PageFiles implements PublicFiles {
  private static final String FOLDER = "/page/";

  private final Map<String, PageFile> files;

  PageFiles() {
    this.files = Map.copyOf(read());
  }

  @Override
  public boolean has(String path) {
    return files.containsKey(path);
  }

  Optional<PageFile> at(String path) {
    return Optional.ofNullable(files.get(path));
  }

  private static Map<String, PageFile> read() {
    Map<String, PageFile> files = new HashMap<>();
    try {
      Resource[] found =
          new PathMatchingResourcePatternResolver().getResources("classpath*:" + FOLDER + "**/*.*");
      for (Resource each : found) {
        String path = path(each);
        PageFile.of(path, each.getContentAsByteArray()).ifPresent(file -> files.put(path, file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the files of the page cannot be read", e);
    }
    PageFile start = files.get("/index.html");
    if (start != null) {
      files.put("/", start);
    }
    return files;
  }

  private static String path(Resource file) throws IOException {
    String url = UriUtils.decode(file.getURL().toString(), StandardCharsets.UTF_8);
    return url.substring(url.lastIndexOf(FOLDER) + FOLDER.length() - 1);
  }
}
