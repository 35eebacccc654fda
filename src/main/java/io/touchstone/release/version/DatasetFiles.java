package io.touchstone.release.version;

import java.nio.file.Path;

/**
 * Where a dataset's files live below the data directory, which all nodes share.
 *
 * @param data value of {@code touchstone.data}
 */
public record DatasetFiles(Path data) {

  /** Work tree of the dataset's Git repository. */
  public Path workTree(String dataset) {
    return data.resolve("datasets").resolve(dataset);
  }

  /** Root of the dataset's DVC remote. */
  public Path dvcRemote(String dataset) {
    return data.resolve("dvc").resolve(dataset);
  }

  /** Where a batch's version waits for its approval; can be rebuilt from rows at any time. */
  public Path staging(String batchId) {
    return data.resolve("staging").resolve(batchId);
  }
}
