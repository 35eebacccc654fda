package io.touchstone.release.dvc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.touchstone.release.format.Checksums;
import io.touchstone.release.format.Digests;
import io.touchstone.release.format.Utf8Order;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The list of a directory's files by which DVC 3 names the directory: {@code
 * json.dumps(sorted(entries, key=relpath), sort_keys=True)} in Python, dvc-data hashfile/tree.py.
 *
 * @param entries ordered by the code points of the whole path
 * @param totalBytes size of all files together
 */
public record DirectoryManifest(List<Entry> entries, long totalBytes) {

  /** One file: MD5 of its bytes and its path with forward slashes. */
  public record Entry(String md5, String path) {}

  private static final String SUFFIX = ".dir";

  public DirectoryManifest {
    entries =
        entries.stream().sorted(Comparator.comparing(Entry::path, Utf8Order.INSTANCE)).toList();
  }

  /** Reads and hashes all files below the directory. */
  public static DirectoryManifest of(Path directory) throws IOException {
    List<Entry> entries = new ArrayList<>();
    long total = 0;
    for (String path : Checksums.files(directory)) {
      Path file = directory.resolve(path);
      entries.add(new Entry(Digests.md5Hex(file), path));
      total += Files.size(file);
    }
    return new DirectoryManifest(entries, total);
  }

  /** Reads a manifest that DVC or this class wrote; the total size is not in it and reads as 0. */
  static DirectoryManifest parse(byte[] bytes) throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (JsonNode entry : JsonMapper.builder().build().readTree(bytes)) {
      entries.add(new Entry(entry.get("md5").textValue(), entry.get("relpath").textValue()));
    }
    return new DirectoryManifest(entries, 0);
  }

  /** The manifest's bytes. */
  public byte[] bytes() {
    StringBuilder out = new StringBuilder("[");
    for (Entry entry : entries) {
      out.append(out.length() > 1 ? ", " : "").append("{\"md5\": ");
      PythonJson.string(out, entry.md5());
      out.append(", \"relpath\": ");
      PythonJson.string(out, entry.path());
      out.append('}');
    }
    return out.append(']').toString().getBytes(StandardCharsets.US_ASCII);
  }

  /** DVC's name of the directory: the MD5 of the manifest and ".dir", 36 characters. */
  public String id() {
    return Digests.md5Hex(bytes()) + SUFFIX;
  }
}
