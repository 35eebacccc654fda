package io.touchstone.project.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchstone.IntegrationTest;
import io.touchstone.Settings;
import io.touchstone.audit.AuditTrail;
import io.touchstone.platform.StartRefused;
import io.touchstone.platform.TouchstoneSettings;
import io.touchstone.project.ProjectSettings;
import io.touchstone.project.Projects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The folder of a project of spans, as the start reads it. */
@Transactional
class ProjectTaskTest extends IntegrationTest {

  private static final String NOTES =
      """
      key: task-notes
      name: Notes
      description: Which drug
      task: spans
      deidentification: standard
      labels:
        - {id: drug, name: Drug, hint: Any.}
      skill: notes
      annotatorsPerItem: 3
      goldShare: 0.1
      medianSecondsPerItem: 20
      packageMinutes: 40
      minimumSecondsPerItem: 2
      licence: CC0-1.0
      creator: Ward
      contact: ward@example.org
      """;

  @Autowired private Projects projects;
  @Autowired private FolderVersions versions;
  @Autowired private AuditTrail audit;
  @Autowired private TransactionTemplate transaction;
  @TempDir private Path root;

  private void load(String project, String goldLines) throws IOException {
    Path folder = Files.createDirectories(root.resolve("projects/task-notes"));
    Files.writeString(folder.resolve("project.yaml"), project);
    Files.writeString(folder.resolve("guideline.md"), "# Guideline\n");
    Files.writeString(folder.resolve("gold.jsonl"), goldLines);
    TouchstoneSettings settings =
        Settings.of("data", root, "seed", "test", "projects", root.resolve("projects") + "/");
    new ProjectLoader(settings, projects, versions, audit, transaction).run();
  }

  private static String goldLine(String spans) {
    return "{\"id\": \"g-1\", \"text\": \"Give aspirin\", \"spans\": " + spans + "}\n";
  }

  @Test
  void a_project_of_spans_is_read_with_its_gold() throws IOException {
    load(NOTES, goldLine("[{\"start\": 5, \"end\": 12, \"label\": \"drug\"}]"));

    assertThat(projects.find("task-notes").orElseThrow().task())
        .isEqualTo(ProjectSettings.Task.SPANS);
  }

  @Test
  void what_is_wrong_in_gold_is_told_by_line_and_place() {
    assertGoldRefused("[{\"start\": 5, \"end\": 12.5, \"label\": \"drug\"}]", "spans[0].end: ");
    assertGoldRefused("[{\"start\": 5, \"end\": 13, \"label\": \"drug\"}]", "spans[0].end: ");
    assertGoldRefused(
        "[{\"start\": 5, \"end\": 12, \"label\": \"drug\", \"text\": \"insulin\"}]",
        "spans[0].text: ");
    assertGoldRefused("null", "spans: ");
  }

  private void assertGoldRefused(String spans, String place) {
    assertThatThrownBy(() -> load(NOTES, goldLine(spans)))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("task-notes/gold.jsonl: line 1: " + place);
  }

  @Test
  void the_task_of_a_project_cannot_change() throws IOException {
    load(NOTES, "");
    String classes =
        NOTES
            .replace("task: spans", "task: classification")
            .replace("skill:", "  - {id: none, name: None, hint: x}\nskill:");

    assertThatThrownBy(() -> load(classes, ""))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("the key \"task\" was spans");
  }
}
