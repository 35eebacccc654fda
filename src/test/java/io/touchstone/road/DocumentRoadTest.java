package io.touchstone.road;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.IntegrationTest;
import io.touchstone.annotation.Work;
import io.touchstone.annotation.WorkDesk;
import io.touchstone.ingestion.BatchIntake;
import io.touchstone.ingestion.Source;
import io.touchstone.pipeline.Batch;
import io.touchstone.platform.web.Refusal;
import io.touchstone.project.TestProjects.Options;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Documents, from the delivery to the published version. */
class DocumentRoadTest extends IntegrationTest {

  @Autowired private BeanFactory beans;
  @Autowired private BatchIntake intake;
  @Autowired private WorkDesk desk;

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
