package io.touchstone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.touchstone.platform.crypto.Sha256;
import io.touchstone.platform.security.Role;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.road.Road;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page People, in a real browser and without a mouse. */
class PeoplePageTest extends SeatedTest {

  private static final String PAGE = "touchstone-people";
  private static final String ENTRY = "a[href='#/people']";
  private static final String OWN = "loud granite staircase";

  @TempDir private Path folder;
  @Autowired private JdbcClient database;

  @Test
  void a_data_manager_adds_somebody_who_chooses_a_password_by_the_link_and_gives_skills()
      throws Exception {
    Road road = Road.of(beans, Options.standard());
    String dora = withPassword(road, "dora", Role.DATA_MANAGER);
    String ada = dora.replace("dora", "ada");
    String ben = dora.replace("dora", "ben");
    directory.add(ben, "Ben Berg", Optional.empty(), Set.of(Role.ANNOTATOR));

    at(
        dora,
        seat -> {
          seat.follow(ENTRY, PAGE).sees(PAGE, "Who is here");
          assertThat(seat.barriers(PAGE)).isEmpty();

          seat.page().locator(PAGE + " .head .button.primary").focus();
          seat.press("Enter");
          assertThat(seat.page().locator(PAGE + " #add input").first()).isFocused();
          seat.type(ada).press("Tab").type("Ada Arlt").press("Tab", "Tab").type("claims");
          seat.press("Tab").type(road.project() + "=0.8").press("Enter");
          seat.sees(PAGE + " #add .entry", ada + " is added.");
          assertThat(seat.barriers(PAGE)).isEmpty();
          String link = seat.page().locator(PAGE + " .secret input").inputValue();
          choosesPassword(seat, link.replaceAll(".*/invitation", "/invitation"), ada);

          search(seat, ben);
          seat.sees(row(ben), "has no work yet");
          seat.page().locator(row(ben) + " button").focus();
          seat.press("Enter").sees(PAGE + " #list .message", "has a place in planning now");
          seat.sees(row(ben), "here");

          seat.page().locator(row(ben) + " a").focus();
          seat.press("Enter").sees(PAGE + " h1", "Ben Berg");
          seat.page().locator(PAGE + " #planning input").first().fill(road.project());
          seat.press("Enter").sees(PAGE + " #planning table", road.project());
          seat.page().locator(PAGE + " #conflicts input").first().fill(ada);
          seat.press("Enter").sees(PAGE + " #conflicts table", ada);
          seat.page().locator(PAGE + " #projects input[value='" + road.project() + "']").check();
          seat.page().locator(PAGE + " #projects button").focus();
          seat.press("Enter").sees(PAGE + " #projects .message", "Saved.");
          assertThat(seat.barriers(PAGE)).isEmpty();
          assertThat(seat.complaints()).isEmpty();
        });
    assertThat(directory.login(ada, OWN)).isPresent();
  }

  /** In a page of its own: the newcomer has no session. */
  private void choosesPassword(Seat seat, String address, String user) {
    Page page = seat.page().context().newPage();
    page.navigate("http://localhost:" + port + address);
    assertThat(page.locator("touchstone-invitation")).containsText(user);
    page.locator("input").first().fill(OWN);
    page.locator("input").nth(1).fill(OWN);
    page.keyboard().press("Enter");
    assertThat(page.locator("touchstone-invitation")).containsText("Your password is set");
    page.close();
  }

  @Test
  void a_list_is_tried_out_with_its_mistakes_shown_and_taken_as_a_whole() throws Exception {
    Road road = Road.of(beans, Options.standard());
    String dora = withPassword(road, "dana", Role.DATA_MANAGER);
    String cem = dora.replace("dana", "cem");
    Path wrong = folder.resolve("people.csv");
    Files.writeString(wrong, "id,name,skills\n" + cem + ",Cem,swiming\n");
    Path right = folder.resolve("mended.csv");
    Files.writeString(right, "id,name,skills\n" + cem + ",Cem," + road.project() + "\n");

    at(
        dora,
        seat -> {
          seat.go("/people", PAGE);
          seat.sees(PAGE, "Who is here");
          seat.page().locator(PAGE + " button[aria-controls=file]").focus();
          seat.press("Enter");
          seat.page().locator(PAGE + " input[type=file]").setInputFiles(wrong);
          seat.page().locator(PAGE + " #file button[type=submit]").focus();
          seat.press("Enter").sees(PAGE + " #file .faults", "No project asks for the skill");
          assertThat(seat.barriers(PAGE)).isEmpty();

          seat.page().locator(PAGE + " input[type=file]").setInputFiles(right);
          seat.page().locator(PAGE + " #file button[type=submit]").focus();
          seat.press("Enter").sees(PAGE + " #file table", "will be added");
          seat.page().locator(PAGE + " #file .line .button").focus();
          seat.press("Enter")
              .sees(PAGE + " #file", "Done: 1 added")
              .sees(PAGE + " #file .entry", cem);
          assertThat(seat.barriers(PAGE)).isEmpty();
          search(seat, cem);
          seat.sees(row(cem), road.project());
          assertThat(seat.complaints()).isEmpty();
        });
  }

  @Test
  void whoever_comes_with_a_first_password_sees_nothing_but_the_form_that_replaces_it() {
    Road road = Road.of(beans, Options.standard());
    String nell = withPassword(road, "nell", Role.ANNOTATOR);
    database
        .sql(
            """
            insert into touchstone.first_password (user_id, mark_sha256, ends_at)
            values (?, ?, now() + interval '1 day')
            """)
        .params(nell, Sha256.hex(directory.passwordMark(nell)))
        .update();

    at(
        nell,
        seat -> {
          seat.sees("touchstone-password", "Choose your own password");
          assertThat(seat.barriers("touchstone-password")).isEmpty();
          seat.photograph(Path.of("target", "first-password.png"));
          seat.page().locator("touchstone-password input").first().fill(Seat.PASSWORD);
          seat.page().locator("touchstone-password input").nth(1).fill(OWN);
          seat.press("Enter").sees("touchstone-password", "Your password is changed");
        });
    assertThat(directory.login(nell, OWN)).isPresent();
  }

  @Test
  void an_annotator_sees_no_entry_and_gets_nothing_at_its_address() {
    Road road = Road.of(beans, Options.standard());
    String vera = withPassword(road, "vera", Role.ANNOTATOR);

    at(
        vera,
        seat -> {
          seat.page().locator("ol.tasks-list, .tasks-list").first().waitFor();
          assertThat(seat.page().locator(ENTRY)).hasCount(0);
          seat.go("/people", PAGE);
          seat.sees(PAGE, "You may not see people");
        });
  }

  private static void search(Seat seat, String words) {
    seat.page().locator(PAGE + " input[type=search]").fill(words);
  }

  private static String row(String id) {
    return PAGE + " tr[data-key='" + id + "']";
  }
}
