package io.touchstone.release.format;

/**
 * The process that a batch ran under.
 *
 * @param definitionKey id of the process, "annotation-pipeline"
 * @param version the engine's number of the deployed version
 * @param resourceSha256 SHA-256 of the BPMN file, so that the number can be checked
 * @param businessKey batch id
 */
public record ProcessOrigin(
    String definitionKey, int version, String resourceSha256, String businessKey) {

  CanonicalJson.Fields fields() {
    return CanonicalJson.fields()
        .put("definitionKey", definitionKey)
        .put("version", version)
        .put("resourceSha256", resourceSha256)
        .put("businessKey", businessKey);
  }
}
