package io.touchstone.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The system's Chromium, driven. One serves all test classes of a JVM: a window has cookies of its
 * own, so nothing goes from one test to the next.
 */
public final class Chromium {

  /** How long a condition may take on a busy machine, wherever a test names no other. */
  private static final int MILLIS = 60_000;

  private static Chromium running;

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /**
   * The browser of this JVM, started where nobody has asked for it yet; it ends with the JVM.
   *
   * @throws AssertionError where there is none; it says what to install
   */
  public static synchronized Chromium shared() {
    if (running == null) {
      running = start();
      Runtime.getRuntime().addShutdownHook(new Thread(running::stop));
    }
    return running;
  }

  private static Chromium start() {
    PlaywrightAssertions.setDefaultAssertionTimeout(MILLIS);
    Path executable = executable();
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(executable)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--host-resolver-rules=MAP *.example 127.0.0.1",
                            "--disable-gpu",
                            "--disable-background-networking",
                            "--disable-quic",
                            "--no-first-run")));
    return new Chromium(playwright, browser);
  }

  private static Path executable() {
    String path = System.getenv().getOrDefault("PATH", "");
    return Arrays.stream(path.split(File.pathSeparator))
        .map(Path::of)
        .flatMap(folder -> NAMES.stream().map(folder::resolve))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "No Chromium found: install the package chromium (Debian, Ubuntu: apt-get"
                        + " install chromium) so that "
                        + String.join(", ", NAMES)
                        + " is on the PATH."));
  }

  /** A window of nobody's yet, with cookies of its own. */
  public BrowserContext newWindow() {
    return browser.newContext(
        new Browser.NewContextOptions()
            .setViewportSize(1440, 900)
            .setLocale("en-GB")
            .setReducedMotion(ReducedMotion.REDUCE));
  }

  private void stop() {
    browser.close();
    playwright.close();
  }
}
