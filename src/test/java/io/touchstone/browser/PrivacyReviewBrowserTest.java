package io.touchstone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.BoundingBox;
import io.touchstone.deidentification.cleaning.image.face.DoubtfulPictures;
import io.touchstone.ingestion.intake.BatchIntake;
import io.touchstone.ingestion.intake.Source;
import io.touchstone.platform.security.Role;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.road.Road;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A privacy officer at Tasklist, with a real browser and without a mouse. */
class PrivacyReviewBrowserTest extends SeatedTest {

  private static final String REVIEW = "touchstone-privacy-review";
  private static final String MISSED = REVIEW + " [aria-label='What was missed']";
  private static final String PICKED = REVIEW + " mark.picked";
  private static final String TOAST = "touchstone-toast";

  @Autowired private JdbcClient database;

  @Test
  void a_sample_is_reviewed_by_keyboard_from_the_first_text_to_the_gate() {
    Road road =
        Road.of(beans, Options.standard())
            .officerAway()
            .receive(
                "Dear team, mail me at x@example.org. Regards, 🦊 Tilda Quillfeather",
                "Invoice 4711 was paid twice",
                "السيدة ليلى حداد تسأل عن الفاتورة",
                "Nothing arrived")
            .untilItRests();
    String olga = "olga" + road.project().replaceAll("\\D", "");
    directory.add(olga, "Olga", Optional.of(Seat.PASSWORD), Set.of(Role.PRIVACY_OFFICER));

    try (Seat seat = new Seat(chromium, port)) {
      try {
        review(seat.logIn(olga), road);
      } catch (RuntimeException | AssertionError e) {
        seat.photograph(Path.of("target", "browser-privacy.png"));
        throw e;
      }
      assertThat(seat.complaints()).isEmpty();
    }
    road.untilItRests();

    assertThat(road.lastDecision().rule()).isEqualTo("too-many-leaks");
    assertThat(texts(road))
        .contains(
            "Dear team, mail me at [EMAIL]. Regards, 🦊 [NAME]",
            "Invoice 4711 was paid twice",
            "Nothing arrived")
        .anyMatch(text -> text.contains("[NAME]") && text.contains("الفاتورة"));
  }

  private void review(Seat olga, Road road) {
    olga.open("Review sample for privacy", road.batchId()).sees(REVIEW, "Item 1 of 4");
    assertThat(olga.barriers(REVIEW)).isEmpty();
    for (int item = 1; item <= 4; item++) {
      olga.sees(REVIEW, "Item " + item + " of 4");
      String text = olga.itemText(REVIEW);
      if (text.contains("Quillfeather")) {
        markTheName(olga);
      } else if (text.contains("ليلى")) {
        markTheArabicName(olga);
      }
      olga.press("Enter");
    }
    olga.sees(REVIEW, "All 4 items are looked at").sees(REVIEW, "missed in 2 items");
    olga.sees(REVIEW + " .rules", "Lines for the project's deny.txt")
        .sees(REVIEW + " .rules", "[NAME] Tilda Quillfeather")
        .sees(REVIEW + " .rules", "in 2 of 4 items");
    assertThat(olga.barriers(REVIEW)).isEmpty();
    everythingCanBeScrolledToInASmallWindow(olga);
    takeTheLastOneBack(olga);
    olga.press("Enter").sees(REVIEW, "All 4 items are looked at").read(1).press("Control+Enter");
    olga.sees(TOAST, "4 items submitted.");
  }

  /** Nothing lies over the head of the page, where no scrolling would bring it down. */
  private void everythingCanBeScrolledToInASmallWindow(Seat olga) {
    olga.page().setViewportSize(1024, 520);
    BoundingBox head = olga.page().locator(REVIEW + " .bar").boundingBox();
    BoundingBox first = olga.page().locator(REVIEW + " .done-mark").boundingBox();
    assertThat(first.y).isGreaterThanOrEqualTo(head.y + head.height);
    olga.page().setViewportSize(1440, 900);
  }

  /** The last two words: from the first one, down the text, and one more. */
  private void markTheName(Seat olga) {
    olga.press("Shift+ArrowRight").sees(PICKED, "Dear");
    for (int word = 0; word < 5; word++) {
      olga.press("ArrowRight");
    }
    olga.sees(PICKED, "Regards").press("ArrowRight").sees(PICKED, "Tilda");
    olga.press("Shift+ArrowRight").sees(PICKED, "Tilda Quillfeather");
    assertThat(olga.barriers(REVIEW)).isEmpty();
    olga.press("1").sees(MISSED, "Tilda Quillfeather");
    olga.sees(REVIEW + " mark.missed", "Tilda Quillfeather").sees(REVIEW, "Something was missed");
    assertThat(olga.barriers(REVIEW)).isEmpty();
    olga.press("u").sees(REVIEW + " .hint", "Still readable");
    olga.press("s", "Escape", "Shift+ArrowRight").sees(PICKED, "Dear");
    for (int word = 0; word < 6; word++) {
      olga.press("ArrowRight");
    }
    olga.press("Shift+ArrowRight", "1").sees(MISSED, "Tilda Quillfeather");
  }

  /** From right to left the next word is on the left. */
  private void markTheArabicName(Seat olga) {
    olga.press("Shift+ArrowLeft").sees(PICKED, "السيدة");
    olga.press("ArrowLeft").sees(PICKED, "ليلى");
    olga.press("Shift+ArrowLeft").sees(PICKED, "ليلى حداد").press("1");
    olga.sees(REVIEW + " mark.missed", "ليلى حداد");
  }

  private void takeTheLastOneBack(Seat olga) {
    olga.press("u").sees(REVIEW, "3 of 4");
    String text = olga.itemText(REVIEW);
    if (text.contains("Quillfeather")) {
      markTheName(olga);
    } else if (text.contains("ليلى")) {
      markTheArabicName(olga);
    }
  }

  @Test
  void a_place_that_the_detector_was_unsure_of_is_outlined_and_covered_with_one_key() {
    Road road = Road.of(beans, Options.standard()).officerAway();
    Source picture = new Source("image/png", new ByteArrayInputStream(DoubtfulPictures.png(0)));
    road.goesOnWith(
            beans
                .getBean(BatchIntake.class)
                .receive(road.project(), road.person("mia").id(), List.of(picture)))
        .untilItRests();
    String olga = "olga" + road.project().replaceAll("\\D", "");
    directory.add(olga, "Olga", Optional.of(Seat.PASSWORD), Set.of(Role.PRIVACY_OFFICER));

    try (Seat seat = new Seat(chromium, port)) {
      seat.logIn(olga).open("Review sample for privacy", road.batchId());
      seat.sees(REVIEW, "Item 1 of 1").sees(REVIEW + " .doubt", "1");
      seat.sees(REVIEW + " .doubt-note", "unsure here");
      assertThat(seat.barriers(REVIEW)).isEmpty();
      seat.photograph(Path.of("target", "browser-doubt.png"));
      seat.press("1").sees(REVIEW, "Area 1").sees(REVIEW + " .doubt-note", "settled");
      seat.photograph(Path.of("target", "browser-doubt-covered.png"));
      seat.press("u").sees(REVIEW + " .doubt", "1").press("2").sees(REVIEW, "No place with");
      seat.press("Tab").press("1").sees(REVIEW, "Something was missed");
      seat.press("Enter").sees(REVIEW, "The item is looked at").press("Control+Enter");
      seat.sees(TOAST, "1 item submitted.");
      assertThat(seat.complaints()).isEmpty();
    }
    road.untilItRests();

    assertThat(
            database
                .sql("select seen from touchstone.privacy_correction where batch_id = ?")
                .param(road.batchId())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  /** Expected: the places of code points, counted by hand. */
  @Test
  void a_selection_in_the_page_is_told_in_code_points_of_the_text() {
    try (Seat seat = new Seat(chromium, port)) {
      Object told =
          seat.page()
              .evaluate(
                  "async () => {"
                      + module("text/codepoints.js")
                      + """
                    const root = document.createElement('div');
                    const line = document.createElement('p');
                    const tag = document.createElement('span');
                    tag.setAttribute('data-skip', '');
                    tag.append('Name');
                    line.append('a🦊', tag, 'b\\n');
                    const next = document.createElement('p');
                    next.append('👩‍🔬cd');
                    root.append(line, next);
                    document.body.append(root, 'outside');
                    const select = (from, at, to, end) => {
                      const range = document.createRange();
                      range.setStart(from, at);
                      range.setEnd(to, end);
                      const told = selectionOffsets(root, range);
                      return told ? `${told.start}-${told.end}` : 'nothing';
                    };
                    return [
                      select(line.firstChild, 0, line.firstChild, 3),
                      select(line.firstChild, 0, line.firstChild, 2),
                      select(line.firstChild, 1, line.lastChild, 1),
                      select(tag.firstChild, 1, next.firstChild, 5),
                      select(line, 0, next, 0),
                      select(next, 0, document.body, document.body.childNodes.length),
                      select(next.firstChild, 5, next.firstChild, 5),
                      select(document.body.lastChild, 0, document.body.lastChild, 3),
                      codePointLength('a🦊b\\n👩‍🔬cd'),
                      toCodePoint('🦊b', 1), toCodePoint('🦊b', 2), toCodePoint('🦊b', 99),
                      toUtf16('🦊b', 1), toUtf16('🦊b', 2), toUtf16('🦊b', 99),
                    ].join(' ');
                  }
                  """);
      assertThat(told).isEqualTo("0-2 0-2 1-3 2-7 0-4 4-9 nothing nothing 9 0 1 2 2 3 3");
    }
  }

  /** The functions of a module of the workbench, for a page that has no other script. */
  private static String module(String name) {
    try (InputStream file =
        PrivacyReviewBrowserTest.class.getResourceAsStream("/static/workbench/1/" + name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("export ", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> texts(Road road) {
    return database
        .sql("select text from touchstone.item where batch_id = ?")
        .param(road.batchId())
        .query(String.class)
        .list();
  }
}
