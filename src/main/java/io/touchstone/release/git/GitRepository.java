package io.touchstone.release.git;

import io.touchstone.platform.files.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * The repository of one dataset on the disk, made by hand instead of by a template so that making
 * it can be repeated after a crash at any line.
 */
final class GitRepository {

  static final String BRANCH = "refs/heads/main";

  private static final String CONFIG =
      """
      [core]
      \trepositoryformatversion = 0
      \tfilemode = false
      \tbare = false
      \tlogallrefupdates = false
      \tautocrlf = false
      \thooksPath = /dev/null
      [gc]
      \tauto = 0
      """;

  private GitRepository() {}

  /**
   * Opens the repository in the work tree, making what is missing. The caller is the only writer:
   * locks that a killed process left are removed.
   */
  static Repository open(Path workTree) throws IOException {
    Path git = workTree.resolve(".git");
    for (String folder : List.of("objects/info", "objects/pack", "refs/heads", "refs/tags")) {
      Files.createDirectories(git.resolve(folder));
    }
    writeUnlessThere(git.resolve("config"), CONFIG);
    writeUnlessThere(git.resolve("HEAD"), "ref: " + BRANCH + "\n");
    removeLocks(git);
    return read(workTree);
  }

  /** Opens an existing repository. */
  static Repository read(Path workTree) throws IOException {
    IsolatedSystemReader.install();
    Repository repository =
        new FileRepositoryBuilder()
            .setGitDir(workTree.resolve(".git").toFile())
            .setWorkTree(workTree.toFile())
            .setMustExist(true)
            .build();
    // In memory only: stock git calls the first of these keys outdated on every command.
    repository.getConfig().setBoolean("core", null, "fsyncObjectFiles", true);
    repository.getConfig().setBoolean("core", null, "fsyncRefFiles", true);
    return repository;
  }

  private static void writeUnlessThere(Path file, String text) throws IOException {
    if (!Files.exists(file)) {
      AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void removeLocks(Path git) throws IOException {
    for (String folder : List.of("", "refs/heads", "refs/tags")) {
      try (var files = Files.newDirectoryStream(git.resolve(folder), "*.lock")) {
        for (Path lock : files) {
          Files.deleteIfExists(lock);
        }
      }
    }
  }
}
