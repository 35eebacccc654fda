package io.touchstone.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.audit.Superuser;
import io.touchstone.platform.security.Role;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two thousand batches of an invented project; every tenth is done, batches of a day share its
 * time.
 */
class BatchListTest extends InspectionTest {

  private static final int BATCHES = 2_000;

  private static final String INSERT_PROJECT =
      """
      with project as (
        insert into touchstone.project (key, name, loaded_at)
        values ('many', 'Many batches', '2030-01-01T00:00:00Z') on conflict do nothing returning key),
      schema as (
        insert into touchstone.label_schema
        select key, 1, '[]', 'x', '2030-01-01T00:00:00Z' from project returning project_key)
      insert into touchstone.project_version
        (project_key, version, settings, sha256, label_schema_version, origin, made_by, made_at)
      select project_key, 1, '{}', 'x', 1, 'file', 'system', '2030-01-01T00:00:00Z' from schema
      """;

  private static final String INSERT =
      """
      insert into touchstone.batch (id, project_key, submitted_by, created_at, state, ended_at,
        wrapped_key, project_version, label_schema_version, guideline_version)
      select 'many-' || n, 'many', 'mia', timestamptz '2020-01-01T00:00:00Z' + n / 7 * interval '1 day',
             case when n % 10 = 0 then 'done' else 'running' end,
             case when n % 10 = 0 then timestamptz '2030-01-01T00:00:00Z' end, '', 1, 1, 1
      from generate_series(1, :count) n on conflict do nothing
      """;

  @BeforeEach
  void manyBatches() {
    database.sql(INSERT_PROJECT).update();
    database.sql(INSERT).param("count", BATCHES).update();
  }

  @Test
  void pages_lead_through_all_batches_once_newest_first() {
    List<JsonNode> walked = walk("project=many");

    assertThat(walked).hasSize(BATCHES);
    assertThat(walked.stream().map(each -> each.get("batchId").asText()).distinct())
        .hasSize(BATCHES);
    assertThat(walked.stream().map(each -> each.get("createdAt").asText()))
        .isSortedAccordingTo((one, other) -> other.compareTo(one));
  }

  @Test
  void state_and_part_of_the_id_narrow_the_list() {
    assertThat(walk("project=many&state=done")).hasSize(BATCHES / 10);
    assertThat(
            walk("project=many&text=many-199").stream().map(each -> each.get("batchId").asText()))
        .containsExactlyInAnyOrder(
            "many-199",
            "many-1990",
            "many-1991",
            "many-1992",
            "many-1993",
            "many-1994",
            "many-1995",
            "many-1996",
            "many-1997",
            "many-1998",
            "many-1999");
    assertThat(walk("text=no_such%25batch")).isEmpty();
  }

  @Test
  void the_newest_page_is_read_along_an_index() {
    // The planner must know how many rows there are; on a busy day nobody has told it yet.
    try (Superuser superuser = Superuser.of(beans)) {
      superuser.kept(as -> as.sql("analyze touchstone.batch").update());
    }

    String plan =
        String.join(
            "\n",
            database
                .sql(
                    """
                    explain select id from touchstone.batch
                    where (created_at, id) < (timestamptz '2024-01-01T00:00:00Z', 'x')
                    order by created_at desc, id desc limit 51
                    """)
                .query(String.class)
                .list());

    assertThat(plan).contains("batch_newest").doesNotContain("Sort");
  }

  @Test
  void a_cursor_that_is_none_is_refused_with_a_sentence() {
    var answer = ask(Role.AUDITOR, "/batches?before=yesterday");

    assertThat(answer.getStatusCode().value()).isEqualTo(422);
    assertThat(answer.getBody().get("detail").asText()).contains("next");
  }

  @Test
  void an_id_is_found_or_not() {
    assertThat(read("/find?id=many-7").get("kind").asText()).isEqualTo("batch");
    assertThat(read("/find?id=nothing-7").get("kind").asText()).isEqualTo("nothing");
  }

  private List<JsonNode> walk(String filter) {
    List<JsonNode> all = new ArrayList<>();
    JsonNode page = read("/batches?" + filter);
    page.get("batches").forEach(all::add);
    while (!page.get("next").isNull()) {
      page = read("/batches?" + filter + "&before={cursor}", page.get("next").asText());
      page.get("batches").forEach(all::add);
    }
    return all;
  }
}
