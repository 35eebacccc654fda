package io.touchstone.ingestion.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.IntegrationTest;
import io.touchstone.platform.crypto.MerkleTree;
import io.touchstone.platform.security.Directory;
import io.touchstone.platform.security.Role;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.road.Road;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("The manifest of a batch")
class ManifestSealTest extends IntegrationTest {

  private static final String PASSWORD = "Correct-Horse-7";

  @Autowired private BeanFactory beans;
  @Autowired private ManifestSeals seals;
  @Autowired private Directory directory;
  @Autowired private TestRestTemplate http;
  @Autowired private JdbcClient database;
  private String batch;

  @BeforeEach
  void an_ingested_batch() {
    directory.add("sealpaul", "Paul", Optional.of(PASSWORD), Set.of(Role.PRIVACY_OFFICER));
    batch =
        Road.of(beans, Options.standard())
            .receiveLines(
                "{\"text\": \"Call 020 7946 0018\"}\n{\"text\": \"\"}\n{\"text\": \"fine\"}\n")
            .untilItRests()
            .batchId();
  }

  @Test
  void is_sealed_under_the_root_that_anybody_computes_from_its_exported_lines() {
    MerkleTree tree = new MerkleTree();
    http.withBasicAuth("sealpaul", PASSWORD)
        .getForObject("/api/v1/batches/{id}/manifest", String.class, batch)
        .lines()
        .forEach(tree::add);

    assertThat(seals.check(batch).orElseThrow().seal().root()).isEqualTo(tree.root());
    assertThat(seals.check(batch).orElseThrow().seal().entries()).isEqualTo(3);
  }

  @Test
  void is_named_by_an_audit_event_and_so_enters_the_hash_chain() {
    String recorded =
        database
            .sql(
                """
                select details ->> 'root' from touchstone.audit_event
                where action = 'manifest_sealed' and object = :batch
                """)
            .param("batch", "batch:" + batch)
            .query(String.class)
            .single();

    assertThat(recorded).isEqualTo(seals.check(batch).orElseThrow().seal().root());
  }

  @Test
  void shows_that_an_items_text_was_changed_afterwards() {
    assertThat(seals.check(batch).orElseThrow().unchanged()).isTrue();

    database
        .sql(
            "update touchstone.item set text = text || '.' where batch_id = :batch and text = 'fine'")
        .param("batch", batch)
        .update();

    assertThat(seals.check(batch).orElseThrow().unchanged()).isFalse();
  }

  @Test
  void is_not_sealed_again_while_nothing_has_changed() {
    ManifestSeal again = seals.seal(batch);

    assertThat(again.number()).isEqualTo(1);
  }
}
