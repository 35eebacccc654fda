package io.touchstone.release;

import java.nio.file.Path;

/**
 * Where a dataset's files live below the data directory, which all nodes share.
 *
 * @param data value of {@code touchstone.data}
 */
record DatasetFiles(Path data) {

  /** Work tree of the dataset's Git repository. */
  Path workTree(String dataset) {
    return data.resolve("datasets").resolve(dataset);
  }

  /** Root of the dataset's DVC remote. */
  Path dvcRemote(String dataset) {
    return data.resolve("dvc").resolve(dataset);
  }

  /** Where a batch's version waits for its approval; can be rebuilt from rows at any time. */
  Path staging(String batchId) {
    return data.resolve("staging").resolve(batchId);
  }
}
