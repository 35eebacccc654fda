package io.touchstone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import io.touchstone.RunningTest;
import io.touchstone.answer.classes.ClassesRules;
import io.touchstone.answer.scale.ScaleRules;
import io.touchstone.answer.sheet.Condition;
import io.touchstone.deidentification.cleaning.DocumentSamples;
import io.touchstone.deidentification.cleaning.metadata.JpegCanaryFiles;
import io.touchstone.deidentification.operator.DeidentificationRules;
import io.touchstone.platform.security.Role;
import io.touchstone.project.AskedQuestion;
import io.touchstone.project.ProjectSettings;
import io.touchstone.project.Projects;
import io.touchstone.project.RowNames;
import io.touchstone.project.TestProjects;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.project.Tie;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A project is made and changed on its page, in a real browser. */
class ProjectsPageTest extends SeatedTest {

  private static final String PAGE = "touchstone-projects ";

  @Autowired private Projects projects;

  private String person(String name, Role role) {
    String id = name + RunningTest.nextNumber();
    directory.add(id, name, Optional.of(Seat.PASSWORD), Set.of(role));
    return id;
  }

  private static void note(List<String> order, String what, String url, String ending) {
    if (url.endsWith(ending)) {
      order.add(what);
    }
  }

  @Test
  void a_data_manager_makes_a_project_of_a_scale_and_one_of_several_labels() {
    String dana = person("scaledana", Role.DATA_MANAGER);
    String number = RunningTest.nextNumber();

    at(
        dana,
        seat -> {
          begin(seat, "severity", "Urgency " + number);
          assertThat(seat.page().locator(PAGE + "#labels button:text-is('Add a label')"))
              .hasCount(0);
          seat.page().locator(PAGE + "#f-to").fill("1");
          seat.page().locator(PAGE + "button:text-is('Check again')").click();
          seat.sees(PAGE + "#publish .faults", "makes a scale of 1 points; 3 to 11 are possible");
          seat.page().locator(PAGE + "#f-to").fill("7");
          seat.page().locator(PAGE + "#f-high").fill("at once!");
          seat.page().locator(PAGE + "#labels").scrollIntoViewIfNeeded();
          seat.photograph(Path.of("target", "projects-scale.png"));
          publish(seat, "Urgency " + number);
          begin(seat, "topics", "Topics " + number);
          assertThat(seat.page().locator(PAGE + "#f-noneAllowed")).isChecked();
          publish(seat, "Topics " + number);
          assertThat(seat.complaints()).isEmpty();
        });

    ProjectSettings urgency = projects.require("urgency-" + number).settings();
    assertThat(urgency.scale()).contains(new ScaleRules(1, 7, "can wait", "at once!", 0));
    assertThat(urgency.labels()).hasSize(7);
    assertThat(projects.require("topics-" + number).settings().classesRules())
        .contains(new ClassesRules(true, 1));
  }

  @Test
  void a_data_manager_makes_a_project_of_several_questions() {
    String dana = person("questionsdana", Role.DATA_MANAGER);
    String name = "Messages " + RunningTest.nextNumber();

    at(
        dana,
        seat -> {
          begin(seat, "questions", name);
          seat.sees(PAGE + "#labels h2", "Questions");
          seat.page().locator(PAGE + "#f-q3-whenLabels").fill("fault, praise");
          seat.page().locator(PAGE + "#f-q3-whenQuestion").selectOption("topic");
          seat.page().locator(PAGE + "button:text-is('Check again')").click();
          seat.sees(PAGE + "#publish .faults", "must name answers of topic; choose of [billing,");
          seat.page().locator(PAGE + "#f-q3-whenLabels").fill("fault, other");
          seat.page().locator(PAGE + "button:text-is('Add a question')").click();
          seat.page().locator(PAGE + "#f-q4-ask").fill("How angry is it?");
          seat.page().locator(PAGE + "#f-q4-id").fill("anger");
          seat.page().locator(PAGE + "#f-q4-kind").selectOption("scale");
          seat.page().locator(PAGE + "#f-q4-optional").check();
          seat.page().locator(PAGE + "#f-q4-to").fill("3");
          seat.page().locator(PAGE + "#labels").scrollIntoViewIfNeeded();
          seat.photograph(Path.of("target", "projects-questions.png"));
          publish(seat, name);
          assertThat(seat.complaints()).isEmpty();
        });

    List<AskedQuestion> questions =
        projects.require(name.toLowerCase(Locale.ROOT).replace(' ', '-')).settings().questions();
    assertThat(questions)
        .extracting(AskedQuestion::id)
        .containsExactly("topic", "urgency", "products", "anger");
    assertThat(questions.get(2).when()).contains(new Condition("topic", List.of("fault", "other")));
    assertThat(questions.get(3).required()).isFalse();
    assertThat(questions.get(3).scale()).contains(new ScaleRules(1, 3, "", "", 0));
  }

  private void begin(Seat seat, String template, String name) {
    seat.go("/projects", PAGE);
    seat.page().locator(PAGE + "header button").focus();
    seat.press("Enter");
    seat.page().locator(PAGE + "input[value='template:" + template + "']").check();
    seat.page().locator(PAGE + "#begin-name").fill(name);
    seat.page().locator(PAGE + "#begin-name").press("Enter");
    seat.sees(PAGE + ".head h1", name);
  }

  private void publish(Seat seat, String name) {
    seat.page().locator(PAGE + "button:text-is('Check again')").click();
    seat.sees(PAGE + ".clean", "Nothing is wrong");
    assertThat(seat.barriers(PAGE.strip())).isEmpty();
    seat.page().locator(PAGE + "button:text-is('Publish')").click();
    seat.sees(PAGE + "#all", name);
  }

  @Test
  void a_data_manager_makes_a_project_of_77_labels_and_changes_it() {
    String dana = person("projectsdana", Role.DATA_MANAGER);
    String name = "Bank questions " + RunningTest.nextNumber();
    String key = name.toLowerCase(Locale.ROOT).replace(' ', '-');

    at(
        dana,
        seat -> {
          seat.follow("a[href='#/projects']", PAGE).sees(PAGE + ".head h1", "Projects");
          seat.photograph(Path.of("target", "projects-list.png"));
          seat.page().locator(PAGE + "header button").focus();
          seat.press("Enter");
          seat.page().locator(PAGE + "input[value='template:empty']").check();
          seat.page().locator(PAGE + "#begin-name").fill(name);
          assertThat(seat.page().locator(PAGE + "#begin-key")).hasValue(key);
          assertThat(seat.barriers(PAGE.strip())).isEmpty();
          seat.photograph(Path.of("target", "projects-begin.png"));
          seat.page().locator(PAGE + "#begin-name").press("Enter");
          seat.sees(PAGE + ".head h1", name).sees(PAGE + "#publish .faults", "two to 1,000 labels");

          seat.page().locator(PAGE + "#f-description").fill("Which question is it?");
          assertThat(seat.page().locator(PAGE + "#about input[value='jsonl']")).isDisabled();
          seat.page().locator(PAGE + "#about label:has-text('CSV')").click();
          seat.page().locator(PAGE + "#about").scrollIntoViewIfNeeded();
          seat.photograph(Path.of("target", "projects-about.png"));
          seat.page().locator(PAGE + "#paste").fill(names(77));
          seat.page().locator(PAGE + "button:text-is('Take the list')").click();
          seat.sees(PAGE + "#labels", "77 of at most 1,000 labels");
          seat.page().locator(PAGE + "input[aria-label='Key of label 12']").fill("j");
          seat.page().locator(PAGE + "button:text-is('Check again')").click();
          seat.sees(PAGE + "#publish .faults", "choose another for Question kind 12");
          seat.page().locator(PAGE + "input[aria-label='Key of label 12']").fill("v");
          seat.page().locator(PAGE + "input[aria-label='Key of label 1']").fill("2");
          assertThat(seat.page().locator(PAGE + "input[aria-label='Key of label 2']"))
              .hasAttribute("placeholder", "");
          seat.page().locator(PAGE + "#labels").scrollIntoViewIfNeeded();
          seat.photograph(Path.of("target", "projects-labels.png"));
          seat.page().locator(PAGE + "#gold-text").fill("My card, mail eve@example.org");
          seat.page().locator(PAGE + "button:text-is('Add this answer')").click();
          seat.sees(PAGE + "#gold table", "My card, mail [EMAIL]");
          seat.page().locator(PAGE + "#trial").fill("Ask Niamh at niamh@example.org");
          seat.sees(PAGE + "#tried", "[EMAIL]");
          namesColumnsByLooking(seat);
          seat.page().locator(PAGE + "button:text-is('Check again')").click();
          seat.sees(PAGE + ".clean", "Nothing is wrong");
          assertThat(seat.barriers(PAGE.strip())).isEmpty();
          seat.photograph(Path.of("target", "projects-editor.png"));
          List<String> order = new ArrayList<>();
          seat.page().onResponse(answer -> note(order, "checked", answer.url(), "/check"));
          seat.page().onRequest(call -> note(order, "published", call.url(), "/publish"));
          seat.page().locator(PAGE + "button:text-is('Publish')").click();
          seat.sees(PAGE + "#all", name);
          assertThat(order).as("a version is no draft to be checked").endsWith("published");
          assertThat(seat.complaints()).isEmpty();
        });
    assertThat(projects.require(key).labels()).hasSize(77);
    ProjectSettings made = projects.require(key).settings();
    assertThat(made.rowNames())
        .contains(
            new RowNames(
                "Frage", "id", Map.of(Tie.DEPARTMENT, "Abteilung", Tie.AUTHOR, "bearbeitet von")));
    assertThat(made.deidentification().rules().columns())
        .containsOnlyKeys("Straße")
        .extractingByKey("Straße")
        .extracting(DeidentificationRules.Column::use)
        .isEqualTo(DeidentificationRules.Column.Use.DROP);
    assertThat(projects.require(key).labels().get(11).key()).contains("v");
    assertThat(projects.require(key).labels().get(0).key()).contains("2");

    at(
        dana,
        seat -> {
          seat.go("/projects", PAGE);
          seat.page().locator(PAGE + "button[aria-label='Change: " + name + "']").click();
          seat.sees(PAGE + ".eyebrow", "Change of version 1");
          assertThat(seat.page().locator(PAGE + "#about input[value='csv']")).isChecked();
          seat.page().locator(PAGE + "#f-annotatorsPerItem").fill("3");
          seat.page().locator(PAGE + "button:text-is('Check again')").click();
          seat.sees(PAGE + ".changes", "People per item");
          seat.page().locator(PAGE + "#note").fill("Three people.");
          seat.photograph(Path.of("target", "projects-publish.png"));
          seat.page().locator(PAGE + "button:text-is('Publish')").click();
          seat.sees(PAGE + "#all", name);
        });
    assertThat(projects.require(key).settings().annotatorsPerItem()).isEqualTo(3);
    assertThat(projects.require(key).settings().formats()).containsExactly("csv");
  }

  private static final String FILE =
      """
      id,Frage,bearbeitet von,Abteilung,Straße
      7,"Where is my card, please?",eva.m,Cards,Lindenweg 4
      8,The app shows somebody else's name.,tom.b,Online,Marktplatz 11
      9,Charged twice at the same till.,eva.m,Cards,Am Hang 3
      """;

  /** A file of her own shows its columns; what each is, she says by looking at its rows. */
  private static void namesColumnsByLooking(Seat seat) {
    Locator faults = seat.page().locator(PAGE + "#shares .faults");
    choose(seat, "letter.pdf", "%PDF");
    seat.sees(PAGE + "#rows-message", "Only CSV (.csv) and JSON Lines");
    choose(seat, "tickets.csv", FILE);
    assertThat(faults).containsText("Line 1: the header has no column named text");
    seat.page().getByLabel("What Frage is").selectOption("part:text");
    assertThat(faults).containsText("has a column, number 3, that is neither id nor Frage");
    seat.page().getByLabel("What bearbeitet von is").selectOption("part:author");
    seat.page().getByLabel("What Abteilung is").selectOption("part:author");
    assertThat(seat.page().getByLabel("What bearbeitet von is")).hasValue("");
    seat.page().getByLabel("What bearbeitet von is").selectOption("part:author");
    seat.page().getByLabel("What Abteilung is").selectOption("part:department");
    assertThat(seat.page().locator(PAGE + "#f-author")).hasValue("bearbeitet von");
    seat.page().getByLabel("What Straße is").focus();
    seat.page().getByLabel("What Straße is").selectOption("rule:drop");
    seat.sees(PAGE + "#rows-message", "3 rows looked at: all of them can be read.");
    seat.sees(PAGE + ".first-rows", "The app shows somebody else's name.");
    assertThat(seat.page().getByLabel("What Straße is")).isFocused();
    seat.page().locator(PAGE + "#shares h3").evaluate("each => each.scrollIntoView()");
    seat.photograph(Path.of("target", "projects-columns.png"));

    choose(seat, "tickets.csv", FILE + "10,cut\n");
    seat.sees(PAGE + "#rows-message", "4 rows looked at; refused: 1.");
    assertThat(faults).containsText("Line 5: the row has 2 columns where the header has 5");
    seat.page().locator(PAGE + "#shares h3").evaluate("each => each.scrollIntoView()");
    seat.photograph(Path.of("target", "projects-broken-row.png"));
  }

  private static void choose(Seat seat, String name, String content) {
    seat.page()
        .locator(PAGE + "#rows-file")
        .setInputFiles(
            new FilePayload(
                name, "application/octet-stream", content.getBytes(StandardCharsets.UTF_8)));
  }

  private static String names(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> "Question kind " + i + " | Hint " + i)
        .collect(Collectors.joining("\n"));
  }

  @Test
  void a_data_manager_tries_the_rules_on_files_and_sees_what_would_become_of_them()
      throws IOException {
    String dana = person("projectsfiles", Role.DATA_MANAGER);
    String key = "files-page-" + RunningTest.nextNumber();
    TestProjects.store(beans, key, Options.standard());
    byte[] letter = DocumentSamples.pdf("Please ring 020 7946 0018 now.", "Zed Heronsworth");
    byte[] mail =
        DocumentSamples.mail("Zed <zed@example.org>", "Router", "It reboots.", List.of(letter));

    at(
        dana,
        seat -> {
          seat.follow("a[href='#/projects']", PAGE);
          seat.page().locator(PAGE + "button[aria-label='Change: Project " + key + "']").click();
          choose(seat, "letter.pdf", letter);
          seat.sees(PAGE + "#file-told .clean", "It would become an item.")
              .sees(PAGE + "#file-told", "Phone 1")
              .sees(PAGE + "#file-text", "Please ring [PHONE] now.");
          assertThat(seat.page().locator(PAGE + "#file-text mark")).hasText("[PHONE]");
          seat.page().locator(PAGE + "#f-allow").fill("020 7946 0018");
          seat.sees(PAGE + "#file-text", "Please ring 020 7946 0018 now.");
          choose(seat, "router.eml", mail);
          seat.sees(PAGE + "#file-told", "Files in it").sees(PAGE + "#file-text", "It reboots.");
          assertThat(seat.barriers(PAGE.strip())).isEmpty();
          photographFiles(seat, "mail");
          choose(seat, "canary.jpg", JpegCanaryFiles.all().get(0).object());
          seat.sees(PAGE + "#file-told", "comment 1");
          assertThat(seat.page().locator(PAGE + "#file-shown img")).isVisible();
          photographFiles(seat, "picture");
          choose(seat, "cut.pdf", Arrays.copyOf(letter, letter.length / 3));
          seat.sees(PAGE + "#file-told .notice", "It would be quarantined")
              .sees(PAGE + "#file-told .notice", "It cannot be read as application/pdf");
          photographFiles(seat, "cut");
          choose(seat, "rows.csv", "text\nfirst".getBytes(StandardCharsets.UTF_8));
          seat.sees(PAGE + "#file-told .fault", "Paste the text of one row");
          assertThat(seat.barriers(PAGE.strip())).isEmpty();
          assertThat(seat.complaints()).allMatch(each -> each.contains("status of 422"));
        });
  }

  private static void choose(Seat seat, String name, byte[] content) {
    seat.page()
        .locator(PAGE + "#trial-file")
        .setInputFiles(new FilePayload(name, "application/octet-stream", content));
  }

  private static void photographFiles(Seat seat, String name) {
    seat.page().locator(PAGE + ".file-trial").scrollIntoViewIfNeeded();
    seat.photograph(Path.of("target", "projects-file-" + name + ".png"));
  }

  @Test
  void the_guideline_is_read_by_a_reviewer_and_written_by_its_owner() {
    String owner = person("projectsgwen", Role.GUIDELINE_OWNER);
    String reviewer = person("projectsrex", Role.REVIEWER);
    String key = "guideline-page-" + RunningTest.nextNumber();
    TestProjects.store(beans, key, Options.standard());

    at(
        owner,
        seat -> {
          seat.go("/guidelines/" + key, PAGE);
          seat.page().locator(PAGE + "button:text-is('Write a new version')").click();
          Locator text = seat.page().locator(PAGE + "textarea");
          text.fill(text.inputValue() + "\nFevers of animals are not marked.\n");
          seat.page().locator(PAGE + "#guideline-note").fill("Animals.");
          seat.page().locator(PAGE + "button:text-is('Save this version')").click();
          seat.sees(PAGE + "#changes", "Fevers of animals are not marked.");
          assertThat(seat.barriers(PAGE.strip())).isEmpty();
          seat.photograph(Path.of("target", "projects-guideline.png"));
        });
    assertThat(projects.require(key).guidelineVersion()).isEqualTo(2);
    at(
        reviewer,
        seat -> {
          seat.page().locator("a[href='#/projects']").click();
          seat.sees(PAGE + "#all", "Project " + key);
          assertThat(seat.page().locator(PAGE + "button")).hasCount(0);
          seat.page().locator(PAGE + "a[href='#/guidelines/" + key + "']").click();
          seat.sees(PAGE + "#text", "Animals.");
          assertThat(seat.complaints()).isEmpty();
        });
  }
}
