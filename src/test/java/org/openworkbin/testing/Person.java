package org.openworkbin.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/** Somebody in front of the page, with a browser of his own. Of one thread. */
public final class Person implements AutoCloseable {
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

  /** The count that the left side shows for the workbin of that configuration name. */
  public String count(String workbin) {
    return find("a[data-bin='" + workbin + "'] .count [aria-hidden]").innerText();
  }

  @Override
  public void close() {
    context.close();
  }
}
