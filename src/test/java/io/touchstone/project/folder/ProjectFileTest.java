package io.touchstone.project.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.touchstone.answer.spans.SpanRules;
import io.touchstone.deidentification.operator.DeidentificationRules;
import io.touchstone.platform.StartRefused;
import io.touchstone.project.DeliveryEncoding;
import io.touchstone.project.Label;
import io.touchstone.project.ProjectSettings;
import io.touchstone.project.RowNames;
import io.touchstone.project.Splits;
import io.touchstone.project.Tie;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectFileTest {

  static final String FILE = "projects/letters/project.yaml";

  static final String RIGHT =
      """
      key: letters
      name: Letters
      description: Who answers a letter?
      task: classification
      deidentification: standard
      labels:
        - {id: sales, name: Sales, hint: Buys.}
        - {id: service, name: Service, hint: Complains.}
      skill: letters
      annotatorsPerItem: 3
      goldShare: 0.1
      medianSecondsPerItem: 20
      packageMinutes: 40
      minimumSecondsPerItem: 2
      licence: CC0-1.0
      creator: Letter Office
      contact: letters@example.org
      """;

  @Test
  void persons_are_recognised_unless_a_project_says_otherwise() {
    assertThat(ProjectFile.parse(FILE, RIGHT).recognise())
        .containsExactly(ProjectSettings.ByContext.PERSONS);
    assertThat(ProjectFile.parse(FILE, RIGHT + "recognise: [places, persons]\n").recognise())
        .containsExactlyInAnyOrder(ProjectSettings.ByContext.values());
    assertThat(ProjectFile.parse(FILE, RIGHT + "recognise: []\n").recognise()).isEmpty();
  }

  @Test
  void datasets_are_divided_where_a_project_says_so() {
    assertThat(ProjectFile.parse(FILE, RIGHT).splits().isSingle()).isTrue();
    Splits splits =
        ProjectFile.parse(FILE, RIGHT + "splits: {train: 80, validation: 12.5, test: 7.5}\n")
            .splits();
    assertThat(splits.names()).containsExactly("train", "validation", "test");
    assertThat(splits.percent().get("validation")).isEqualTo(12.5);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {train: 100}           | two to nine parts
          {train: 80, test: 10}  | make 100 together
          {all: 50, test: 50}    | not all
          {Train: 50, test: 50}  | small letters
          {tr-ain: 50, test: 50} | small letters
          {train: 100, test: 0}  | from 0.1 to 99.9
          """)
  void parts_that_make_no_sense_are_refused(String splits, String because) {
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> ProjectFile.parse(FILE, RIGHT + "splits: " + splits + "\n"))
        .withMessageContaining(because);
  }

  @Test
  void a_stored_project_knows_its_parts_and_an_older_one_has_none() throws Exception {
    ObjectMapper json = JsonMapper.builder().findAndAddModules().build();
    ProjectSettings project = ProjectFile.parse(FILE, RIGHT + "splits: {train: 80, test: 20}\n");
    ObjectNode stored = json.valueToTree(project);

    assertThat(json.treeToValue(stored, ProjectSettings.class).splits().names())
        .containsExactly("train", "test");
    stored.remove("splits");
    assertThat(json.treeToValue(stored, ProjectSettings.class).splits().isSingle()).isTrue();
  }

  @Test
  void a_project_that_names_no_format_or_the_usual_one_is_stored_as_it_always_was() {
    ObjectMapper json = JsonMapper.builder().findAndAddModules().build();
    ProjectSettings named = ProjectFile.parse(FILE, RIGHT + "formats: [jsonl]\n");

    assertThat(named).isEqualTo(ProjectFile.parse(FILE, RIGHT));
    assertThat(named.formats()).isEmpty();
    assertThat(json.<ObjectNode>valueToTree(named).has("formats")).isFalse();
    assertThat(SettingsForm.of(named).has("formats")).isFalse();
  }

  @Test
  void a_further_format_is_stored_and_written_out_again_with_the_one_that_is_always_there()
      throws Exception {
    ObjectMapper json = JsonMapper.builder().findAndAddModules().build();
    ProjectSettings settings = ProjectFile.parse(FILE, RIGHT + "formats: [csv]\n");

    assertThat(settings.formats()).containsExactly("csv");
    assertThat(settings).isEqualTo(ProjectFile.parse(FILE, RIGHT + "formats: [csv, jsonl]\n"));
    assertThat(SettingsForm.of(settings).path("formats").toString())
        .isEqualTo("[\"jsonl\",\"csv\"]");
    assertThat(ProjectFile.parse(FILE, SettingsForm.yaml(SettingsForm.of(settings))))
        .isEqualTo(settings);
    assertThat(json.treeToValue(json.valueToTree(settings), ProjectSettings.class))
        .isEqualTo(settings);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [jsonl, coco]  | line 18: the key "formats" names a format that is not known, coco; choose of [jsonl
          [JSONL]        | line 18: the key "formats" names a format that is not known, JSONL; choose of [jsonl
          [~]            | line 18: the key "formats" names a format that is not known, null; choose of [jsonl
          [jsonl, jsonl] | line 18: the key "formats" names jsonl twice; name each format once
          jsonl          | line 18: the key "formats" has a value of a wrong kind
          """)
  void formats_that_nobody_writes_or_that_are_named_twice_are_refused(
      String formats, String because) {
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> ProjectFile.parse(FILE, RIGHT + "formats: " + formats + "\n"))
        .withMessageContaining("projects/letters/project.yaml: " + because);
  }

  @Test
  void an_encoding_is_named_as_the_encoding_standard_names_it() {
    assertThat(encoding("Windows-1252")).hasValue(Charset.forName("windows-1252"));
    // WHATWG Encoding Standard, section 4.2: what calls itself so is windows-1252, and 1254.
    assertThat(encoding("iso-8859-1")).hasValue(Charset.forName("windows-1252"));
    assertThat(encoding("iso-8859-9")).hasValue(Charset.forName("windows-1254"));
    assertThat(ProjectFile.parse(FILE, RIGHT).deliveryEncoding()).isEmpty();
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> encoding("shift_jis"))
        .withMessageContaining(
            "line 19: the key \"encoding\" is not known; choose of [ibm866, iso-8859-1,");
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> ProjectFile.parse(FILE, RIGHT + "delivery: {charset: koi8-r}\n"))
        .withMessageContaining("\"charset\" is not known here");
  }

  @Test
  void deliveries_may_call_text_and_id_otherwise_and_written_out_it_is_said_again() {
    ProjectSettings settings =
        ProjectFile.parse(FILE, RIGHT + "delivery: {text: Wortlaut der Frage, id: Nr}\n");

    assertThat(settings.rowNames()).contains(new RowNames("Wortlaut der Frage", "Nr"));
    assertThat(settings.deliveryEncoding()).isEmpty();
    assertThat(SettingsForm.of(settings).path("delivery").toString())
        .isEqualTo("{\"text\":\"Wortlaut der Frage\",\"id\":\"Nr\"}");
    assertThat(ProjectFile.parse(FILE, RIGHT).rowNames()).isEmpty();
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> ProjectFile.parse(FILE, RIGHT + "delivery: {text: a, id: a}\n"))
        .withMessageContaining("cannot be the column of the text");
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> ProjectFile.parse(FILE, RIGHT + "delivery: {text: 'a,b'}\n"))
        .withMessageContaining("must be the name of a column");
  }

  @Test
  void columns_that_tie_rows_to_somebody_are_named_once_each_and_written_out_the_same() {
    String delivery =
        "delivery: {source: Filiale, department: Abt, author: Verfasser, subject: Patient}\n";
    ProjectSettings settings = ProjectFile.parse(FILE, RIGHT + delivery);

    assertThat(settings.rowNames())
        .contains(
            new RowNames(
                "text",
                "id",
                Map.of(
                    Tie.SOURCE, "Filiale",
                    Tie.DEPARTMENT, "Abt",
                    Tie.AUTHOR, "Verfasser",
                    Tie.SUBJECT, "Patient")));
    assertThat(ProjectFile.parse(FILE, SettingsForm.yaml(SettingsForm.of(settings))))
        .isEqualTo(settings);
    for (String twice :
        List.of("author: text", "author: id", "author: a, source: a", "text: a, author: a")) {
      assertThatExceptionOfType(StartRefused.class)
          .isThrownBy(() -> ProjectFile.parse(FILE, RIGHT + "delivery: {" + twice + "}\n"))
          .withMessageContaining("must be a column of its own");
    }
    String rules =
        RIGHT.replace("deidentification: standard", "deidentification: {columns: {w: subject}}");
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> ProjectFile.parse(FILE, rules + "delivery: {author: w}\n"))
        .withMessageContaining("\"author\" must be a column without a rule");
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> ProjectFile.parse(FILE, rules + "delivery: {subject: p}\n"))
        .withMessageContaining("\"subject\" is named twice");
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> ProjectFile.parse(FILE, RIGHT + "delivery: {author: }\n"))
        .withMessageContaining("must be the name of a column");
  }

  @Test
  void settings_from_before_ties_were_known_are_stored_and_read_as_they_were() throws IOException {
    ObjectMapper json = new ObjectMapper();
    RowNames names = new RowNames("Frage", "Nr");

    assertThat(json.writeValueAsString(names)).isEqualTo("{\"text\":\"Frage\",\"id\":\"Nr\"}");
    assertThat(json.readValue("{\"text\":\"Frage\",\"id\":\"Nr\"}", RowNames.class))
        .isEqualTo(names);
  }

  private static Optional<Charset> encoding(String name) {
    return ProjectFile.parse(FILE, RIGHT + "delivery:\n  encoding: " + name + "\n")
        .deliveryEncoding()
        .flatMap(DeliveryEncoding::of);
  }

  @Test
  void each_name_that_may_be_given_stands_for_one_byte_a_character() {
    assertThat(DeliveryEncoding.names()).hasSizeGreaterThan(20);
    for (String name : DeliveryEncoding.names()) {
      Charset charset = DeliveryEncoding.of(name).orElseThrow();
      assertThat(charset.newDecoder().maxCharsPerByte()).as(name).isEqualTo(1);
      assertThat("a,\"\n".getBytes(charset)).as(name).containsExactly('a', ',', '"', '\n');
    }
  }

  @Test
  void a_right_file_is_read() {
    ProjectSettings project = ProjectFile.parse(FILE, RIGHT);
    assertThat(project.key()).isEqualTo("letters");
    assertThat(project.labels()).extracting(Label::id).containsExactly("sales", "service");
    assertThat(project.annotatorsPerItem()).isEqualTo(3);
    assertThat(project.names()).isEmpty();
    assertThat(project.aql()).isEqualTo(2.5);
  }

  @ParameterizedTest(name = "{0} -> {1}: {2} {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          skill: letters                | skil: letters               | line 9  | the key "skil" is not known
          name: Letters                 |                             | ''      | the key "name" is missing
          annotatorsPerItem: 3          |                             | ''      | the key "annotatorsPerItem" is missing
          annotatorsPerItem: 3          | annotatorsPerItem: three    | line 10 | the key "annotatorsPerItem" has a value of a wrong kind
          annotatorsPerItem: 3          | annotatorsPerItem: 0        | line 10 | the key "annotatorsPerItem" must be from 1.0 to 20.0
          goldShare: 0.1                | goldShare: 10               | line 11 | the key "goldShare" must be from 0.0 to 0.5
          goldShare: 0.1                | goldShare: [0.1]            | line 11 | the key "goldShare" has a value of a wrong kind
          packageMinutes: 40            | packageMinutes: 600         | line 13 | the key "packageMinutes" must be from 1.0 to 480.0
          key: letters                  | key: Letters                | line 1  | the key "key" must be small letters, digits and hyphens
          key: letters                  | key: notes                  | line 1  | the key "key" must be the folder's name, letters
          task: classification          | task: spans-and-more        | line 4  | the key "task" is not known; choose of
          deidentification: standard    | deidentification: some      | line 5  | the key "deidentification" is not known; choose of
          deidentification: standard    | deidentification: none      | ''      | the key "deidentificationReason" must say why nothing is removed
          deidentification: standard    | deidentification: {types: {EMAIL: blur}}         | line 5 | the key "EMAIL" has an unknown operator; choose of
          deidentification: standard    | deidentification: {types: {email: mask}}         | line 5 | the key "email" must be a kind such as EMAIL
          deidentification: standard    | deidentification: {kinds: {EMAIL: mask}}         | line 5 | the key "kinds" is not known here; choose of
          deidentification: standard    | deidentification: {scope: planet}                | line 5 | the key "scope" is not known; choose of
          deidentification: standard    | deidentification: {ocr: tesseract}               | line 5 | the key "ocr" must be true or false
          deidentification: standard    | deidentification: {ocr: true, ocrLanguages: ["-c"]} | line 5 | the key "ocrLanguages" must be a list of one to 5 languages
          deidentification: standard    | deidentification: {alternatives: keep}           | line 5 | the key "alternatives" is not known; choose of [drop, redact]
          deidentification: standard    | deidentification: {columns: {text: drop}}        | line 5 | the key "text" must be a field beside id and text
          deidentification: standard    | deidentification: {columns: {ward: show}}        | line 5 | the key "ward" must be drop, keep, text, subject
          deidentification: standard    | deidentification: {columns: {a: subject, b: subject}} | line 5 | the key "columns" may name one subject only
          {id: sales, name: Sales       | {id: Big Sales, name: Sales | line 6  | the key "labels" have an id that is repeated or not in small letters
          {id: sales, name: Sales       | {id: service, name: Sales   | line 6  | the key "labels" have an id that is repeated
          {id: sales, name: Sales       | {id: sales, nmae: Sales     | line 7  | the key "nmae" is not known
          {id: sales, name: Sales       | {id: sales, name: ''        | line 6  | the key "labels" have a label without a name: sales
          skill: letters                | recognise: [people]         | line 9  | the key "recognise" is not known; choose of [persons, places]
          name: Letters                 | name: a: b                  | line 2  | this is not YAML
          """)
  void a_mistake_is_told_by_file_line_and_key(
      String right, String wrong, String line, String complaint) {
    String text = RIGHT.replaceFirst("\\Q" + right + "\\E", wrong == null ? "" : wrong);
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> ProjectFile.parse(FILE, text))
        .withMessageContaining(FILE + ": " + (line.isEmpty() ? "the key" : line + ": "))
        .withMessageContaining(complaint)
        .satisfies(refused -> assertThat(refused.action()).startsWith("Mend the file"));
  }

  @Test
  void rules_of_deidentification_survive_being_stored() throws Exception {
    String rules =
        RIGHT.replace(
            "deidentification: standard",
            "deidentification: {otherwise: numbered-tag, scope: subject, types: {EMAIL: surrogate},"
                + " columns: {ward: keep, doctor: tag NAME}, ocr: true, ocrLanguages: [eng, deu],"
                + " alternatives: redact}");
    ProjectSettings.Deidentification read = ProjectFile.parse(FILE, rules).deidentification();
    assertThat(read.rules().of("EMAIL")).isEqualTo(DeidentificationRules.Operator.SURROGATE);
    assertThat(read.rules().of("PHONE")).isEqualTo(DeidentificationRules.Operator.NUMBERED_TAG);
    assertThat(read.rules().columns().get("doctor").type()).isEqualTo("NAME");
    assertThat(read.rules().ocrLanguages()).containsExactly("eng", "deu");
    assertThat(read.rules().alternatives()).isEqualTo(DeidentificationRules.Alternatives.REDACT);
    ObjectMapper json = new ObjectMapper();
    assertThat(
            json.readValue(json.writeValueAsString(read), ProjectSettings.Deidentification.class))
        .isEqualTo(read);
    assertThat(json.writeValueAsString(ProjectSettings.Deidentification.NONE))
        .isEqualTo("\"NONE\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{scope: item}                      | ''",
        "{ocr: false, ocrLanguages: [deu]}  | ''",
        "{ocr: true}                        | eng",
        "{ocr: true, ocrLanguages: [deu]}   | deu"
      })
  void text_in_pictures_is_read_only_where_that_is_asked_for(String rules, String languages) {
    String file = RIGHT.replace("deidentification: standard", "deidentification: " + rules);

    assertThat(
            String.join(
                ",", ProjectFile.parse(FILE, file).deidentification().rules().ocrLanguages()))
        .isEqualTo(languages);
  }

  @Test
  void lists_of_strings_are_read_line_by_line_and_a_mistake_is_told_without_the_string() {
    assertThat(StringListFile.parse("deny.txt", "# ours\n[NAME] Haus Abendruh\n=Will\n\nplain\n"))
        .containsExactly(
            new DeidentificationRules.Listed("Haus Abendruh", "NAME", false),
            new DeidentificationRules.Listed("Will", "OTHER", true),
            new DeidentificationRules.Listed("plain", "OTHER", false));
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> StringListFile.parse("deny.txt", "fine\nQ\n"))
        .withMessageContaining("deny.txt: line 2: ");
  }

  @Test
  void a_project_of_spans_needs_one_label_and_says_what_it_allows() {
    String spans =
        RIGHT
            .replace("task: classification", "task: spans")
            .replace("  - {id: service, name: Service, hint: Complains.}\n", "");

    assertThat(ProjectFile.parse(FILE, spans).spanRules()).contains(new SpanRules(false, 0.8));
    assertThat(ProjectFile.parse(FILE, spans + "overlappingSpans: true\ngoldSpanF1: 0.9\n"))
        .extracting(project -> project.spanRules().orElseThrow())
        .isEqualTo(new SpanRules(true, 0.9));
    assertThat(ProjectFile.parse(FILE, RIGHT).spanRules()).isEmpty();
  }

  @Test
  void settings_of_spans_are_refused_in_a_project_of_classes_and_out_of_range() {
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> ProjectFile.parse(FILE, RIGHT + "overlappingSpans: true\n"))
        .withMessageContaining("\"overlappingSpans\" is only for a project whose task is spans");
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(
            () ->
                ProjectFile.parse(
                    FILE, RIGHT.replace("task: classification", "task: spans") + "goldSpanF1: 8\n"))
        .withMessageContaining("\"goldSpanF1\" must be from");
  }

  @Test
  void the_acceptance_quality_limit_is_a_percentage_of_the_standards_range() {
    assertThat(ProjectFile.parse(FILE, RIGHT + "aql: 1.0\n").aql()).isEqualTo(1.0);
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> ProjectFile.parse(FILE, RIGHT + "aql: 25\n"))
        .withMessageContaining("\"aql\" must be from 0.01 to 10.0");
  }

  @Test
  void all_mistakes_are_told_at_once() {
    String text = RIGHT.replace("name: Letters", "").replace("goldShare: 0.1", "goldShare: 2");
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> ProjectFile.parse(FILE, text))
        .withMessageContaining("\"name\" is missing")
        .withMessageContaining("\"goldShare\" must be");
  }

  @Test
  void an_empty_file_is_told() {
    assertThatExceptionOfType(StartRefused.class).isThrownBy(() -> ProjectFile.parse(FILE, ""));
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> ProjectFile.parse(FILE, "# nothing\n"));
  }
}
