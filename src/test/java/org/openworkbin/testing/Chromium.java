package org.openworkbin.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The Chromium that is installed on this machine, without a window. Where there is none, or the
 * server was built without the page, the tests that want it are skipped and say so.
 */
public final class Chromium implements AutoCloseable {
  private static final String[] NAMES = {"chromium", "chromium-browser", "google-chrome"};

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Path program) {
    playwright =
        Playwright.create(
            new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser = playwright.chromium().launch(new LaunchOptions().setExecutablePath(program));
  }

  /** Starts it. */
  public static Chromium start() {
    Assumptions.assumeTrue(
        Chromium.class.getResource("/page/index.html") != null,
        "NO BROWSER TEST: the server was built without the page (-DskipPage)");
    Optional<Path> program = program();
    Assumptions.assumeTrue(
        program.isPresent(),
        "NO BROWSER TEST: no Chromium is installed on this machine (Debian: apt-get install chromium)");
    return new Chromium(program.orElseThrow());
  }

  /** Somebody who has just opened the page, at an ordinary size. */
  public Person visitor(String url) {
    return visitor(url, new NewContextOptions().setViewportSize(1280, 800));
  }

  /** The same with a window as those options say. */
  public Person visitor(String url, NewContextOptions options) {
    return new Person(browser.newContext(options), url);
  }

  /** Somebody at his desk. */
  public Person person(String url, String userName) {
    Person person = visitor(url);
    person.signIn(userName);
    return person;
  }

  private static Optional<Path> program() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(File.pathSeparator))
        .flatMap(folder -> Stream.of(NAMES).map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
