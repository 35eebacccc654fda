package io.touchstone.release.dvc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.touchstone.release.Samples;
import io.touchstone.release.Tool;
import io.touchstone.release.format.Digests;
import io.touchstone.release.format.directory.DatasetWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The oracle is Python's own json and hashlib, with the call that dvc-data makes. */
class DirectoryManifestTest {

  private static final String ORACLE =
      """
      import hashlib, json, sys
      names = json.load(open(sys.argv[1], encoding="utf-8"))
      entries = [{"relpath": n, "md5": hashlib.md5(n.encode()).hexdigest()} for n in names]
      text = json.dumps(sorted(entries, key=lambda e: e["relpath"]), sort_keys=True).encode()
      sys.stdout.write(hashlib.md5(text).hexdigest() + ".dir " + text.decode())
      """;

  @TempDir Path directory;

  @Test
  void names_that_break_other_writers_give_the_bytes_that_python_gives() throws Exception {
    List<String> names =
        List.of(
            "\u00fcber.txt",
            "\uD83D\uDE00.txt",
            "\uE000.txt",
            "\uFFFD.txt",
            "del\u007f.txt",
            "quote\"back\\slash.txt",
            "line\nbreak\ttab\b\f\r\u0001.txt",
            "odd.txt",
            "odd-sibling.txt",
            "odd/a",
            "odd/\u00e9/b",
            "plain");
    Path listed = directory.resolve("names.json");
    Files.writeString(listed, JsonMapper.builder().build().writeValueAsString(names));

    DirectoryManifest manifest =
        new DirectoryManifest(
            names.stream()
                .map(
                    name ->
                        new DirectoryManifest.Entry(
                            Digests.md5Hex(name.getBytes(StandardCharsets.UTF_8)), name))
                .toList(),
            0);

    String ours = manifest.id() + " " + new String(manifest.bytes(), StandardCharsets.US_ASCII);
    assertThat(ours).isEqualTo(Tool.run(directory, "python3", "-c", ORACLE, listed.toString()));
  }

  @Test
  void a_real_directory_gives_the_id_that_python_gives() throws Exception {
    DatasetWriter.write(directory, Samples.content(5), Samples.items(5));

    String script =
        """
        import hashlib, json, os
        entries = []
        for folder, _, files in os.walk("."):
            for name in files:
                path = os.path.join(folder, name)
                digest = hashlib.md5(open(path, "rb").read()).hexdigest()
                entries.append({"relpath": os.path.relpath(path, "."), "md5": digest})
        text = json.dumps(sorted(entries, key=lambda e: e["relpath"]), sort_keys=True).encode()
        print(hashlib.md5(text).hexdigest() + ".dir")
        """;

    assertThat(DirectoryManifest.of(directory).id())
        .isEqualTo(Tool.run(directory, "python3", "-c", script).strip());
  }

  @Test
  void paths_are_ordered_by_code_points_of_the_whole_path() {
    List<DirectoryManifest.Entry> entries = new ArrayList<>();
    for (String path : List.of("odd/a", "\uD83D\uDE00", "odd.txt", "\uE000", "odd-sibling.txt")) {
      entries.add(new DirectoryManifest.Entry("0", path));
    }

    DirectoryManifest manifest = new DirectoryManifest(entries, 0);

    assertThat(manifest.entries().stream().map(DirectoryManifest.Entry::path))
        .containsExactly("odd-sibling.txt", "odd.txt", "odd/a", "\uE000", "\uD83D\uDE00");
  }

  @Test
  void an_empty_directory_is_the_empty_list() {
    // md5 of the two bytes "[]", by md5sum.
    assertThat(new DirectoryManifest(List.of(), 0).id())
        .isEqualTo("d751713988987e9331980363e24189ce.dir");
  }
}
