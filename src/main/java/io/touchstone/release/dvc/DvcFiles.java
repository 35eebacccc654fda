package io.touchstone.release.dvc;

import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/** The small text files by which a Git repository points to data in a DVC remote. */
public final class DvcFiles {

  private DvcFiles() {}

  /**
   * All of them, by path in the repository.
   *
   * @param dataset name, also of the directory
   * @param manifest the directory's files
   * @param remoteUrl absolute address of the remote; relative ones resolve wrongly on fetching tags
   */
  public static SortedMap<String, byte[]> of(
      String dataset, DirectoryManifest manifest, String remoteUrl) {
    SortedMap<String, String> files = new TreeMap<>();
    files.put(dataset + ".dvc", pointer(dataset, manifest));
    files.put(".dvc/config", config(remoteUrl));
    files.put(".dvc/.gitignore", "/config.local\n/tmp\n/cache\n");
    files.put(".dvcignore", "# Paths that dvc leaves alone, one pattern a line.\n");
    files.put(".gitignore", "/" + dataset + "\n");
    SortedMap<String, byte[]> bytes = new TreeMap<>();
    files.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
    return bytes;
  }

  /** The keys in the order in which DVC writes them; "hash: md5" is what makes it DVC 3. */
  private static String pointer(String dataset, DirectoryManifest manifest) {
    return """
        outs:
        - md5: %s
          size: %s
          nfiles: %s
          hash: md5
          path: %s
        """
        .formatted(manifest.id(), manifest.totalBytes(), manifest.entries().size(), dataset);
  }

  /** The verification makes the client hash what it pulls. */
  private static String config(String remoteUrl) {
    return """
        [core]
            remote = store
            analytics = false
            check_update = false
        ['remote "store"']
            url = %s
            verify = true
        """
        .formatted(remoteUrl);
  }
}
