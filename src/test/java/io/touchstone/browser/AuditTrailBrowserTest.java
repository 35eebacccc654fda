package io.touchstone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.touchstone.audit.AuditChain;
import io.touchstone.platform.security.Role;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An auditor asks whether the history is as it was written. */
class AuditTrailBrowserTest extends SeatedTest {

  private static final String TRAIL = "/camunda/app/cockpit/default/#/audit/trail/all";
  private static final String CHAIN = "touchstone-audit #chain";

  @Autowired private AuditChain chain;

  @Test
  void an_auditor_checks_the_whole_trail_by_keyboard_and_reads_that_it_is_unbroken() {
    directory.add("chainalma", "Alma", Optional.of(Seat.PASSWORD), Set.of(Role.AUDITOR));
    while (chain.seal().isPresent()) {
      // Until nothing waits.
    }

    try (Seat alma = new Seat(chromium, port)) {
      alma.page().navigate("http://localhost:" + port + TRAIL);
      alma.fillLogin("chainalma");
      try {
        // Other tests write rows past the product into the same database.
        alma.page().locator(CHAIN + " input").fill("none-of-them-1");
        Locator check = alma.page().locator(CHAIN + " button");
        check.focus();
        alma.press("Enter");

        alma.sees(CHAIN, "unbroken").sees(CHAIN, "are as they were sealed").sees(CHAIN, "Head");
        alma.sees(CHAIN, "may add to the append-only tables").sees(CHAIN, "newest-audit-seal.json");
        assertThat(alma.barriers("touchstone-audit")).isEmpty();
      } catch (RuntimeException | AssertionError e) {
        alma.photograph(Path.of("target", "browser-chainalma.png"));
        throw e;
      }
    }
  }
}
