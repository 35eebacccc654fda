package io.touchstone.release.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.ResetCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TagBuilder;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * Publishes versions as commits with annotated tags. Commit and tag are functions of the
 * publication and of the previous version's commit, so publishing again, after a crash or for no
 * reason, finds or makes the same objects. The work tree follows the branch.
 *
 * <p>One publisher per dataset at a time; the caller holds a lock.
 */
public final class GitPublisher {

  private static final String NAME = "Touchstone";
  private static final String ADDRESS = "touchstone@localhost";
  private static final String CHANGELOG = "CHANGELOG.md";
  private static final String CHANGELOG_TITLE = "# Changes\n";

  private final Path workTree;
  private final Consumer<String> progress;

  /**
   * @param workTree directory of the dataset's repository, made when missing
   * @param progress is told after every durable step
   */
  public GitPublisher(Path workTree, Consumer<String> progress) {
    this.workTree = workTree;
    this.progress = progress;
  }

  /**
   * Publishes the version, or finds it published.
   *
   * @throws IllegalStateException if the version's tag exists with other content, or if the
   *     previous version is not in the repository
   */
  public PublishedCommit publish(Publication publication) throws IOException {
    try (Repository repository = GitRepository.open(workTree)) {
      progress.accept("git repository");
      ObjectId commit = commit(repository, publication);
      progress.accept("git commit");
      ObjectId tag = tag(repository, publication, commit);
      progress.accept("git tag object");
      refuseOtherTag(repository, publication, tag);
      advanceBranch(repository, commit);
      progress.accept("git branch");
      setRef(repository, Constants.R_TAGS + publication.tag(), tag, ObjectId.zeroId());
      progress.accept("git tag");
      checkOut(repository);
      progress.accept("git work tree");
      return new PublishedCommit(commit.name(), publication.tag());
    }
  }

  private ObjectId commit(Repository repository, Publication publication) throws IOException {
    Optional<RevCommit> parent = previous(repository, publication);
    SortedMap<String, byte[]> files = new TreeMap<>(publication.files());
    files.put(CHANGELOG, changelog(repository, parent, publication));
    try (ObjectInserter objects = repository.newObjectInserter()) {
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(tree(repository, objects, parent, files));
      parent.ifPresent(commit::setParentId);
      commit.setAuthor(person(publication));
      commit.setCommitter(person(publication));
      commit.setMessage("Publish " + publication.dataset() + " " + publication.version() + "\n");
      ObjectId id = objects.insert(commit);
      objects.flush();
      return id;
    }
  }

  private static ObjectId tag(Repository repository, Publication publication, ObjectId commit)
      throws IOException {
    try (ObjectInserter objects = repository.newObjectInserter()) {
      TagBuilder tag = new TagBuilder();
      tag.setTag(publication.tag());
      tag.setObjectId(commit, Constants.OBJ_COMMIT);
      tag.setTagger(person(publication));
      tag.setMessage(publication.dataset() + " " + publication.version() + "\n");
      ObjectId id = objects.insert(tag);
      objects.flush();
      return id;
    }
  }

  private static PersonIdent person(Publication publication) {
    return new PersonIdent(NAME, ADDRESS, publication.at(), ZoneOffset.UTC);
  }

  private static Optional<RevCommit> previous(Repository repository, Publication publication)
      throws IOException {
    if (publication.previousVersion().isEmpty()) {
      return Optional.empty();
    }
    String tag = Publication.tag(publication.dataset(), publication.previousVersion().get());
    Ref ref = repository.exactRef(Constants.R_TAGS + tag);
    if (ref == null) {
      throw new IllegalStateException(
          "The repository of "
              + publication.dataset()
              + " lacks the tag "
              + tag
              + ". Restore the datasets directory from its backup, then retry.");
    }
    try (RevWalk walk = new RevWalk(repository)) {
      return Optional.of(walk.parseCommit(ref.getObjectId()));
    }
  }

  private static ObjectId tree(
      Repository repository,
      ObjectInserter objects,
      Optional<RevCommit> parent,
      SortedMap<String, byte[]> files)
      throws IOException {
    SortedMap<String, ObjectId> blobs = new TreeMap<>();
    if (parent.isPresent()) {
      try (TreeWalk walk = new TreeWalk(repository)) {
        walk.addTree(parent.get().getTree());
        walk.setRecursive(true);
        while (walk.next()) {
          blobs.put(walk.getPathString(), walk.getObjectId(0));
        }
      }
    }
    for (var file : files.entrySet()) {
      blobs.put(file.getKey(), objects.insert(Constants.OBJ_BLOB, file.getValue()));
    }
    DirCache index = DirCache.newInCore();
    DirCacheBuilder builder = index.builder();
    blobs.forEach((path, blob) -> builder.add(entry(path, blob)));
    builder.finish();
    return index.writeTree(objects);
  }

  private static DirCacheEntry entry(String path, ObjectId blob) {
    DirCacheEntry entry = new DirCacheEntry(path);
    entry.setFileMode(FileMode.REGULAR_FILE);
    entry.setObjectId(blob);
    return entry;
  }

  /** The newest version stands first. */
  private static byte[] changelog(
      Repository repository, Optional<RevCommit> parent, Publication publication)
      throws IOException {
    String older = "";
    if (parent.isPresent()) {
      try (TreeWalk walk = TreeWalk.forPath(repository, CHANGELOG, parent.get().getTree())) {
        byte[] bytes = repository.open(walk.getObjectId(0)).getBytes();
        older = new String(bytes, StandardCharsets.UTF_8).substring(CHANGELOG_TITLE.length());
      }
    }
    String entry =
        "\n## "
            + publication.version()
            + ", "
            + LocalDate.ofInstant(publication.at(), ZoneOffset.UTC)
            + "\n\n"
            + publication.changes();
    return (CHANGELOG_TITLE + entry + older).getBytes(StandardCharsets.UTF_8);
  }

  private static void refuseOtherTag(Repository repository, Publication publication, ObjectId tag)
      throws IOException {
    Ref existing = repository.exactRef(Constants.R_TAGS + publication.tag());
    if (existing != null && !existing.getObjectId().equals(tag)) {
      throw new IllegalStateException(
          "The tag "
              + publication.tag()
              + " exists with other content and is never moved. Another batch has taken this"
              + " version number: let its publication finish, then retry this one.");
    }
  }

  /** The branch moves to the commit unless it is there or beyond already. */
  private static void advanceBranch(Repository repository, ObjectId commit) throws IOException {
    ObjectId current = repository.resolve(GitRepository.BRANCH);
    if (current != null) {
      try (RevWalk walk = new RevWalk(repository)) {
        if (walk.isMergedInto(walk.parseCommit(commit), walk.parseCommit(current))) {
          return;
        }
      }
    }
    setRef(repository, GitRepository.BRANCH, commit, current == null ? ObjectId.zeroId() : current);
  }

  private static void setRef(Repository repository, String name, ObjectId value, ObjectId expected)
      throws IOException {
    Ref existing = repository.exactRef(name);
    if (existing != null && existing.getObjectId().equals(value)) {
      return;
    }
    RefUpdate update = repository.updateRef(name);
    update.setNewObjectId(value);
    update.setExpectedOldObjectId(expected);
    update.disableRefLog();
    RefUpdate.Result result =
        name.equals(GitRepository.BRANCH) ? update.forceUpdate() : update.update();
    switch (result) {
      case NEW, FAST_FORWARD, FORCED, NO_CHANGE -> {}
      default ->
          throw new IllegalStateException(
              "Git could not set " + name + " (" + result + "). Retry the publication.");
    }
  }

  private static void checkOut(Repository repository) throws IOException {
    try (Git git = new Git(repository)) {
      git.reset()
          .setMode(ResetCommand.ResetType.HARD)
          .setRef(GitRepository.BRANCH)
          .disableRefLog(true)
          .call();
    } catch (GitAPIException e) {
      throw new IOException("The work tree could not follow the published version.", e);
    }
  }
}
