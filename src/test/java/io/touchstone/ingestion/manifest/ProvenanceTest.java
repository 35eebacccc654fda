package io.touchstone.ingestion.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.touchstone.ingestion.manifest.ManifestOverview.Leaks;
import io.touchstone.ingestion.manifest.ManifestOverview.Objects;
import io.touchstone.ingestion.manifest.ManifestOverview.SourceCounts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The provenance of a batch in PROV-JSON")
class ProvenanceTest {

  private static final Instant RECEIVED = Instant.parse("2026-03-01T08:00:00Z");
  private static final Instant SEALED = Instant.parse("2026-03-01T09:00:00Z");
  private static final Instant ERASED = Instant.parse("2026-06-01T03:00:00Z");

  /**
   * What each kind of relation names, and of which kind that has to be: sections 3.3 to 3.5 of the
   * submission.
   */
  private static final Map<String, Map<String, String>> ENDS =
      Map.of(
          "used", Map.of("prov:activity", "activity", "prov:entity", "entity"),
          "wasGeneratedBy", Map.of("prov:entity", "entity", "prov:activity", "activity"),
          "wasInvalidatedBy", Map.of("prov:entity", "entity", "prov:activity", "activity"),
          "wasDerivedFrom", Map.of("prov:generatedEntity", "entity", "prov:usedEntity", "entity"),
          "wasAttributedTo", Map.of("prov:entity", "entity", "prov:agent", "agent"),
          "wasAssociatedWith",
              Map.of("prov:activity", "activity", "prov:agent", "agent", "prov:plan", "entity"));

  private static final Set<String> DECLARATIONS = Set.of("entity", "activity", "agent");

  @Test
  void names_only_what_it_declares_each_end_of_a_relation_of_its_kind() {
    JsonNode document = provenance(sealed(Optional.of(ERASED)));

    int ends = 0;
    for (Map.Entry<String, JsonNode> kind : document.properties()) {
      if (kind.getKey().equals("prefix") || DECLARATIONS.contains(kind.getKey())) {
        continue;
      }
      for (JsonNode relation : kind.getValue()) {
        for (Map.Entry<String, String> end : ENDS.get(kind.getKey()).entrySet()) {
          String named = relation.get(end.getKey()).asText();
          assertThat(document.get(end.getValue()).has(named))
              .as("%s of %s names the %s %s", end.getKey(), kind.getKey(), end.getValue(), named)
              .isTrue();
          ends++;
        }
      }
    }
    assertThat(ends).isGreaterThan(20);
  }

  @Test
  void declares_the_prefix_of_every_name_and_keeps_relations_anonymous() {
    JsonNode document = provenance(sealed(Optional.of(ERASED)));

    assertThat(document.get("prefix").get("ts").asText()).startsWith("urn:");
    for (Map.Entry<String, JsonNode> kind : document.properties()) {
      String begin = DECLARATIONS.contains(kind.getKey()) ? "ts:" : "_:";
      if (!kind.getKey().equals("prefix")) {
        assertThat(kind.getValue().properties()).allMatch(each -> each.getKey().startsWith(begin));
      }
    }
  }

  @Test
  void tells_when_by_which_rules_and_from_what_the_items_were_made() {
    JsonNode document = provenance(sealed(Optional.empty()));

    JsonNode run = document.get("activity").get("ts:ingestion/letters-1");
    assertThat(run.get("prov:startTime").asText()).isEqualTo("2026-03-01T08:00:00Z");
    assertThat(run.get("prov:endTime").asText()).isEqualTo("2026-03-01T09:00:00Z");
    assertThat(texts(document.get("used"), "prov:entity"))
        .containsExactly("ts:source/letters-1/1", "ts:source/letters-1/2", "ts:items/letters-1");
    assertThat(texts(document.get("wasAssociatedWith"), "prov:plan"))
        .containsExactly("ts:policy/" + "a".repeat(64));
    assertThat(document.get("entity").get("ts:manifest/letters-1").get("ts:merkleRoot").asText())
        .isEqualTo("b".repeat(64));
    assertThat(document.has("wasInvalidatedBy")).isFalse();
  }

  @Test
  void ends_the_raw_objects_with_the_erasure_of_their_key() {
    JsonNode document = provenance(sealed(Optional.of(ERASED)));

    assertThat(texts(document.get("wasInvalidatedBy"), "prov:entity"))
        .containsExactly("ts:source/letters-1/1", "ts:source/letters-1/2");
    assertThat(texts(document.get("wasInvalidatedBy"), "prov:time"))
        .containsOnly("2026-06-01T03:00:00Z");
  }

  private static JsonNode provenance(ManifestOverview manifest) {
    return new ObjectMapper().valueToTree(Provenance.of(manifest));
  }

  private static List<String> texts(JsonNode relations, String end) {
    return relations.properties().stream().map(each -> each.getValue().get(end).asText()).toList();
  }

  private static ManifestOverview sealed(Optional<Instant> erased) {
    return new ManifestOverview(
        "letters-1",
        "letters",
        "done",
        RECEIVED,
        "mia",
        Stream.of(1, 2).map(ProvenanceTest::source).toList(),
        new Objects(Map.of(), Map.of(), Map.of(), 0, 0, 0, 0),
        Map.of("NAME", 12L, "PHONE", 3L),
        1,
        2,
        Map.of("a".repeat(64), 10L),
        Optional.empty(),
        Optional.of(SEALED),
        Optional.of("b".repeat(64)),
        Optional.of(true),
        Optional.of(new Leaks(10, 1, .2, .25, 2, 0, .8, 3, 2, 1, 10, 1, .2)),
        erased);
  }

  private static SourceCounts source(int position) {
    return new SourceCounts(
        "letters-1/" + position, "text/csv", 1_000, "c".repeat(64), 5, 4, 1, 0, 0);
  }
}
