package io.touchstone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.platform.security.Role;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.road.Road;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The page on which rules of de-identification are tried, with a real browser. */
class RedactionPageTest extends SeatedTest {

  private static final String PAGE = "touchstone-redaction";

  @Test
  void a_privacy_officer_tries_a_rule_on_a_text_which_stays_out_of_the_address() {
    directory.add(
        "redactionrosa", "Rosa", Optional.of(Seat.PASSWORD), Set.of(Role.PRIVACY_OFFICER));
    Road.of(beans, Options.standard());

    try (Seat rosa = new Seat(chromium, port)) {
      rosa.logIn("redactionrosa");
      try {
        rosa.follow("a[href='#/deidentification']", PAGE)
            .sees(PAGE, "Try rules on a text of your own.");
        rosa.page().locator(PAGE + " .add:enabled").focus();
        rosa.press("Enter");
        rosa.page()
            .locator(PAGE + " .own")
            .fill("Write to jane@corp.example or 4111 1111 1111 1111.");
        rosa.page().locator(PAGE + " .primary:enabled").focus();
        rosa.press("Enter")
            .sees(PAGE + " .result >> nth=1", "[CARD]")
            .sees(PAGE + " table", "address with @ and a domain")
            .sees(PAGE + " pre", "EMAIL: surrogate");
        assertThat(rosa.page().locator(PAGE + " .result").nth(1).textContent())
            .containsPattern("Write to \\S+@example\\.(com|net|org) or")
            .doesNotContain("corp.example");
        assertThat(rosa.page().url()).contains("#/deidentification").doesNotContain("jane");
        assertThat(rosa.barriers(PAGE)).isEmpty();
        assertThat(rosa.complaints()).isEmpty();
      } catch (RuntimeException | AssertionError e) {
        rosa.photograph(Path.of("target", "browser-redactionrosa.png"));
        throw e;
      }
    }
  }

  @Test
  void a_process_owner_who_has_no_tasklist_tries_rules_in_cockpit() {
    directory.add("ruleola", "Ola", Optional.of(Seat.PASSWORD), Set.of(Role.PROCESS_OWNER));
    Road.of(beans, Options.standard());

    try (Seat ola = new Seat(chromium, port)) {
      try {
        ola.page().navigate("http://localhost:" + port + "/camunda/app/cockpit/default/#/");
        ola.fillLogin("ruleola");
        ola.page().locator("a[href='#/deidentification']").first().focus();
        ola.press("Enter").sees(PAGE, "Try rules on a text of your own.");
        ola.page().locator(PAGE + " .own").fill("Write to jane@corp.example.");
        ola.page().locator(PAGE + " .primary:enabled").focus();
        ola.press("Enter").sees(PAGE + " .result >> nth=1", "[EMAIL]");
        assertThat(ola.page().url()).endsWith("#/deidentification");
        assertThat(ola.barriers(PAGE)).isEmpty();
        assertThat(ola.complaints()).isEmpty();
      } catch (RuntimeException | AssertionError e) {
        ola.photograph(Path.of("target", "browser-ruleola.png"));
        throw e;
      }
    }
  }
}
