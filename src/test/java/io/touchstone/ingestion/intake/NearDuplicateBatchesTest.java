package io.touchstone.ingestion.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.IntegrationTest;
import io.touchstone.deidentification.cleaning.image.DrawnPictures;
import io.touchstone.ingestion.duplicate.NearDuplicates;
import io.touchstone.ingestion.manifest.Manifest;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.road.Road;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
  @Autowired private BatchIntake intake;
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

  @Test
  void or_look_the_same_are_grouped_whatever_file_they_came_in() {
    BufferedImage scene = DrawnPictures.scene(1);
    Road road = Road.of(beans, Options.standard());
    deliver(
        road,
        DrawnPictures.jpeg(scene, .9f),
        DrawnPictures.jpeg(DrawnPictures.scene(2), .9f),
        DrawnPictures.jpeg(blank(0), .9f),
        DrawnPictures.jpeg(DrawnPictures.part(scene, 0, 0, 480, 360, 240, 180), .6f),
        DrawnPictures.jpeg(blank(1), .9f));
    String first = road.batchId();
    Map<Long, String> ofFirst = positions(first);
    road.receive("blue thing", LONG).untilItRests();
    deliver(road, DrawnPictures.jpeg(scene, .5f));

    assertThat(ofFirst).isEqualTo(Map.of(4L, first + "/1:1"));
    assertThat(positions(road.batchId())).isEqualTo(Map.of(1L, first + "/1:1"));
    assertThat(groups(road.project()))
        .as("blank ones have none")
        .isEqualTo(List.of(1, 0, 1, 0, 0, 1));
  }

  private static BufferedImage blank(int number) {
    BufferedImage image = new BufferedImage(100, 100 + number, BufferedImage.TYPE_3BYTE_BGR);
    return image;
  }

  private void deliver(Road road, byte[]... pictures) {
    List<Source> sources =
        Stream.of(pictures)
            .map(picture -> new Source("image/jpeg", new ByteArrayInputStream(picture)))
            .toList();
    road.goesOnWith(intake.receive(road.project(), road.person("mia").id(), sources))
        .untilItRests();
  }

  /** Of batches whose sources have one object each, by the place of the source. */
  private Map<Long, String> positions(String batch) {
    Map<Long, String> near = new LinkedHashMap<>();
    manifest.forEach(
        batch,
        entry ->
            entry
                .nearDuplicateOf()
                .ifPresent(
                    of ->
                        near.put(
                            Long.valueOf(
                                entry.sourceId().substring(entry.sourceId().indexOf('/') + 1)),
                            of)));
    return near;
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
