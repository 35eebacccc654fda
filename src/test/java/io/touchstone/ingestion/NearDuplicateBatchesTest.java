package io.touchstone.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.IntegrationTest;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.road.Road;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("Items that nearly say the same")
class NearDuplicateBatchesTest extends IntegrationTest {

  private static final String LONG =
      "the router on the second floor has been losing its connection every two hours since the"
          + " weekend and a restart helps only for some minutes";

  @Autowired private BeanFactory beans;
  @Autowired private NearDuplicates nearDuplicates;
  @Autowired private Manifest manifest;
  @Autowired private JdbcClient database;

  @Test
  void are_named_to_each_other_in_the_manifest_and_found_in_an_earlier_batch() {
    Road road =
        Road.of(beans, Options.standard())
            .receive(LONG + ", Anna", "something else", LONG + " only", "something else!")
            .untilItRests();
    String first = road.batchId();
    Map<Long, String> ofFirst = near(first);
    road.receive("blue thing", LONG).untilItRests();

    assertThat(ofFirst).isEqualTo(Map.of(3L, first + "/1:1", 4L, first + "/1:2"));
    assertThat(near(road.batchId())).isEqualTo(Map.of(2L, first + "/1:1"));
    assertThat(near(first)).as("what is sealed stays").isEqualTo(ofFirst);
    assertThat(groups(road.project())).isEqualTo(List.of(1, 2, 1, 2, 0, 1));
  }

  @Test
  void are_not_compared_again() {
    String batch =
        Road.of(beans, Options.standard()).receive(LONG, LONG + " again").untilItRests().batchId();

    assertThat(nearDuplicates.groupChunk(batch)).isFalse();
    assertThat(near(batch)).isEqualTo(Map.of(2L, batch + "/1:1"));
  }

  private Map<Long, String> near(String batch) {
    Map<Long, String> near = new LinkedHashMap<>();
    manifest.forEach(
        batch, entry -> entry.nearDuplicateOf().ifPresent(of -> near.put(entry.row(), of)));
    return near;
  }

  private List<Integer> groups(String project) {
    return database
        .sql(
            """
            select coalesce(group_number, 0) from touchstone.near_duplicate
            where project_key = ? order by number
            """)
        .param(project)
        .query(Integer.class)
        .list();
  }
}
