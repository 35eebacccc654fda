package io.touchstone.ingestion.manifest;

import io.touchstone.ingestion.manifest.ManifestOverview.SourceCounts;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A manifest in the words of W3C PROV, for catalogues that read provenance: sources were used by
 * the ingestion of their batch, which by its policy made the items and the manifest; a review
 * looked at them; raw objects end with the erasure of their key. Written as PROV-JSON (Huynh and
 * others, The PROV-JSON Serialization, W3C Member Submission of 24 April 2013). Rows are told as
 * counts: each of them has its line in the manifest itself.
 */
final class Provenance {

  private static final String SPACE = "urn:touchstone:";

  private final ManifestOverview manifest;
  private final Map<String, Map<String, Map<String, Object>>> document = new LinkedHashMap<>();
  private final String ingestion;
  private final String items;

  private Provenance(ManifestOverview manifest) {
    this.manifest = manifest;
    this.ingestion = "ts:ingestion/" + manifest.batchId();
    this.items = "ts:items/" + manifest.batchId();
  }

  /**
   * The document, to be written as JSON.
   *
   * @return by kind of record the records by their ids
   */
  static Map<String, ?> of(ManifestOverview manifest) {
    Provenance provenance = new Provenance(manifest);
    provenance.ingested();
    manifest.sources().forEach(provenance::delivered);
    manifest.policies().keySet().forEach(provenance::planned);
    provenance.reviewed();
    provenance.erased();
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("prefix", Map.of("ts", SPACE));
    whole.putAll(provenance.document);
    return whole;
  }

  private void ingested() {
    Map<String, Object> run = declare("activity", ingestion);
    run.put("prov:startTime", manifest.receivedAt().toString());
    manifest.sealedAt().ifPresent(end -> run.put("prov:endTime", end.toString()));
    manifest.notDeidentifiedBecause().ifPresent(why -> run.put("ts:notDeidentifiedBecause", why));
    declare("agent", "ts:touchstone").put("prov:type", name("prov:SoftwareAgent"));
    declare("agent", person()).put("prov:type", name("prov:Person"));
    Map<String, Object> made = declare("entity", items);
    made.put("prov:type", name("prov:Collection"));
    new TreeMap<>(manifest.masks()).forEach((type, count) -> made.put("ts:masks." + type, count));
    made.put("ts:masksByReview", manifest.corrected());
    made.put("ts:nearDuplicates", manifest.nearDuplicates());
    relate("wasGeneratedBy", "prov:entity", items, "prov:activity", ingestion);
    manifest.root().ifPresent(this::sealed);
  }

  private void sealed(String root) {
    String seal = "ts:manifest/" + manifest.batchId();
    Map<String, Object> entity = declare("entity", seal);
    entity.put("prov:type", "manifest");
    entity.put("ts:merkleRoot", root);
    relate("wasGeneratedBy", "prov:entity", seal, "prov:activity", ingestion);
  }

  private void delivered(SourceCounts source) {
    String id = source(source);
    Map<String, Object> entity = declare("entity", id);
    entity.put("prov:type", "source object");
    entity.put("ts:mediaType", source.mediaType());
    entity.put("ts:bytes", source.bytes());
    entity.put("ts:keyedDigest", source.digest());
    entity.put("ts:received", source.received());
    entity.put("ts:ok", source.ok());
    entity.put("ts:rejected", source.rejected());
    entity.put("ts:duplicate", source.duplicate());
    entity.put("ts:quarantined", source.quarantined());
    relate("used", "prov:activity", ingestion, "prov:entity", id);
    relate("wasDerivedFrom", "prov:generatedEntity", items, "prov:usedEntity", id);
    relate("wasAttributedTo", "prov:entity", id, "prov:agent", person());
  }

  private void planned(String policySha256) {
    String policy = "ts:policy/" + policySha256;
    declare("entity", policy).put("prov:type", name("prov:Plan"));
    relate("wasAssociatedWith", "prov:activity", ingestion, "prov:agent", "ts:touchstone")
        .put("prov:plan", policy);
  }

  private void reviewed() {
    manifest
        .leaks()
        .ifPresent(
            leaks -> {
              String review = "ts:privacy-review/" + manifest.batchId();
              Map<String, Object> activity = declare("activity", review);
              activity.put("ts:reviewed", leaks.reviewed());
              activity.put("ts:missed", leaks.missed());
              activity.put("ts:leakUpperBound", leaks.upperBound());
              activity.put("ts:leakLimit", leaks.limit());
              activity.put("ts:reviewerSensitivity", leaks.sensitivity());
              relate("used", "prov:activity", review, "prov:entity", items);
            });
  }

  private void erased() {
    manifest
        .rawErasedAt()
        .ifPresent(
            at -> {
              String erasure = "ts:erasure/" + manifest.batchId();
              declare("activity", erasure).put("prov:endTime", at.toString());
              manifest.sources().forEach(source -> ended(source(source), erasure, at));
            });
  }

  private void ended(String source, String erasure, Instant at) {
    relate("wasInvalidatedBy", "prov:entity", source, "prov:activity", erasure)
        .put("prov:time", at.toString());
  }

  private String person() {
    return "ts:person/" + manifest.submittedBy();
  }

  private static String source(SourceCounts source) {
    return "ts:source/" + source.sourceId();
  }

  private Map<String, Object> declare(String kind, String id) {
    return document
        .computeIfAbsent(kind, each -> new LinkedHashMap<>())
        .computeIfAbsent(id, each -> new LinkedHashMap<>());
  }

  /** A relation has no name of its own; PROV-JSON wants one beginning with an underscore. */
  private Map<String, Object> relate(
      String kind, String role, String one, String otherRole, String other) {
    int number = document.getOrDefault(kind, Map.of()).size() + 1;
    Map<String, Object> relation = declare(kind, "_:" + kind + number);
    relation.put(role, one);
    relation.put(otherRole, other);
    return relation;
  }

  private static Map<String, String> name(String qualified) {
    return Map.of("$", qualified, "type", "prov:QUALIFIED_NAME");
  }
}
