package io.touchstone.platform.engine.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.Browser;
import io.touchstone.IntegrationTest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

class NonceIsolationTest extends IntegrationTest {

  private static final Pattern HEADER = Pattern.compile("'nonce-([^']+)'");
  private static final Pattern PAGE = Pattern.compile("nonce=\"([^\"]+)\"");
  private static final int PAGES = 150;

  @LocalServerPort private int port;

  @Test
  void a_page_names_the_nonce_of_its_own_header_however_many_calls_run_beside_it()
      throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService others = Executors.newFixedThreadPool(3);
    List<Future<?>> calls = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      calls.add(others.submit(() -> callUntil(over)));
    }
    Browser browser = new Browser(port);
    int matching = 0;
    for (int i = 0; i < PAGES; i++) {
      HttpResponse<String> page = browser.get("/camunda/app/tasklist/default/");
      String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
      matching += first(HEADER, policy).equals(first(PAGE, page.body())) ? 1 : 0;
    }
    over.set(true);
    for (Future<?> call : calls) {
      call.get();
    }
    others.shutdown();

    assertThat(matching).isEqualTo(PAGES);
  }

  private void callUntil(AtomicBoolean over) {
    Browser browser = new Browser(port);
    while (!over.get()) {
      browser.get("/camunda/api/engine/engine/");
    }
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }
}
