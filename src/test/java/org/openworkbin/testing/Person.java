package org.openworkbin.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/** Somebody in front of the page, with a browser of his own. Of one thread. */
public final class Person implements AutoCloseable {
  private static final Path AXE = Path.of("page", "node_modules", "axe-core", "axe.min.js");
  private static final String RULES =
      """
      async () => {
        const found = await axe.run(document, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        });
        return found.violations.map(
          (each) => each.id + ': ' + each.nodes.map((node) => node.html).join(' | '));
      }
      """;

  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  Person(BrowserContext context, String url) {
    this.context = context;
    this.page = context.newPage();
    page.onPageError(complaints::add);
    page.onDialog(dialog -> {
      complaints.add("a dialog: " + dialog.message());
      dialog.dismiss();
    });
    page.onConsoleMessage(message -> {
      if (message.text().contains("Content Security Policy")
          || message.text().contains("Trusted Type")) {
        complaints.add(message.text());
      }
    });
    page.navigate(url);
  }

  /** A window in which {@link #sound} can look: it brings a script that the page forbids. */
  public static NewContextOptions checked(int width, ColorScheme colours) {
    return new NewContextOptions()
        .setViewportSize(width, 800)
        .setColorScheme(colours)
        .setReducedMotion(ReducedMotion.REDUCE)
        .setBypassCSP(true);
  }

  public Page page() {
    return page;
  }

  /** Errors of scripts, dialogs, and what the policy of the page had to forbid. */
  public List<String> complaints() {
    return complaints;
  }

  /** Logs in with the demo's password. */
  public void signIn(String userName) {
    page.fill("input[name=userName]", userName);
    page.fill("input[name=password]", "demo");
    page.keyboard().press("Enter");
    find(".connection.online").waitFor();
  }

  /** Opens the workbin of that configuration name. */
  public void open(String workbin) {
    String link = "a[data-bin='" + workbin + "']";
    Locator current = find(link + "[aria-current=page]");
    page.waitForCondition(() -> {
      if (current.count() == 0) {
        find(link).click();
      }
      return current.count() > 0;
    });
    find("[role=grid]").waitFor();
  }

  public Locator find(String selector) {
    return page.locator(selector);
  }

  /** The line of an item that is still there. */
  public Locator row(String item) {
    return find(".row:not(.ghost)[data-id='" + item + "']");
  }

  public void press(String button) {
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(button).setExact(true)).click();
  }

  public void key(String key) {
    page.keyboard().press(key);
  }

  /** Waits until that is so; the page is asked by this thread only. */
  public void until(ThrowingRunnable assertion) {
    Awaitility.await().pollInSameThread().untilAsserted(assertion);
  }

  /** Waits until what the selector finds shows that text. */
  public void sees(String selector, String text) {
    until(() -> assertThat(find(selector).allInnerTexts().toString()).contains(text));
  }

  /** Checks that what he sees breaks no rule of access. */
  public void sound(String where) {
    try {
      page.evaluate(Files.readString(AXE) + "; undefined");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(page.evaluate(RULES)).as(where).isEqualTo(List.of());
  }

  /** Checks that nothing sticks out to the side of his window. */
  public void fits() {
    assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
        .isEqualTo(page.viewportSize().width);
  }

  /** The count that the left side shows for the workbin of that configuration name. */
  public String count(String workbin) {
    return find("a[data-bin='" + workbin + "'] .count [aria-hidden]").innerText();
  }

  @Override
  public void close() {
    context.close();
  }
}
