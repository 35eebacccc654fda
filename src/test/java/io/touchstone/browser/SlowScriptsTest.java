package io.touchstone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Camunda's pages where a script of theirs comes slowly: a cold start, a slow network. */
class SlowScriptsTest extends SeatedTest {

  /** More than the seven seconds after which Camunda's loader gives up. */
  private static final long NANOS = 8_500_000_000L;

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "cockpit", "admin"})
  void a_page_whose_script_takes_longer_than_seven_seconds_asks_for_the_login_all_the_same(
      String app) {
    try (BrowserContext window = chromium.newWindow()) {
      Page page = window.newPage();
      page.route(
          "**/" + app + "Plugins/static/app/plugin.js*",
          script -> {
            LockSupport.parkNanos(NANOS);
            script.resume();
          });

      page.navigate("http://localhost:" + port + "/camunda/app/" + app + "/default/");

      assertThat(page.getByPlaceholder("Username")).isVisible();
    }
  }
}
