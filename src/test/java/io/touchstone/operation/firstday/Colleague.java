package io.touchstone.operation.firstday;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.touchstone.browser.Chromium;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Somebody at a browser window of their own. Clicks are counted: pressing something, ticking
 * something, choosing from a list, choosing a file. Typing into a field that has the focus anyway
 * counts none; going to a field by the mouse does, so that the count is on the high side.
 */
final class Colleague implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 60_000;
  private static final AtomicInteger PICTURES = new AtomicInteger();

  private final String address;
  private final Path pictures;
  private final BrowserContext window;
  private final Page page;
  private final AtomicInteger clicks;
  private final List<String> complaints = new ArrayList<>();

  Colleague(String address, Path pictures, AtomicInteger clicks) {
    this.address = address;
    this.pictures = pictures;
    this.clicks = clicks;
    this.window = Chromium.shared().newWindow();
    this.page = window.newPage();
    page.setDefaultTimeout(PATIENCE_MILLIS);
    page.onPageError(complaints::add);
  }

  /** Opens an address of the installation and, at its login form, logs in. */
  Colleague logIn(String user, String password) {
    page.navigate(address + "/camunda/app/tasklist/default/");
    Locator name = page.getByPlaceholder("Username");
    Locator secret = page.getByPlaceholder("Password");
    // The form takes the focus for its first field when it is ready, be it in the midst of typing.
    do {
      name.fill(user);
      secret.fill(password);
    } while (!name.inputValue().equals(user) || !secret.inputValue().equals(password));
    secret.press("Enter");
    secret.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    page.locator("a[href='#/tokens'], .tasks-list").first().waitFor();
    return this;
  }

  /** Opens a one-time link and chooses a password. */
  Colleague choosePassword(String link, String password) {
    page.navigate(link);
    page.locator("input[type=password]").first().fill(password);
    page.locator("input[type=password]").nth(1).fill(password);
    page.keyboard().press("Enter");
    return sees("touchstone-invitation", "Your password is set");
  }

  Page page() {
    return page;
  }

  Locator at(String selector) {
    return page.locator(selector).first();
  }

  Colleague click(String selector) {
    clicks.incrementAndGet();
    at(selector).click();
    return this;
  }

  Colleague tick(String selector, boolean on) {
    clicks.incrementAndGet();
    at(selector).setChecked(on);
    return this;
  }

  Colleague choose(String selector, String value) {
    clicks.incrementAndGet();
    at(selector).selectOption(value);
    return this;
  }

  Colleague file(String selector, Path file) {
    clicks.incrementAndGet();
    at(selector).setInputFiles(file);
    return this;
  }

  /** Types into a field that has the focus, or that the tab key reaches. */
  Colleague fill(String selector, String text) {
    at(selector).fill(text);
    return this;
  }

  Colleague press(String... keys) {
    for (String key : keys) {
      page.keyboard().press(key);
    }
    return this;
  }

  Colleague sees(String selector, String text) {
    try {
      assertThat(page.locator(selector).first())
          .containsText(
              text, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
    } catch (AssertionError e) {
      photograph("not-seen");
      throw e;
    }
    return this;
  }

  String text(String selector) {
    return at(selector).innerText();
  }

  /** Opens the task of that name from the list. */
  Colleague open(String task) {
    page.locator("ol.tasks-list .task a")
        .filter(new Locator.FilterOptions().setHasText(task))
        .first()
        .click();
    clicks.incrementAndGet();
    return this;
  }

  Colleague photograph(String name) {
    Path file = pictures.resolve("%02d-%s.png".formatted(PICTURES.incrementAndGet(), name));
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    return this;
  }

  /** Errors of scripts; none is expected on any page. */
  List<String> complaints() {
    return complaints;
  }

  @Override
  public void close() {
    window.close();
  }
}
