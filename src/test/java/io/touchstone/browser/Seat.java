package io.touchstone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.WaitUntilState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A person at a browser, with nothing but the keyboard. Remembers what the console complained of
 * and every answer of the server that the browser received.
 */
final class Seat implements AutoCloseable {

  /** How long a condition may take on a busy machine. */
  private static final int MILLIS = 60_000;

  private static final int OK = 200;

  /** After so long without the page that was asked for, a person asks again. */
  private static final int PATIENCE = 20_000;

  private static final int LAST_ANSWERS = 12;

  private static final String ENGINE_CALLS = "**/camunda/api/engine/**";

  static final String PASSWORD = "Tarnfield-Keyboard-7";

  /**
   * What Tasklist itself asks for in vain: who is logged in before anybody is, Welcome, and every
   * ten seconds the open task, be it in the moment in which it is completed, when the engine that
   * looks for it twice says 500 if it goes between the two, or given back and so nobody's for as
   * long as it is still there.
   */
  private static final List<Pattern> KNOWN_MISSES =
      List.of(
          Pattern.compile("status of 404 .*/camunda/api/admin/auth/user/default:0:0"),
          Pattern.compile("status of 404 .*/camunda-welcome:0:0"),
          Pattern.compile(
              "status of (?:40[34]|500) .*/engine/engine/default/task/[0-9a-f-]{36}:0:0"));

  private final BrowserContext window;
  private final String address;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();
  private final List<Route> held = new ArrayList<>();
  private final List<Answer> answers = new ArrayList<>();
  private final Consumer<Request> remembering = this::remember;

  /** A body that the browser received. */
  record Answer(String method, String path, int status, String body) {}

  Seat(Chromium chromium, int port) {
    this(chromium.newWindow(), "http://localhost:" + port);
    window.clock().install();
  }

  private Seat(BrowserContext window, String address) {
    this.window = window;
    this.address = address;
    this.page = window.newPage();
    page.setDefaultTimeout(MILLIS);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complain(message.text() + " " + message.location());
          }
        });
    page.onPageError(this::complain);
    page.onRequestFinished(remembering);
  }

  private void complain(String complaint) {
    if (KNOWN_MISSES.stream().noneMatch(known -> known.matcher(complaint).find())) {
      complaints.add(complaint);
    }
  }

  private void remember(Request request) {
    String path = request.url().replace(address, "");
    if (path.startsWith("/camunda/api/")) {
      int status = request.response().status();
      answers.add(new Answer(request.method(), path, status, body(request)));
    }
  }

  private static String body(Request request) {
    try {
      return request.response().text();
    } catch (PlaywrightException gone) {
      return "(unread) " + gone.getMessage();
    }
  }

  Page page() {
    return page;
  }

  /** Where the person sits, what the console complained of and what was asked last. */
  String lastSeen() {
    StringBuilder seen = new StringBuilder("At " + page.url() + ", complaints: " + complaints);
    answers.stream()
        .skip(Math.max(0, answers.size() - LAST_ANSWERS))
        .forEach(
            answer ->
                seen.append("%n%s %s %d".formatted(answer.method, answer.path, answer.status)));
    seen.append("%n%s".formatted(page.locator("touchstone-workbench .bar").allInnerTexts()));
    return seen.append("%n%s".formatted(page.locator("body").innerText())).toString();
  }

  List<Answer> answers() {
    return answers;
  }

  List<String> complaints() {
    return complaints;
  }

  /** Opens Tasklist and logs in; from here on there is only the keyboard. */
  Seat logIn(String userId) {
    Response answer = page.navigate(address + "/camunda/app/tasklist/default/");
    if (answer.status() != OK) {
      throw new AssertionError("Tasklist answers " + answer.status() + ": " + answer.text());
    }
    fillLogin(userId);
    return this;
  }

  /**
   * The form takes the focus for its first field when it is ready, be it in the midst of typing.
   */
  void fillLogin(String userId) {
    Locator name = page.getByPlaceholder("Username");
    Locator password = page.getByPlaceholder("Password");
    do {
      name.fill(userId);
      password.fill(PASSWORD);
    } while (!name.inputValue().equals(userId) || !password.inputValue().equals(PASSWORD));
    password.press("Enter");
  }

  /** Opens a task of the list with one key. */
  Seat open(String taskName, String batchId) {
    Locator listed =
        page.locator("ol.tasks-list .task a")
            .filter(new Locator.FilterOptions().setHasText(taskName + " · " + batchId))
            .first();
    return opens("[cam-tasklist-task] form", () -> listed.press("Enter"));
  }

  /**
   * Opens an entry of the bar by the keyboard.
   *
   * @param component the page that the entry opens
   */
  Seat follow(String entry, String component) {
    return opens(component, () -> page.locator(entry).press("Enter"));
  }

  /**
   * Goes to a place of Tasklist by its address.
   *
   * @param place what stands behind the hash, such as {@code /people}
   * @param component the page that stands there
   */
  Seat go(String place, String component) {
    return opens(component, () -> page.evaluate("(to) => { location.hash = to; }", "#" + place));
  }

  /**
   * Tasklist puts its own place into the address once it has loaded, be it over another one that
   * was chosen before: who sees that chooses again.
   */
  private Seat opens(String component, Runnable choice) {
    Locator opened = page.locator(component).first();
    for (int again = 0; again < 2; again++) {
      choice.run();
      try {
        opened.waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
        return this;
      } catch (TimeoutError elsewhere) {
        System.err.println("Not opened: " + component + ", at " + page.url());
      }
    }
    choice.run();
    return this;
  }

  /** A second tab of the same person at the same place. */
  Seat secondTab() {
    Seat tab = new Seat(window, address);
    tab.page.navigate(page.url());
    return tab;
  }

  void leave() {
    page.close();
  }

  Seat toFront() {
    page.bringToFront();
    return this;
  }

  Seat reload() {
    // Tasklist may put the form up twice while it loads; whoever types before that types into the
    // first.
    page.reload(new Page.ReloadOptions().setWaitUntil(WaitUntilState.NETWORKIDLE));
    return this;
  }

  /** As after too long a pause, or a restart of the server. */
  Seat loseSession() {
    window.clearCookies();
    return this;
  }

  /** These calls are answered only from {@link #release} on. */
  Seat hold(String calls) {
    page.route(calls, held::add);
    return this;
  }

  /** Waits until so many calls are held. */
  Seat holds(int calls) {
    page.waitForCondition(() -> held.size() == calls);
    return this;
  }

  Seat release(String calls) {
    page.unroute(calls);
    held.forEach(Route::resume);
    held.clear();
    return this;
  }

  /**
   * Whichever of Tasklist's calls and ours is refused first decides what a person without a session
   * sees first.
   */
  Seat holdTasklist() {
    return hold(ENGINE_CALLS);
  }

  Seat hearTasklist() {
    return release(ENGINE_CALLS);
  }

  /** Presses keys one after the other. */
  Seat press(String... keys) {
    for (String key : keys) {
      page.keyboard().press(key);
    }
    return this;
  }

  Seat type(String text) {
    page.keyboard().type(text);
    return this;
  }

  /** Lets the page's clock go on, as if the person read for so long. */
  Seat read(int seconds) {
    window.clock().fastForward(seconds * 1000L);
    return this;
  }

  Seat sees(String selector, String text) {
    assertThat(page.locator(selector))
        .containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(MILLIS));
    return this;
  }

  /** The label that the editor shows for its item; empty for none. */
  Seat hasLabel(String name) {
    assertThat(page.locator("[role=radio][aria-checked=true] .name"))
        .hasText(name.isEmpty() ? new String[0] : new String[] {name});
    return this;
  }

  String text(String selector) {
    return page.locator(selector).innerText();
  }

  /**
   * The text of the open item, also before the browser has laid it out: until then it shows none.
   */
  String itemText(String component) {
    return page.locator(component + " .text").textContent();
  }

  /** Rules of axe that a component of ours breaks, with the places. */
  List<String> barriers(String component) {
    List<String> broken = new ArrayList<>();
    for (Rule rule :
        new AxeBuilder(page).setLegacyMode(true).include(component).analyze().getViolations()) {
      rule.getNodes()
          .forEach(
              node ->
                  broken.add(
                      rule.getId() + " at " + node.getTarget() + " " + node.getFailureSummary()));
    }
    return broken;
  }

  void photograph(Path file) {
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
  }

  @Override
  public void close() {
    // Tasklist asks for its list at any time: an answer that comes now has no page to be read from.
    page.offRequestFinished(remembering);
    window.close();
  }
}
