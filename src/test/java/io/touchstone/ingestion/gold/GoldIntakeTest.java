package io.touchstone.ingestion.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchstone.IntegrationTest;
import io.touchstone.platform.StartRefused;
import io.touchstone.project.GoldSink.GoldLine;
import io.touchstone.project.Label;
import io.touchstone.project.Project;
import io.touchstone.project.Projects;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Each test's rows are rolled back: the gold of the shared project stays as it was loaded. */
@Transactional
class GoldIntakeTest extends IntegrationTest {

  private static final String FILE = "demo/projects/support-tickets/gold.jsonl";

  @Autowired private GoldIntake gold;
  @Autowired private Projects projects;
  @Autowired private JdbcClient database;
  private Project project;
  private String label;

  @BeforeEach
  void project() {
    project = projects.require("support-tickets");
    label = project.labels().stream().map(Label::id).findFirst().orElseThrow();
  }

  @Test
  void gold_passes_the_same_de_identification_and_belongs_to_no_batch() {
    load(new GoldLine(1, "x-1", "Card 4111 1111 1111 1111", label));
    assertThat(rows("x-1")).containsExactly("Card [CARD]|true|" + label + "|true");
  }

  @Test
  void loading_twice_changes_nothing_and_ids_stay() {
    GoldLine line = new GoldLine(1, "x-1", "text", label);
    load(line);
    List<String> first = ids();
    load(line);
    assertThat(ids()).isEqualTo(first);
    assertThat(rows("x-1")).hasSize(1);
  }

  @Test
  void changed_text_and_answer_replace_and_what_left_the_file_goes_out_of_use() {
    String other = project.labels().get(1).id();
    load(new GoldLine(1, "x-1", "old", label), new GoldLine(2, "x-2", "kept", label));
    load(new GoldLine(1, "x-1", "new", other));
    assertThat(rows("x-1")).containsExactly("new|true|" + other + "|true");
    assertThat(rows("x-2")).containsExactly("kept|true|" + label + "|false");
  }

  @Test
  void a_wrong_line_is_refused_with_file_and_line_and_nothing_is_quoted() {
    assertRefused("none of the project's labels", new GoldLine(7, "x-1", "s3cret", "s3cret"));
    assertRefused("id or text", new GoldLine(7, "x-1", " ", label));
    assertRefused(
        "occurs above", new GoldLine(1, "x-1", "a", label), new GoldLine(7, "x-1", "b", label));
  }

  private void assertRefused(String words, GoldLine... lines) {
    assertThatThrownBy(() -> load(lines))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(FILE + ": line 7: ")
        .hasMessageContaining(words)
        .hasMessageNotContaining("s3cret");
  }

  private void load(GoldLine... lines) {
    gold.load(project, FILE, List.of(lines));
  }

  private List<String> rows(String goldId) {
    return database
        .sql(
            """
            select i.text || '|' || (i.batch_id is null) || '|' || (g.answers -> 'answer' ->> 'label')
                   || '|' || g.in_use
            from touchstone.item i join touchstone.gold_item g on g.item_id = i.id
            where i.project_key = 'support-tickets' and i.external_id = ?
            """)
        .param(goldId)
        .query(String.class)
        .list();
  }

  private List<String> ids() {
    return database
        .sql("select item_id from touchstone.gold_item order by item_id")
        .query(String.class)
        .list();
  }
}
