package io.touchstone.ingestion.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.IntegrationTest;
import io.touchstone.deidentification.cleaning.image.face.DoubtfulPictures;
import io.touchstone.ingestion.review.PrivacyReviewDesk.ReviewItem;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.road.Road;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pictures in which the face detector was unsure reach the privacy officer. */
class DoubtfulPicturesInReviewTest extends IntegrationTest {

  private static final int DOUBTFUL = 8;
  private static final int PICTURES = 30;

  @Autowired private BeanFactory beans;
  @Autowired private BatchIntake intake;
  @Autowired private JdbcClient database;

  /** 60 texts, each with a rare word, and an archive of 30 pictures, 8 of them doubtful. */
  private Road road() throws IOException {
    Road road = Road.of(beans, Options.standard()).officerAway();
    String rows =
        IntStream.rangeClosed(1, 60)
            .mapToObj(i -> "{\"id\": \"%d\", \"text\": \"red thing %d\"}".formatted(i, i))
            .collect(Collectors.joining("\n"));
    List<Source> sources =
        List.of(
            new Source("application/x-ndjson", new ByteArrayInputStream(rows.getBytes(UTF_8))),
            new Source("application/zip", new ByteArrayInputStream(pictures())));
    return road.goesOnWith(intake.receive(road.project(), road.person("mia").id(), sources))
        .untilItRests();
  }

  private static byte[] pictures() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int number = 0; number < PICTURES; number++) {
        zip.putNextEntry(new ZipEntry(number + ".png"));
        zip.write(number < DOUBTFUL ? DoubtfulPictures.png(number) : plain(number));
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] plain(int number) throws IOException {
    BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
    image.setRGB(number, 0, Color.WHITE.getRGB());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  private int count(Road road, String kind, int fewestPlaces) {
    return database
        .sql(
            """
            select count(*) from touchstone.privacy_review_item d
            join touchstone.item_object o on o.item_id = d.item_id
            where d.batch_id = ? and d.kind = ? and jsonb_array_length(o.doubtful_places) >= ?
            """)
        .params(road.batchId(), kind, fewestPlaces)
        .query(Integer.class)
        .single();
  }

  private int drawn(Road road, String kind) {
    return database
        .sql("select count(*) from touchstone.privacy_review_item where batch_id = ? and kind = ?")
        .params(road.batchId(), kind)
        .query(Integer.class)
        .single();
  }

  /** A tenth of the random items; "red thing" has no rare word, so pictures get every place. */
  @Test
  void they_are_on_the_sheet_beside_the_random_sample_and_it_shows_where_to_look()
      throws IOException {
    Road road = road();

    int random = drawn(road, "random");
    int byLot = count(road, "random", 1);
    assertThat(random).as("fewer than all, or nothing would be shown").isLessThan(60 + PICTURES);
    assertThat(drawn(road, "risk"))
        .isEqualTo(count(road, "risk", 1))
        .isEqualTo(Math.min((int) Math.ceil(random / 10.), DOUBTFUL - byLot))
        .isPositive();
    List<ReviewItem> shown =
        road.sample().items().stream().filter(item -> !item.doubtful().isEmpty()).toList();
    assertThat(shown).hasSize(byLot + drawn(road, "risk"));
    assertThat(shown).allMatch(item -> item.media().isPresent() && item.doubtful().size() == 1);
    assertThat(road.sample().items())
        .filteredOn(item -> item.media().isEmpty())
        .allMatch(item -> item.doubtful().isEmpty());
  }

  /** A missed name makes a second round; a picture of the first one is put on its sheet, too. */
  @Test
  void what_the_officer_has_looked_at_is_settled_when_it_comes_up_again() throws IOException {
    Road road = road();
    String missed =
        road.sample().items().stream()
            .map(ReviewItem::text)
            .filter(text -> text.matches("red thing \\d\\d"))
            .findFirst()
            .orElseThrow();
    road.reviewed(missed).untilItRests();
    if (road.privacyReview().isEmpty()) {
      road.resolve("repeat", "One was missed.").untilItRests();
    }
    int put =
        database
            .sql(
                """
                insert into touchstone.privacy_review_item
                  (id, batch_id, round, run, position, item_id, kind)
                select 'again-' || d.id, d.batch_id, 2, d.run, 900 + d.position, d.item_id, 'risk'
                from touchstone.privacy_review_item d
                join touchstone.item_object o on o.item_id = d.item_id
                where d.batch_id = ? and d.round = 1 and o.doubtful_places <> '[]'
                """)
            .param(road.batchId())
            .update();

    assertThat(put).isPositive();
    assertThat(road.sample().items())
        .filteredOn(item -> item.id().startsWith("again-"))
        .hasSize(put)
        .allMatch(item -> item.doubtful().isEmpty());
  }
}
