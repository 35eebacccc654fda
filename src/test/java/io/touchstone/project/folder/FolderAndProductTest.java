package io.touchstone.project.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchstone.IntegrationTest;
import io.touchstone.RunningTest;
import io.touchstone.Settings;
import io.touchstone.audit.AuditTrail;
import io.touchstone.platform.TouchstoneSettings;
import io.touchstone.platform.web.Refusal;
import io.touchstone.project.Guidelines;
import io.touchstone.project.Project;
import io.touchstone.project.ProjectVersionRepository;
import io.touchstone.project.Projects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A project that has a folder and is changed in the product, too. */
class FolderAndProductTest extends IntegrationTest {

  private static final String FILE =
      """
      key: KEY
      name: Letters
      description: Who answers a letter?
      task: classification
      deidentification: standard
      recognise: []
      labels:
        - {id: sales, name: Sales}
        - {id: service, name: Service}
      skill: letters
      annotatorsPerItem: 2
      goldShare: 0.1
      medianSecondsPerItem: 20
      packageMinutes: 40
      minimumSecondsPerItem: 2
      licence: CC0-1.0
      creator: Letter Office
      contact: letters@example.org
      """;

  private static final String GOLD =
      """
      {"id": "g-1", "text": "A lamp, please", "label": "sales"}
      {"id": "g-2", "text": "The lamp is broken", "label": "service"}
      """;

  @Autowired private Projects projects;
  @Autowired private ProjectVersionRepository made;
  @Autowired private FolderVersions versions;
  @Autowired private ConflictRepository conflicts;
  @Autowired private Guidelines guidelines;
  @Autowired private AuditTrail audit;
  @Autowired private Clock clock;
  @Autowired private TransactionTemplate transaction;
  @Autowired private JdbcClient database;
  @TempDir private Path root;

  private String key;

  @BeforeEach
  void a_first_start_reads_the_folder() {
    key = "letters-" + RunningTest.nextNumber();
    start(FILE, "# Letters\n", GOLD);
  }

  private ProjectLoader loader() {
    TouchstoneSettings settings =
        Settings.of("data", root, "seed", "test", "projects", root.resolve("projects") + "/");
    return new ProjectLoader(settings, projects, versions, audit, transaction);
  }

  private void start(String settings, String guideline, String gold) {
    try {
      Path folder = Files.createDirectories(root.resolve("projects").resolve(key));
      Files.writeString(folder.resolve("project.yaml"), settings.replace("KEY", key));
      Files.writeString(folder.resolve("guideline.md"), guideline);
      Files.writeString(folder.resolve("gold.jsonl"), gold);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    loader().run();
  }

  private Conflicts desk() {
    return new Conflicts(conflicts, loader(), versions, projects, audit, clock);
  }

  /** Four people per item and a limit of 4 %, decided in the product. */
  private void changedInProduct() {
    Project now = projects.require(key);
    made.addVersion(
        ProjectFile.parse(
            "projects/" + key + "/project.yaml",
            FILE.replace("KEY", now.key()).replace("annotatorsPerItem: 2", "annotatorsPerItem: 4")),
        new ProjectVersionRepository.Maker(
            "product", "dana", Optional.of("Four people."), Optional.empty()));
  }

  private int people() {
    return projects.require(key).settings().annotatorsPerItem();
  }

  private List<ConflictRepository.Part> open() {
    return conflicts.open(key).stream().map(ConflictRepository.Conflict::part).toList();
  }

  @Test
  void a_start_with_the_same_folder_leaves_what_was_made_in_the_product() {
    changedInProduct();

    start(FILE, "# Letters\n", GOLD);

    assertThat(people()).isEqualTo(4);
    assertThat(projects.require(key).version()).isEqualTo(2);
    assertThat(open()).isEmpty();
  }

  @Test
  void a_changed_folder_makes_a_version_where_the_product_has_changed_nothing() {
    start(FILE.replace("Item: 2", "Item: 3"), "# Letters\n", GOLD);

    assertThat(people()).isEqualTo(3);
    assertThat(open()).isEmpty();
  }

  @Test
  void where_both_have_changed_the_products_stays_and_a_person_chooses() {
    changedInProduct();
    guidelines.write(key, 1, "# Letters and lamps\n", "Lamps.", "gwen");

    start(FILE.replace("Item: 2", "Item: 3"), "# Letters to all\n", GOLD);

    assertThat(people()).isEqualTo(4);
    assertThat(projects.require(key).guideline()).isEqualTo("# Letters and lamps\n");
    assertThat(open())
        .containsExactlyInAnyOrder(
            ConflictRepository.Part.SETTINGS, ConflictRepository.Part.GUIDELINE);

    desk().decide(key, "settings", true, "dana");
    desk().decide(key, "guideline", false, "dana");

    assertThat(people()).as("the folder's").isEqualTo(3);
    assertThat(projects.require(key).guideline())
        .as("the product's")
        .isEqualTo("# Letters and lamps\n");
    start(FILE.replace("Item: 2", "Item: 3"), "# Letters to all\n", GOLD);
    assertThat(open()).as("decided once").isEmpty();
    assertThat(projects.require(key).version()).isEqualTo(3);
    assertThatThrownBy(() -> desk().decide(key, "settings", true, "dana"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("no such open conflict");
  }

  @Test
  void gold_of_the_product_is_not_taken_out_by_a_file_that_does_not_know_it() {
    ownedByProduct("g-2");

    start(FILE, "# Letters\n", GOLD.lines().findFirst().orElseThrow() + "\n");

    assertThat(inUse()).containsExactly("g-1 sales", "g-2 service");
  }

  @Test
  void a_line_that_says_something_else_than_the_product_is_a_conflict_until_somebody_chooses() {
    ownedByProduct("g-2");

    start(FILE, "# Letters\n", GOLD.replace("service", "sales"));

    assertThat(inUse()).containsExactly("g-1 sales", "g-2 service");
    assertThat(open()).containsExactly(ConflictRepository.Part.GOLD);

    desk().decide(key, "gold", true, "dana");

    assertThat(inUse()).containsExactly("g-1 sales", "g-2 sales");
    start(FILE, "# Letters\n", GOLD.replace("service", "sales"));
    assertThat(open()).isEmpty();
  }

  private void ownedByProduct(String id) {
    database
        .sql(
            """
            update touchstone.gold_item set origin = 'product' where item_id =
              (select id from touchstone.item where project_key = :key and external_id = :id)
            """)
        .param("key", key)
        .param("id", id)
        .update();
  }

  private List<String> inUse() {
    return database
        .sql(
            """
            select i.external_id || ' ' || (g.answers -> 'answer' ->> 'label') from touchstone.gold_item g
            join touchstone.item i on i.id = g.item_id
            where g.project_key = :key and g.in_use order by 1
            """)
        .param("key", key)
        .query(String.class)
        .list();
  }
}
