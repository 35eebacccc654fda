package io.touchstone.ingestion.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.IntegrationTest;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.office.OfficeSamples;
import io.touchstone.ingestion.Ingestion;
import io.touchstone.ingestion.manifest.Manifest;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Office documents on their way to items, with the recognisers that a project has. */
class OfficeIngestionTest extends IntegrationTest {

  private static final List<ObjectType> KINDS =
      List.of(
          ObjectType.DOCX,
          ObjectType.XLSX,
          ObjectType.PPTX,
          ObjectType.ODT,
          ObjectType.DOC,
          ObjectType.XLS,
          ObjectType.PPT);

  @Autowired private BatchIntake intake;
  @Autowired private Ingestion ingestion;
  @Autowired private Manifest manifest;
  @Autowired private JdbcClient database;

  @Test
  void each_kind_becomes_an_item_with_its_redacted_text_and_passes_the_second_look() {
    List<Source> sources = new ArrayList<>();
    for (ObjectType kind : KINDS) {
      byte[] object = OfficeSamples.of(kind, written(kind) + "020 7946 0018 now.");
      sources.add(new Source("application/octet-stream", new ByteArrayInputStream(object)));
    }

    String batch = intake.receive("support-tickets", "dora", sources);
    boolean more = true;
    while (more) {
      more = ingestion.ingestChunk(batch);
    }

    List<String> outcomes = new ArrayList<>();
    manifest.forEach(
        batch, entry -> outcomes.add(entry.status() + " " + entry.reason().orElse("-")));
    assertThat(outcomes).hasSize(KINDS.size()).containsOnly("OK -");
    List<String> texts =
        database
            .sql("select text from touchstone.item where batch_id = ?")
            .param(batch)
            .query(String.class)
            .list();
    for (ObjectType kind : KINDS) {
      assertThat(texts).anyMatch(text -> text.contains(written(kind) + "[PHONE] now."));
    }
  }

  private static String written(ObjectType kind) {
    return "please read the " + kind.extension() + " file and ring ";
  }
}
