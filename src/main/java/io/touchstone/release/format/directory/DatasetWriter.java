package io.touchstone.release.format.directory;

import io.touchstone.release.format.Checksums;
import io.touchstone.release.format.DatasetContent;
import io.touchstone.release.format.DatasetFormat;
import io.touchstone.release.format.DatasetRecord;
import io.touchstone.release.format.Digests;
import io.touchstone.release.format.LabelledItems;
import io.touchstone.release.format.Losses;
import io.touchstone.release.format.RecordFile;
import io.touchstone.release.format.SplitFiles;
import io.touchstone.release.format.UnlabelledItem;
import io.touchstone.release.format.Utf8Order;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes the directory of a dataset version. */
public final class DatasetWriter {

  private DatasetWriter() {}

  /**
   * What was written.
   *
   * @param rootSha256 SHA-256 of sha256sums.txt, which covers every other file
   * @param perLabel records per label id, or spans per label id
   */
  public record Written(String rootSha256, long records, SortedMap<String, Long> perLabel) {}

  /**
   * Writes all files.
   *
   * @param directory empty or missing
   * @throws IllegalStateException if the items do not come in order or not as many as promised, or
   *     a file is not what its record says
   */
  public static Written write(Path directory, DatasetContent content, LabelledItems items)
      throws IOException {
    SortedMap<String, Long> perLabel = new TreeMap<>(Utf8Order.INSTANCE);
    long records;
    SortedMap<String, Long> perSplit = items.perSplit();
    FormatFiles formats = new FormatFiles();
    try (formats;
        SplitFiles lineage =
            new SplitFiles(directory.resolve("lineage"), "jsonl", "\n", perSplit)) {
      for (DatasetFormat format : content.formats()) {
        formats.open(format, directory, perSplit);
      }
      OrderCheck order = new OrderCheck();
      items.forEach(
          item -> {
            String id = item.record().id();
            order.next(id);
            formats.accept(item.record());
            lineage.append(item.record(), item.lineage().line());
            item.record().file().ifPresent(file -> copy(directory, file, id, items));
            item.record().answer().labels().forEach(name -> perLabel.merge(name, 1L, Long::sum));
          });
      records = order.count;
    }
    if (records != items.count()) {
      throw new IllegalStateException(
          "The rows changed while the dataset was written: "
              + items.count()
              + " were promised, "
              + records
              + " came. Build the version again.");
    }
    writeMeta(directory.resolve("meta"), content, perSplit);
    long unlabelled = writeUnlabelled(directory.resolve(UnlabelledItem.FILE), items);
    boolean withFiles = Files.exists(directory.resolve(RecordFile.FOLDER));
    text(
        directory.resolve("README.md"),
        DataCard.markdown(
            content,
            perSplit,
            perLabel,
            new CardFiles.Beside(withFiles, unlabelled),
            formats.lost()));
    return new Written(Checksums.write(directory), records, perLabel);
  }

  private static void copy(Path directory, RecordFile file, String id, LabelledItems items) {
    Path target = directory.resolve(file.path());
    if (Files.exists(target)) {
      return;
    }
    try (InputStream in = items.file(id)) {
      Files.createDirectories(target.getParent());
      Files.copy(in, target);
      if (!Digests.sha256Hex(target).equals(file.sha256())) {
        throw new IllegalStateException(
            "The file of item " + id + " is not what was stored. Restore it from a backup.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writeMeta(Path meta, DatasetContent content, SortedMap<String, Long> perSplit)
      throws IOException {
    Files.createDirectories(meta);
    text(meta.resolve("class-map.json"), content.classMap().document());
    text(meta.resolve("guideline.md"), content.guideline());
    text(meta.resolve("deidentification.json"), content.deidentification().document());
    text(meta.resolve("split-policy.json"), SplitPolicy.document(content.splits(), perSplit));
  }

  /** Listed where there are any, so that a version without them has no file for it. */
  private static long writeUnlabelled(Path file, LabelledItems items) throws IOException {
    long[] count = {0};
    try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      items.forEachUnlabelled(
          item -> {
            try {
              writer.append(item.line()).append('\n');
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
            count[0]++;
          });
    }
    if (count[0] == 0) {
      Files.delete(file);
    }
    return count[0];
  }

  private static void text(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  /** Where the records go, in each of the formats. */
  private static final class FormatFiles implements Closeable {

    private final List<DatasetFormat> formats = new ArrayList<>();
    private final List<DatasetFormat.Sink> sinks = new ArrayList<>();
    private final List<Losses> losses = new ArrayList<>();

    void open(DatasetFormat format, Path directory, SortedMap<String, Long> perSplit)
        throws IOException {
      sinks.add(format.write(directory.resolve(format.folder()), perSplit));
      formats.add(format);
      losses.add(new Losses(format.loses()));
    }

    void accept(DatasetRecord record) {
      for (int i = 0; i < sinks.size(); i++) {
        sinks.get(i).accept(record);
        losses.get(i).left(record);
      }
    }

    /** By a format's id what it lost, nothing of those that lost nothing. */
    Map<String, String> lost() {
      Map<String, String> lost = new TreeMap<>();
      for (int i = 0; i < formats.size(); i++) {
        String id = formats.get(i).id();
        losses.get(i).counted().ifPresent(words -> lost.put(id, words));
      }
      return lost;
    }

    @Override
    public void close() throws IOException {
      for (DatasetFormat.Sink sink : sinks) {
        sink.close();
      }
    }
  }

  /** Refuses items out of order, and with that a repeated id. */
  private static final class OrderCheck {

    private String last = "";
    private long count;

    void next(String id) {
      if (count > 0 && Utf8Order.INSTANCE.compare(last, id) >= 0) {
        throw new IllegalStateException(
            "Items must come once each, ordered by id; " + id + " came after " + last + ".");
      }
      last = id;
      count++;
    }
  }
}
