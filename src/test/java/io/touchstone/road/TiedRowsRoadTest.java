package io.touchstone.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.IntegrationTest;
import io.touchstone.Machine;
import io.touchstone.annotation.Work;
import io.touchstone.pipeline.Batch;
import io.touchstone.platform.security.Directory;
import io.touchstone.platform.security.Role;
import io.touchstone.project.ProjectSettings;
import io.touchstone.project.folder.ProjectFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows that say by whom, about whom and from where they are, from delivery to publication. */
@DisplayName("Rows that are tied to somebody")
@ExtendWith(OutputCaptureExtension.class)
class TiedRowsRoadTest extends IntegrationTest {

  private static final String PASSWORD = "quiet marble staircase";
  private static final Path TABLE = Path.of("src/test/resources/doors/role-by-endpoint.csv");

  /** What each value begins with, and nothing else in the installation. */
  private static final String PLANTED = "zwirbel";

  private static final String ROWS =
      """
      {"nr": 1, "text": "blue one", "Verfasser": "zwirbel-eva", "Abt": "zwirbel-4", "Filiale": "zwirbel-north", "Patient": "zwirbel-p1"}
      {"nr": 2, "text": "red two", "Verfasser": "zwirbel-ben", "Abt": "zwirbel-4", "Patient": "zwirbel-p1"}
      {"nr": 3, "text": "blue three", "Verfasser": " zwirbel-eva ", "Abt": "", "Patient": null}
      {"nr": 4, "text": "red four"}
      """;

  /** What is refused says nothing of itself either. */
  private static final String BAD =
      """
      {"nr": 5, "text": "red five", "Verfasser": ["zwirbel-list"]}
      {"nr": 6, "text": "red six", "Rang": "zwirbel"}
      """;

  private static final String TIES =
      """
      select i.external_id, concat_ws(' ', t.source, t.department, t.author, t.subject) as hashes,
             t.author, t.department, t.subject
      from touchstone.item i left join touchstone.item_tie t on t.item_id = i.id
      where i.batch_id = ? order by 1
      """;

  @Autowired private BeanFactory beans;
  @Autowired private Directory directory;
  @Autowired private JdbcClient database;
  @LocalServerPort private int port;

  private static ProjectSettings settings(String key) {
    return ProjectFile.parse(
        "projects/" + key + "/project.yaml",
        """
        key: %1$s
        name: Tied rows
        description: Red or blue?
        task: classification
        deidentification: standard
        labels: [{id: red, name: Red, hint: ""}, {id: blue, name: Blue, hint: ""}]
        skill: %1$s
        annotatorsPerItem: 2
        goldShare: 0
        leakLimit: 0.5
        medianSecondsPerItem: 10
        packageMinutes: 60
        minimumSecondsPerItem: 2
        licence: CC0-1.0
        creator: Nobody
        contact: nobody@example.org
        delivery: {id: nr, author: Verfasser, department: Abt, source: Filiale, subject: Patient}
        """
            .formatted(key));
  }

  private Road road(String key) {
    return Road.named(beans, settings(key), "# Guideline\n\nRed or blue.\n")
        .annotator("ada" + key, PASSWORD)
        .annotator("ben" + key, PASSWORD);
  }

  private record Tied(String id, String hashes, String author, String department, String subject) {}

  private List<Tied> ties(Road road) {
    return database
        .sql(TIES)
        .param(road.batchId())
        .query(
            (row, number) ->
                new Tied(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5)))
        .list();
  }

  @Test
  void leave_keyed_hashes_and_nothing_else_and_no_annotator_and_no_dataset_gets_those(
      CapturedOutput output) throws IOException {
    Road road = road("tied-rows").receiveLines(ROWS).untilItRests();
    List<Tied> ties = ties(road);

    assertThat(ties).extracting(Tied::id).containsExactly("1", "2", "3", "4");
    assertThat(ties.get(0).hashes()).matches("[0-9a-f]{32}( [0-9a-f]{32}){3}");
    assertThat(ties.get(0).author()).isEqualTo(ties.get(2).author());
    assertThat(ties.get(0).author()).isNotEqualTo(ties.get(1).author());
    assertThat(ties.get(0).department()).isEqualTo(ties.get(1).department());
    assertThat(ties.get(0).subject()).isEqualTo(ties.get(1).subject());
    assertThat(ties.get(3).hashes()).isEmpty();
    Road other = road("tied-rows-of-others").receiveLines(ROWS + BAD).untilItRests();
    assertThat(ties(other).get(0).author())
        .as("under another project's key")
        .isNotEqualTo(ties.get(0).author());

    Pattern secrets = secrets(ties);
    assertThat(annotatorsCalls(road)).noneMatch(answer -> secrets.matcher(answer).find());
    road.everybodyLabels(Road.RIGHT).untilItRests();
    road.decideRelease("tom", "approve", "");
    assertThat(road.batch().state()).isEqualTo(Batch.State.DONE);
    assertThat(PublishedRecords.byText(data(), "tied-rows")).hasSize(4);
    assertThat(published("tied-rows"))
        .hasSizeGreaterThan(5)
        .noneMatch(content -> secrets.matcher(content).find());
    assertThat(looked(road)).contains("zwirbel-eva", "zwirbel-list", "Line 5", "\"author\"");
    assertThat(tablesThatHold(PLANTED)).as("of a delivery and of a look at a file").isEmpty();
    erased(road);
    assertThat(ties(road)).as("with the raw text").allMatch(each -> each.hashes().isEmpty());
    assertThat(output.getAll()).contains(road.batchId()).doesNotContain(PLANTED);
  }

  /** What a data manager sees who looks at the file on the page of projects. */
  private String looked(Road road) {
    directory.add("tieddana", "Dana", Optional.of(PASSWORD), Set.of(Role.DATA_MANAGER));
    String draft = "/project-drafts/" + road.project();
    call("POST", "/project-drafts", "tieddana", "{\"key\": \"%s\"}".formatted(road.project()));
    return call("POST", draft + "/rows", "tieddana", ROWS + BAD);
  }

  private void erased(Road road) {
    directory.add("tiedpaul", "Paul", Optional.of(PASSWORD), Set.of(Role.PRIVACY_OFFICER));
    String reason = "{\"reason\": \"Contract ended.\"}";
    call("POST", "/batches/" + road.batchId() + "/erasure", "tiedpaul", reason);
    road.untilItRests();
  }

  private static Pattern secrets(List<Tied> ties) {
    List<String> all = new ArrayList<>(List.of(PLANTED));
    ties.forEach(each -> all.addAll(List.of(each.hashes().split(" "))));
    return Pattern.compile(
        String.join("|", all.stream().filter(each -> !each.isEmpty()).toList()),
        Pattern.CASE_INSENSITIVE);
  }

  /**
   * What every reading call answers an annotator who has a package open, and the package itself.
   */
  private List<String> annotatorsCalls(Road road) throws IOException {
    String ada = "adatied-rows";
    Work work = road.workOf(ada).orElseThrow();
    Map<String, String> ids =
        Map.of(
            "{packageId}", work.packageId(),
            "{assignmentId}", work.items().get(0).assignment(),
            "batches/{id}", "batches/" + road.batchId(),
            "{key}", road.project(),
            "{project}", road.project(),
            "{name}", road.project(),
            "{version}", "1");
    List<String> answers = new ArrayList<>();
    answers.add(call("POST", "/work/next", road.person(ada).id(), "{}"));
    assertThat(answers.get(0)).contains("blue three");
    for (String line : Files.readAllLines(TABLE)) {
      if (line.startsWith("GET ")) {
        String path = line.substring(4, line.indexOf('|'));
        for (Map.Entry<String, String> id : ids.entrySet()) {
          path = path.replace(id.getKey(), id.getValue());
        }
        answers.add(
            call("GET", path.replaceAll("\\{[^}]+}", "unknown"), road.person(ada).id(), ""));
      }
    }
    return answers;
  }

  /** The answer; that of a change is one of success. */
  private String call(String method, String path, String user, String body) {
    var answer =
        new Machine(port)
            .call(
                method,
                "/api/v1" + path,
                body,
                "Authorization",
                Machine.basic(user, PASSWORD),
                "Content-Type",
                path.endsWith("/rows") ? "application/x-ndjson" : "application/json");
    if (!method.equals("GET")) {
      assertThat(answer.statusCode()).as(answer.body()).isIn(200, 202);
    }
    return answer.body();
  }

  private static List<String> published(String project) throws IOException {
    List<String> contents = new ArrayList<>();
    try (Stream<Path> files = Files.walk(data().resolve(Path.of("datasets", project)))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.add(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return contents;
  }

  /** Tables, the engine's too, of which a row holds a string, as text or in bytes. */
  private List<String> tablesThatHold(String string) {
    String pattern =
        string + "|" + HexFormat.of().formatHex(string.getBytes(StandardCharsets.UTF_8));
    List<String> tables =
        database
            .sql(
                """
                select format('%I.%I', table_schema, table_name) from information_schema.tables
                where table_type = 'BASE TABLE' and table_schema in ('public', 'touchstone')
                """)
            .query(String.class)
            .list();
    assertThat(tables).hasSizeGreaterThan(100);
    return tables.stream()
        .filter(
            table ->
                database
                    .sql("select exists (select from %s r where r::text ~* ?)".formatted(table))
                    .param(pattern)
                    .query(Boolean.class)
                    .single())
        .toList();
  }
}
