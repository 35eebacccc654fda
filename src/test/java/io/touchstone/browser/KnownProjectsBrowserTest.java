package io.touchstone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.touchstone.platform.security.Role;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.road.Road;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Somebody who may know one of two projects, at the browser. */
class KnownProjectsBrowserTest extends SeatedTest {

  private static final String AUDIT = "/camunda/app/cockpit/default/#/audit";

  @Test
  void an_auditor_of_one_project_reads_its_batches_where_the_engines_own_calls_are_closed() {
    Road known = Road.of(beans, Options.standard()).annotators("ann");
    known.receiveThings(3).untilItRests();
    Road other = Road.of(beans, Options.standard()).annotators("bob");
    other.receiveThings(3).untilItRests();
    directory.add("knownalma", "Alma", Optional.of(Seat.PASSWORD), Set.of(Role.AUDITOR));
    knowing(known, "knownalma");

    try (Seat alma = new Seat(chromium, port)) {
      alma.page().navigate("http://localhost:" + port + AUDIT);
      alma.fillLogin("knownalma");
      try {
        alma.sees("touchstone-audit", known.batchId());
        assertThat(alma.text("touchstone-audit")).doesNotContain(other.project());
        PlaywrightAssertions.assertThat(alma.page().locator("a[href='#/processes']")).isHidden();
        PlaywrightAssertions.assertThat(
                alma.page().locator("[cam-widget-header] a[href='#/audit']"))
            .isVisible();
        alma.photograph(Path.of("target", "browser-knownalma-list.png"));

        alma.page().navigate("http://localhost:" + port + AUDIT + "/batch/" + other.batchId());
        alma.sees("touchstone-audit", "There is no batch");

        alma.page().navigate("http://localhost:" + port + AUDIT + "/trail/all");
        alma.page().locator("touchstone-audit #chain button").click();
        alma.sees("touchstone-audit #chain", "covers all projects at once");
        alma.photograph(Path.of("target", "browser-knownalma-trail.png"));
      } catch (RuntimeException | AssertionError e) {
        alma.photograph(Path.of("target", "browser-knownalma.png"));
        throw e;
      }
    }
  }
}
