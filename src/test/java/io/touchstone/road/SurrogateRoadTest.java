package io.touchstone.road;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.IntegrationTest;
import io.touchstone.deidentification.operator.DeidentificationRules;
import io.touchstone.deidentification.operator.DeidentificationRules.Column;
import io.touchstone.deidentification.operator.DeidentificationRules.Faces;
import io.touchstone.deidentification.operator.DeidentificationRules.Operator;
import io.touchstone.deidentification.operator.DeidentificationRules.Scope;
import io.touchstone.pipeline.Batch;
import io.touchstone.project.ProjectSettings;
import io.touchstone.project.ProjectSettingsBuilder;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A batch from its delivery to the published version in a project that puts surrogates in the place
 * of persons, whom it finds by their context, too.
 */
@DisplayName("A batch on surrogates")
class SurrogateRoadTest extends IntegrationTest {

  private static final DeidentificationRules RULES =
      new DeidentificationRules(
          Map.of(
              "NAME", Operator.SURROGATE,
              "EMAIL", Operator.SURROGATE,
              "DATE_OF_BIRTH", Operator.DATE_SHIFT,
              "ACCOUNT_NUMBER", Operator.HASH,
              "PHONE", Operator.MASK),
          Operator.TAG,
          Scope.SUBJECT,
          List.of(),
          List.of(),
          Map.of("patient", new Column(Column.Use.SUBJECT, Operator.TAG, "NAME")),
          Faces.FILL);

  /** Whom a row is about, and its text; the second row of each gives nothing away by itself. */
  private static final Map<String, List<String>> ROWS = new LinkedHashMap<>();

  static {
    ROWS.put("a", List.of("p1", "blue one: I am Mr Quillfeather, account number 4881 3377"));
    ROWS.put(
        "b", List.of("p1", "red parcel for quillfeather, 4881-3377 is on it, born 12.03.1985"));
    ROWS.put("c", List.of("p2", "blue case: Mr Quillfeather sent me, call +44 20 7946 0018"));
    ROWS.put("d", List.of("p2", "red note of quillfeather and of wigglesham"));
    ROWS.put("e", List.of("p3", "blue case: ask Mrs Wigglesham or write to anna.w@example.org"));
    ROWS.put("f", List.of("p3", "blue nothing else is known, the officer reads Vexborough here"));
    ROWS.put("g", List.of("p3", "red word that nobody knows: Vexborough"));
  }

  @Autowired private BeanFactory beans;
  @Autowired private JdbcClient database;

  private static ProjectSettings settings() {
    return ProjectSettingsBuilder.ofClasses("surrogates")
        .rules(RULES)
        .leakLimit(0.5)
        .recognise(Set.of(ProjectSettings.ByContext.PERSONS))
        .build();
  }

  private static String lines() {
    return ROWS.entrySet().stream()
        .map(
            row ->
                "{\"id\": \"%s\", \"patient\": \"%s\", \"text\": \"%s\"}\n"
                    .formatted(row.getKey(), row.getValue().get(0), row.getValue().get(1)))
        .collect(joining());
  }

  @Test
  void says_the_same_of_one_person_in_every_text_from_delivery_to_publication() throws IOException {
    Road road =
        Road.named(beans, settings(), "# Guideline\n\nRed or blue.\n").annotators("ada", "ben");
    road.officerAway().receiveLines(lines()).untilItRests();
    Map<String, String> before = texts(road);
    road.reviewed("Vexborough").untilItRests();
    while (road.privacyReview().isPresent()) {
      road.everyTextIsClean().untilItRests();
    }
    road.everybodyLabels(Road.RIGHT).untilItRests();
    road.decideRelease("tom", "approve", "");

    Map<String, String> texts = texts(road);
    assertThat(road.batch().state()).isEqualTo(Batch.State.DONE);
    Map<String, JsonNode> published = PublishedRecords.byText(data(), "surrogates");
    assertThat(published.keySet()).containsExactlyInAnyOrderElementsOf(texts.values());
    assertThat(String.join("\n", published.keySet()).toLowerCase(Locale.ROOT))
        .doesNotContain("quill", "wiggle", "vex", "4881", "12.03.1985", "7946", "anna.w", "p1");
    assertThat(texts.get("f")).isNotEqualTo(before.get("f"));
    // Whoever is named twice in texts about the same person keeps one name, in its own capitals.
    assertThat(group("Mr (\\w+)", texts.get("a")))
        .isEqualToIgnoringCase(group("parcel for ([a-z]+),", texts.get("b")))
        .isNotEqualToIgnoringCase(group("Mr (\\w+)", texts.get("c")));
    assertThat(group("Mr (\\w+)", texts.get("c")))
        .isEqualToIgnoringCase(group("note of ([a-z]+)", texts.get("d")));
    assertThat(group("reads (\\w+)", texts.get("f")))
        .isEqualTo(group("knows: (\\w+)", texts.get("g")));
    String account = "(\\[ACCOUNT_NUMBER:[a-p]{16}])";
    assertThat(group(account, texts.get("a"))).isEqualTo(group(account, texts.get("b")));
    assertThat(texts.get("b")).containsPattern("born \\d\\d\\.\\d\\d\\.198[3-6]$");
  }

  private static String group(String expression, String text) {
    Matcher matcher = Pattern.compile(expression).matcher(text);
    assertThat(matcher.find()).as("%s in %s", expression, text).isTrue();
    return matcher.group(1);
  }

  private Map<String, String> texts(Road road) {
    Map<String, String> texts = new LinkedHashMap<>();
    database
        .sql("select external_id, text from touchstone.item where batch_id = ? order by 1")
        .param(road.batchId())
        .query(
            row -> {
              texts.put(row.getString(1), row.getString(2));
            });
    return texts;
  }
}
