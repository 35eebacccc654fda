package io.touchstone.release.download;

import io.touchstone.platform.web.Refusal;
import io.touchstone.release.version.DatasetVersion;
import io.touchstone.release.version.DatasetVersionRepository;
import java.util.List;
import org.springframework.stereotype.Service;

/** The published versions. */
@Service
class Datasets {

  private static final String LATEST = "latest";

  private final DatasetVersionRepository versions;

  Datasets(DatasetVersionRepository versions) {
    this.versions = versions;
  }

  List<String> names() {
    return versions.datasets();
  }

  /** The published versions, newest first, or a refusal with 404 if there is none. */
  List<DatasetVersion> versions(String dataset) {
    List<DatasetVersion> published = versions.published(dataset);
    if (published.isEmpty()) {
      throw new Refusal(
          404,
          "unknown-dataset",
          "There is no published dataset with that name. GET /api/v1/datasets lists them.");
    }
    return published;
  }

  /**
   * The version that a reference means.
   *
   * @param ref "latest", "1.0.0", "v1.0.0" or the name of the tag
   * @throws Refusal with 404 if there is none
   */
  DatasetVersion resolve(String dataset, String ref) {
    List<DatasetVersion> published = versions(dataset);
    if (ref.equals(LATEST)) {
      return published.get(0);
    }
    String number = ref.replaceFirst("^(?:.*@)?v", "");
    return published.stream()
        .filter(version -> version.version().equals(number))
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    404,
                    "unknown-version",
                    "The dataset has no such version. GET /api/v1/datasets/"
                        + dataset
                        + "/versions lists them; \"latest\" means the newest."));
  }
}
