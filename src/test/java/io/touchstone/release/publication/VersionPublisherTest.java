package io.touchstone.release.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchstone.release.Samples;
import io.touchstone.release.Tool;
import io.touchstone.release.format.Checksums;
import io.touchstone.release.format.Digests;
import io.touchstone.release.format.ProcessOrigin;
import io.touchstone.release.format.directory.DatasetWriter;
import io.touchstone.release.format.jsonl.JsonLinesReader;
import io.touchstone.release.version.DatasetFiles;
import io.touchstone.release.version.VersionDiff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionPublisherTest {

  private static final Consumer<String> CALM = step -> {};
  private static final String URL = "http://localhost:8080";

  @TempDir Path temporary;
  private Path first;
  private Path second;

  @BeforeEach
  void two_staged_versions() throws IOException {
    first = temporary.resolve("first");
    DatasetWriter.write(first, Samples.content(4), Samples.items(4));
    second = temporary.resolve("second");
    DatasetWriter.write(second, Samples.content(6), Samples.items(6));
  }

  @Test
  void stock_git_clones_the_repository_and_sees_the_annotated_tags() throws Exception {
    Path data = temporary.resolve("data");
    publishFirst(data, CALM);
    VersionPublisher.Published published = publishSecond(data, CALM);
    Path repository = data.resolve("datasets/tickets");

    Tool.run(temporary, "git", "clone", "-q", repository.toString(), "clone");
    Path clone = temporary.resolve("clone");

    assertThat(Tool.run(clone, "git", "tag").lines())
        .containsExactly("tickets@v1.0.0", "tickets@v1.1.0");
    assertThat(Tool.run(clone, "git", "cat-file", "-t", "tickets@v1.1.0").strip()).isEqualTo("tag");
    assertThat(Tool.run(clone, "git", "rev-parse", "tickets@v1.1.0^{commit}", "HEAD").lines())
        .containsOnly(published.commit().commit());
    assertThat(Tool.run(clone, "git", "log", "--format=%an <%ae> %at %ct %s").lines())
        .containsExactly(
            "Touchstone <touchstone@localhost> 1930384800 1930384800 Publish tickets 1.1.0",
            "Touchstone <touchstone@localhost> 1930298400 1930298400 Publish tickets 1.0.0");
    assertThat(Tool.run(clone, "git", "fsck", "--strict")).isNotNull();
    assertThat(Tool.run(repository, "git", "status", "--porcelain")).isEmpty();
    assertThat(Files.readString(clone.resolve("CHANGELOG.md")))
        .isEqualTo(
            """
            # Changes

            ## 1.1.0, 2031-03-04

            - 2 records added, 0 removed, 0 changed

            ## 1.0.0, 2031-03-03

            - 4 records added, 0 removed, 0 changed
            """);
    assertThat(clone.resolve("release/1.0.0/version.json")).exists();
    assertThat(clone.resolve("release/1.1.0/diff.json")).exists();
  }

  /** Root and commit as this publisher made them without any override to name. */
  @Test
  void of_a_dataset_that_all_gates_let_pass_every_file_is_what_it_was_byte_for_byte()
      throws Exception {
    VersionPublisher.Published published = publishFirst(temporary.resolve("data"), CALM);

    assertThat(Checksums.root(first))
        .isEqualTo("a620317c0601e4a722e6e5f4f18c7d220f3185c45db4f5284337dc461284788c");
    assertThat(published.commit().commit()).isEqualTo("063df390192a620e7cfa6933bbda0f501df8e5de");
  }

  @Test
  void the_remote_holds_what_the_pointer_in_git_names_and_the_directory_lies_beside_it()
      throws Exception {
    Path data = temporary.resolve("data");
    VersionPublisher.Published published = publishFirst(data, CALM);
    Path repository = data.resolve("datasets/tickets");

    Path objects = data.resolve("dvc/tickets/files/md5");
    for (String object : Checksums.files(objects)) {
      Path file = objects.resolve(object);
      assertThat(Digests.md5Hex(file)).isEqualTo(object.replace("/", "").replace(".dir", ""));
      assertThat(Files.isWritable(file) && !"root".equals(System.getProperty("user.name")))
          .isFalse();
    }
    assertThat(Checksums.files(objects)).hasSize(9);
    assertThat(Files.readString(repository.resolve("tickets.dvc")))
        .startsWith("outs:\n- md5: " + published.dvcMd5() + "\n  size: ")
        .endsWith("  nfiles: 8\n  hash: md5\n  path: tickets\n");
    assertThat(Files.readString(repository.resolve(".dvc/config")))
        .contains("['remote \"store\"']\n    url = http://localhost:8080/api/v1/dvc/tickets\n");
    assertThat(Tool.run(repository.resolve("tickets"), "sha256sum", "-c", "sha256sums.txt"))
        .doesNotContain("FAILED");
  }

  @Test
  void publishing_again_changes_nothing() throws Exception {
    Path data = temporary.resolve("data");
    VersionPublisher.Published once = publishFirst(data, CALM);
    SortedMap<String, String> before = state(data);

    VersionPublisher.Published twice = publishFirst(data, CALM);

    assertThat(twice).isEqualTo(once);
    assertThat(state(data)).isEqualTo(before);
  }

  @Test
  void publishing_an_older_version_again_leaves_branch_and_tags_alone() throws Exception {
    Path data = temporary.resolve("data");
    VersionPublisher.Published once = publishFirst(data, CALM);
    publishSecond(data, CALM);
    String before = Tool.run(data.resolve("datasets/tickets"), "git", "show-ref");

    assertThat(publishFirst(data, CALM)).isEqualTo(once);
    assertThat(Tool.run(data.resolve("datasets/tickets"), "git", "show-ref")).isEqualTo(before);
  }

  @Test
  void a_crash_after_any_step_heals_by_publishing_again() throws Exception {
    Path undisturbed = temporary.resolve("undisturbed");
    TreeSet<String> steps = new TreeSet<>();
    int[] count = new int[1];
    Consumer<String> counting =
        step -> {
          steps.add(step);
          count[0]++;
        };
    publishFirst(undisturbed, counting);
    publishSecond(undisturbed, counting);
    SortedMap<String, String> expected = state(undisturbed);
    assertThat(steps).hasSizeGreaterThan(15);

    for (int crash = 1; crash <= count[0]; crash++) {
      Path data = temporary.resolve("crash-" + crash);
      Consumer<String> fatal = new CrashAt(crash);
      publishUntilDone(() -> publishFirst(data, fatal));
      publishUntilDone(() -> publishSecond(data, fatal));
      assertThat(state(data)).as("after a crash at step %s", crash).isEqualTo(expected);
    }
  }

  @Test
  void locks_and_halves_that_a_killed_process_left_do_not_stop_the_next_try() throws Exception {
    Path undisturbed = temporary.resolve("undisturbed");
    publishFirst(undisturbed, CALM);
    Path data = temporary.resolve("data");
    Path git = data.resolve("datasets/tickets/.git");
    Files.createDirectories(git.resolve("refs/heads"));
    Files.createDirectories(git.resolve("refs/tags"));
    for (String left :
        List.of(
            "config.tmp",
            "index.lock",
            "HEAD.lock",
            "refs/heads/main.lock",
            "refs/tags/tickets@v1.0.0.lock")) {
      Files.writeString(git.resolve(left), "half");
    }
    Files.createDirectories(data.resolve("datasets/tickets/.dvc/tmp/incoming/data"));
    Files.createDirectories(data.resolve("datasets/tickets/tickets"));
    Files.writeString(data.resolve("datasets/tickets/tickets/half.jsonl"), "{");

    publishFirst(data, CALM);

    assertThat(state(data)).isEqualTo(state(undisturbed));
  }

  @Test
  void a_tag_with_other_content_is_a_fault_and_is_not_moved() throws Exception {
    Path data = temporary.resolve("data");
    publishFirst(data, CALM);
    String before = Tool.run(data.resolve("datasets/tickets"), "git", "show-ref", "--tags");

    assertThatThrownBy(() -> publish(data, CALM, second, "1.0.0", Optional.empty()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("never moved");

    assertThat(Tool.run(data.resolve("datasets/tickets"), "git", "show-ref", "--tags"))
        .isEqualTo(before);
  }

  private interface Attempt {
    void run() throws IOException;
  }

  private static void publishUntilDone(Attempt attempt) throws IOException {
    try {
      attempt.run();
    } catch (CrashAt.Crash crash) {
      attempt.run();
    }
  }

  private static final class CrashAt implements Consumer<String> {

    private static final class Crash extends RuntimeException {
      Crash(String step) {
        super(step);
      }
    }

    private final int at;
    private int reached;

    CrashAt(int at) {
      this.at = at;
    }

    @Override
    public void accept(String step) {
      reached++;
      if (reached == at) {
        throw new Crash(step);
      }
    }
  }

  private VersionPublisher.Published publishFirst(Path data, Consumer<String> progress)
      throws IOException {
    return publish(data, progress, first, "1.0.0", Optional.empty());
  }

  private VersionPublisher.Published publishSecond(Path data, Consumer<String> progress)
      throws IOException {
    return publish(data, progress, second, "1.1.0", Optional.of("1.0.0"));
  }

  private VersionPublisher.Published publish(
      Path data, Consumer<String> progress, Path staged, String version, Optional<String> previous)
      throws IOException {
    List<Path> before = previous.isPresent() ? JsonLinesReader.files(first) : List.of();
    VersionDiff diff = VersionDiff.between(before, JsonLinesReader.files(staged));
    Instant approved =
        Instant.parse(previous.isPresent() ? "2031-03-04T10:00:00.5Z" : "2031-03-03T10:00:00Z");
    VersionPublisher.Approved request =
        new VersionPublisher.Approved(
            "tickets",
            version,
            previous,
            "tickets-1",
            diff.added(),
            Checksums.root(staged),
            diff,
            new ProcessOrigin("annotation-pipeline", 1, "d00d", "tickets-1"),
            List.of(),
            "0123456789ab",
            approved);
    return new VersionPublisher(new DatasetFiles(data), URL, progress).publish(request, staged);
  }

  /** Every file but Git's cache of file times, with its digest. */
  private static SortedMap<String, String> state(Path data) throws IOException {
    SortedMap<String, String> state = new TreeMap<>();
    for (String path : Checksums.files(data)) {
      if (!path.endsWith(".git/index")) {
        state.put(path, Digests.sha256Hex(data.resolve(path)));
      }
    }
    return state;
  }
}
