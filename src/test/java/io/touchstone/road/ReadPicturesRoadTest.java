package io.touchstone.road;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.IntegrationTest;
import io.touchstone.deidentification.cleaning.image.AreaCover;
import io.touchstone.deidentification.cleaning.ocr.InstalledReader;
import io.touchstone.deidentification.cleaning.ocr.PrintedPictures;
import io.touchstone.deidentification.cleaning.ocr.PrintedPictures.Harm;
import io.touchstone.deidentification.cleaning.ocr.PrintedPictures.Planted;
import io.touchstone.deidentification.cleaning.ocr.PrintedPictures.Printed;
import io.touchstone.deidentification.operator.DeidentificationRules;
import io.touchstone.ingestion.intake.BatchIntake;
import io.touchstone.ingestion.intake.Source;
import io.touchstone.ingestion.review.PrivacyReviewDesk;
import io.touchstone.ingestion.review.PrivacyReviewDesk.Decision;
import io.touchstone.pipeline.Batch;
import io.touchstone.project.ProjectSettings;
import io.touchstone.project.ProjectSettingsBuilder;
import java.awt.Font;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Letters as pictures, from the delivery to the published version. */
class ReadPicturesRoadTest extends IntegrationTest {

  private static final Printed MARKED_IN_TEXT =
      letter("red letter", "Phone: {PHONE|+1 202 555 0123}", "Signed {OTHER|Vexborough}");
  private static final Printed MARKED_IN_PICTURE =
      letter("red note", "Phone: {PHONE|+1 202 555 0177}", "Signed {OTHER|Grumblewick}");

  @Autowired private BeanFactory beans;
  @Autowired private BatchIntake intake;
  @Autowired private PrivacyReviewDesk officer;
  @Autowired private JdbcClient database;

  private static Printed letter(String... lines) {
    return PrintedPictures.drawn(
        List.of(lines), new Font("Liberation Serif", Font.PLAIN, 26), Harm.NONE, new Random(1));
  }

  private static ProjectSettings settings() {
    DeidentificationRules plain = DeidentificationRules.PLAIN;
    DeidentificationRules reading =
        new DeidentificationRules(
            plain.types(),
            plain.otherwise(),
            plain.scope(),
            plain.deny(),
            plain.allow(),
            plain.columns(),
            plain.faces(),
            List.of("eng"));
    return ProjectSettingsBuilder.ofClasses("read-pictures").rules(reading).leakLimit(0.5).build();
  }

  @Test
  void what_an_officer_marks_in_text_or_picture_goes_from_both() throws IOException {
    InstalledReader.get();
    Road road =
        Road.named(beans, settings(), "# Guideline\n\nRed or blue.\n")
            .annotators("ada", "ben")
            .officerAway();
    List<Source> letters = List.of(source(MARKED_IN_TEXT), source(MARKED_IN_PICTURE));
    road.goesOnWith(intake.receive(road.project(), road.person("mia").id(), letters))
        .untilItRests();

    for (PrivacyReviewDesk.ReviewItem item : road.sample().items()) {
      mark(road, item);
    }
    officer.submit(road.privacyReview().orElseThrow().id(), road.person("pia"));
    road.untilItRests();
    assertThat(texts(road))
        .containsExactlyInAnyOrder(
            "red letter\nPhone: [PHONE]\nSigned [OTHER]",
            "red note\nPhone: [PHONE]\nSigned [OTHER]");
    road.resolve("accept", "Both are covered.").untilItRests();
    road.everybodyLabels((person, text) -> "red").untilItRests();
    road.resolve("accept", "Where all are red, chance explains it.").untilItRests();
    road.decideRelease("tom", "approve", "");

    assertThat(road.batch().state())
        .as(road.batch().heldBecause().orElse(""))
        .isEqualTo(Batch.State.DONE);
    Map<String, JsonNode> records = PublishedRecords.byText(data(), road.project());
    assertThat(records).hasSize(2);
    assertBlack(road, records, "red letter", MARKED_IN_TEXT);
    assertBlack(road, records, "red note", MARKED_IN_PICTURE);
  }

  private void mark(Road road, PrivacyReviewDesk.ReviewItem item) {
    String task = road.privacyReview().orElseThrow().id();
    int name = item.text().indexOf("Vexborough");
    if (name >= 0) {
      officer.decide(
          task,
          item.id(),
          Decision.MISSED,
          List.of(new PrivacyReviewDesk.Selected(name, name + 10, "Vexborough", "OTHER")),
          road.person("pia"));
      return;
    }
    Rectangle drawn = MARKED_IN_PICTURE.planted().get(1).area().getBounds();
    drawn.grow(3, 3);
    officer.decide(
        task,
        item.id(),
        Decision.MISSED,
        List.of(),
        List.of(new AreaCover.Area(drawn.x, drawn.y, drawn.width, drawn.height)),
        road.person("pia"));
  }

  private List<String> texts(Road road) {
    return database
        .sql("select text from touchstone.item where batch_id = :batch")
        .param("batch", road.batch().id())
        .query(String.class)
        .list();
  }

  private static void assertBlack(
      Road road, Map<String, JsonNode> records, String beginning, Printed printed)
      throws IOException {
    JsonNode record =
        records.entrySet().stream()
            .filter(each -> each.getKey().startsWith(beginning))
            .findFirst()
            .orElseThrow()
            .getValue();
    Path version = data().resolve(Path.of("datasets", road.project(), road.project()));
    BufferedImage image = ImageIO.read(version.resolve(record.at("/file/path").asText()).toFile());
    for (Planted planted : printed.planted()) {
      Rectangle area = planted.area().getBounds();
      Stream.iterate(area.x, x -> x < area.x + area.width, x -> x + 1)
          .forEach(
              x ->
                  assertThat(image.getRGB(x, area.y + area.height / 2))
                      .as("%s at %d", planted.kind(), x)
                      .isEqualTo(0xff000000));
    }
  }

  private static Source source(Printed printed) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(printed.image(), "png", bytes);
    return new Source("image/png", new ByteArrayInputStream(bytes.toByteArray()));
  }
}
