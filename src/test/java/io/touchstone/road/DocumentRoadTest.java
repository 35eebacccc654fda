package io.touchstone.road;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.IntegrationTest;
import io.touchstone.annotation.Work;
import io.touchstone.annotation.WorkDesk;
import io.touchstone.deidentification.cleaning.image.AreaCover;
import io.touchstone.ingestion.intake.BatchIntake;
import io.touchstone.ingestion.intake.Source;
import io.touchstone.ingestion.review.PrivacyReviewDesk;
import io.touchstone.pipeline.Batch;
import io.touchstone.platform.web.Refusal;
import io.touchstone.project.TestProjects.Options;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Documents, from the delivery to the published version. */
class DocumentRoadTest extends IntegrationTest {

  @Autowired private BeanFactory beans;
  @Autowired private BatchIntake intake;
  @Autowired private WorkDesk desk;
  @Autowired private PrivacyReviewDesk officer;

  @Test
  void pages_become_a_version_that_carries_them_cleaned() throws IOException {
    Road road = Road.of(beans, Options.standard().annotatorsPerItem(2)).annotators("ada", "ben");
    List<Source> pages = IntStream.rangeClosed(1, 6).mapToObj(DocumentRoadTest::page).toList();
    road.goesOnWith(intake.receive(road.project(), road.person("mia").id(), pages)).untilItRests();

    theFileIsForItsAnnotatorAlone(road);
    road.everybodyLabels(Road.RIGHT).untilItRests().decideRelease("tom", "approve", "");

    assertThat(road.batch().state())
        .as(road.batch().heldBecause().orElse(""))
        .isEqualTo(Batch.State.DONE);
    Map<String, JsonNode> records = PublishedRecords.byText(data(), road.project());
    assertThat(records.keySet()).contains("red thing 1 calls [PHONE]").hasSize(6);
    for (JsonNode record : records.values()) {
      assertThat(record.at("/file/mediaType").asText()).isEqualTo("text/html");
      Path file =
          data()
              .resolve(Path.of("datasets", road.project(), road.project()))
              .resolve(record.at("/file/path").asText());
      assertThat(Files.readString(file)).contains("[PHONE]").doesNotContain("7946");
    }
  }

  @Test
  void what_a_privacy_officer_marks_in_a_picture_is_black_in_the_published_version()
      throws IOException {
    Road road =
        Road.of(beans, Options.standard().annotatorsPerItem(2))
            .annotators("ada", "ben")
            .officerAway();
    List<Source> pictures =
        IntStream.rangeClosed(1, 2).mapToObj(DocumentRoadTest::picture).toList();
    road.goesOnWith(intake.receive(road.project(), road.person("mia").id(), pictures))
        .untilItRests();

    String task = road.privacyReview().orElseThrow().id();
    List<PrivacyReviewDesk.ReviewItem> items = road.sample().items();
    assertThat(items).hasSize(2).allMatch(item -> item.media().equals(Optional.of("image/png")));
    for (PrivacyReviewDesk.ReviewItem item : items) {
      officer.decide(
          task,
          item.id(),
          PrivacyReviewDesk.Decision.MISSED,
          List.of(),
          List.of(new AreaCover.Area(10, 20, 30, 5)),
          road.person("pia"));
    }
    officer.submit(task, road.person("pia"));
    road.untilItRests();
    road.resolve("accept", "The areas are covered.").untilItRests();
    road.everybodyLabels((person, text) -> "red").untilItRests();
    road.resolve("accept", "Where all are red, chance explains it.").untilItRests();
    road.decideRelease("tom", "approve", "");

    assertThat(road.batch().state())
        .as(road.batch().heldBecause().orElse(""))
        .isEqualTo(Batch.State.DONE);
    Path version = data().resolve(Path.of("datasets", road.project(), road.project()));
    List<Path> files;
    try (Stream<Path> walk = Files.walk(version.resolve("files"))) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    assertThat(files).hasSize(2);
    for (Path file : files) {
      BufferedImage image = ImageIO.read(file.toFile());
      assertThat(image.getRGB(10, 20)).isEqualTo(0xff000000);
      assertThat(image.getRGB(39, 24)).isEqualTo(0xff000000);
      assertThat(image.getRGB(9, 20) & 0xff).isEqualTo(200);
      assertThat(image.getRGB(40, 24) & 0xff).isEqualTo(200);
    }
  }

  @Test
  void documents_of_a_megabyte_are_looked_at_and_labelled_one_by_one() {
    Road road =
        Road.of(beans, Options.standard().annotatorsPerItem(2))
            .annotators("ada", "ben")
            .officerAway();
    List<Source> contracts = Stream.of("red", "blue").map(DocumentRoadTest::contract).toList();
    road.goesOnWith(intake.receive(road.project(), road.person("mia").id(), contracts))
        .untilItRests();

    String task = road.privacyReview().orElseThrow().id();
    List<PrivacyReviewDesk.ReviewItem> sheet = road.sample().items();
    assertThat(sheet).extracting(PrivacyReviewDesk.ReviewItem::textFollows).contains(true);
    for (PrivacyReviewDesk.ReviewItem row : sheet) {
      PrivacyReviewDesk.ReviewItem item = officer.item(task, row.id(), road.person("pia"));
      assertThat(item.marks()).extracting(PrivacyReviewDesk.Mark::type).containsExactly("PHONE");
      int at = item.text().indexOf("Quillfeather");
      officer.decide(
          task,
          item.id(),
          PrivacyReviewDesk.Decision.MISSED,
          List.of(new PrivacyReviewDesk.Selected(at, at + 12, "Quillfeather", "NAME")),
          road.person("pia"));
    }
    officer.submit(task, road.person("pia"));
    road.untilItRests().resolve("accept", "The name is masked.").untilItRests();

    Work work = road.workOf("ada").orElseThrow();
    assertThat(work.items()).hasSize(2).allMatch(Work.WorkItem::textFollows);
    for (Work.WorkItem item : work.items()) {
      assertThat(desk.text(road.person("ada"), work.packageId(), item.assignment()))
          .hasSizeGreaterThan(900_000)
          .endsWith("Signed: [NAME], [PHONE].");
    }
  }

  private static Source contract(String colour) {
    String text =
        ("The " + colour + " house is let from the first day of each month.\n").repeat(17_500)
            + "Signed: Quillfeather, 020 7946 0018.";
    return new Source("text/plain", new ByteArrayInputStream(text.getBytes(UTF_8)));
  }

  /** Grey of one brightness, with one dot so that no two are alike. */
  private static Source picture(int number) {
    BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(new Color(200, 200, 200));
    pen.fillRect(0, 0, 64, 48);
    pen.dispose();
    image.setRGB(number, 0, 0xffffff);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Source("image/png", new ByteArrayInputStream(bytes.toByteArray()));
  }

  private void theFileIsForItsAnnotatorAlone(Road road) throws IOException {
    Work work = road.workOf("ada").orElseThrow();
    Work.WorkItem item = work.items().get(0);
    assertThat(item.media()).contains("text/html");
    try (var file =
        desk.object(road.person("ada"), work.packageId(), item.assignment()).content()) {
      assertThat(new String(file.readAllBytes(), UTF_8)).contains("[PHONE]");
    }
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class,
            () -> desk.object(road.person("ben"), work.packageId(), item.assignment()));
    assertThat(refusal.status()).isEqualTo(403);
  }

  private static Source page(int number) {
    String page =
        "<html><body><p>%s thing %d calls <i>020 7946</i> 00%02d</p></body></html>"
            .formatted(number % 2 == 0 ? "blue" : "red", number, number + 10);
    return new Source("text/html", new ByteArrayInputStream(page.getBytes(UTF_8)));
  }
}
