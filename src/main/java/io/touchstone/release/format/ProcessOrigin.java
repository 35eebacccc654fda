package io.touchstone.release.format;

import java.util.Optional;

/**
 * The process that a batch ran under.
 *
 * @param definitionKey id of the process, "annotation-pipeline"
 * @param version the engine's number of the deployed version
 * @param resourceSha256 SHA-256 of the BPMN file, so that the number can be checked
 * @param businessKey batch id
 * @param setSha256 version of the whole set that was deployed with it: SHA-256 of the listing of
 *     all processes, decision tables and forms; empty where that was not noted
 */
public record ProcessOrigin(
    String definitionKey,
    int version,
    String resourceSha256,
    String businessKey,
    Optional<String> setSha256) {

  /** What was kept before sets had a version lacks it. */
  public ProcessOrigin {
    setSha256 = setSha256 == null ? Optional.empty() : setSha256;
  }

  /** A process of which nobody knows the set. */
  public ProcessOrigin(
      String definitionKey, int version, String resourceSha256, String businessKey) {
    this(definitionKey, version, resourceSha256, businessKey, Optional.empty());
  }

  /** As JSON. */
  public CanonicalJson.Fields fields() {
    CanonicalJson.Fields fields =
        CanonicalJson.fields()
            .put("definitionKey", definitionKey)
            .put("version", version)
            .put("resourceSha256", resourceSha256)
            .put("businessKey", businessKey);
    setSha256.ifPresent(set -> fields.put("setSha256", set));
    return fields;
  }
}
