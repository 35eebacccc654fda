package io.touchstone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.platform.security.Role;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.road.Road;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The privacy officer's page, with a real browser and without a mouse. */
class ManifestsPageTest extends SeatedTest {

  private static final String PAGE = "touchstone-manifests";
  private static final String ENTRY = "a[href='#/manifests']";

  @Test
  void a_privacy_officer_reads_what_was_removed_and_erases_the_raw_objects_by_keyboard() {
    directory.add("manifestpaul", "Paul", Optional.of(Seat.PASSWORD), Set.of(Role.PRIVACY_OFFICER));
    Road road =
        Road.of(beans, Options.standard())
            .receiveLines("{\"text\": \"Call 020 7946 0018\"}\n{\"text\": \"\"}\n")
            .untilItRests();
    road.resolve("stop", "Not needed.").untilItRests();

    knowing(road, "manifestpaul");

    try (Seat paul = new Seat(chromium, port)) {
      paul.logIn("manifestpaul");
      try {
        paul.follow(ENTRY, PAGE).sees(PAGE + " #list", road.batchId());
        assertThat(paul.barriers(PAGE)).isEmpty();

        paul.page().locator(PAGE + " a[href='#/manifests/" + road.batchId() + "']").focus();
        paul.press("Enter")
            .sees(PAGE + " #proof", "All that was received is accounted for.")
            .sees(PAGE + " #proof", "as they were when ingestion ended")
            .sees(PAGE + " #masks", "Phone")
            .sees(PAGE + " #leaks", "At most 0 % of the items leak; the project allows 5 %.")
            .sees(PAGE + " #leaks", "1 looked at, nothing missed")
            .sees(PAGE + " #leaks", "80 % of what leaks, as assumed: no invented leak was shown");
        assertThat(paul.barriers(PAGE)).isEmpty();

        paul.page().locator(PAGE + " .erasure input[type=text]").focus();
        paul.type("The contract has ended.").press("Tab", "Space", "Tab", "Enter");
        paul.sees(PAGE + " #erasure", "Asked for.");
        road.untilItRests();
        paul.read(4).sees(PAGE + " #erasure", "unreadable for good");
        assertThat(paul.complaints()).isEmpty();
      } catch (RuntimeException | AssertionError e) {
        paul.photograph(Path.of("target", "browser-manifestpaul.png"));
        throw e;
      }
    }

    assertThat(Files.exists(data().resolve("objects/" + road.batchId() + "/1"))).isFalse();
  }
}
