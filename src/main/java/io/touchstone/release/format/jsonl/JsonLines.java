package io.touchstone.release.format.jsonl;

import io.touchstone.release.format.DatasetContent;
import io.touchstone.release.format.DatasetFormat;
import io.touchstone.release.format.DatasetRecord;
import io.touchstone.release.format.Loss;
import io.touchstone.release.format.MergedRecords;
import io.touchstone.release.format.SplitFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/** One JSON object a line; loses nothing. */
public final class JsonLines implements DatasetFormat {

  /** Where the records lie within a version. */
  public static final String FOLDER = "data";

  static final String ID = "jsonl";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String name() {
    return "JSON Lines";
  }

  @Override
  public String folder() {
    return FOLDER;
  }

  @Override
  public Set<Loss> loses() {
    return Set.of();
  }

  @Override
  public String described(DatasetContent content) {
    return switch (content.facts().task()) {
      case SPANS ->
          "the records, JSON Lines, each with id, text, spans, judgements and"
              + " method; places count Unicode code points, ends are exclusive";
      case CLASSES ->
          "the records, JSON Lines, each with id, text, classes, votes by class, judgements and"
              + " method";
      case SCALE ->
          "the records, JSON Lines, each with id, text, scale (the point), votes by point and"
              + " method";
      case QUESTIONS ->
          "the records, JSON Lines, each with id, text, answers (by question, each with its votes)"
              + " and method; places count Unicode code points, ends are exclusive";
      case CLASSIFICATION ->
          "the records, JSON Lines, each with id, text, label, votes, soft label and method";
    };
  }

  @Override
  public Sink write(Path folder, SortedMap<String, Long> perSplit) throws IOException {
    SplitFiles files = new SplitFiles(folder, ID, "\n", perSplit);
    return files.taking(DatasetRecord::line);
  }

  @Override
  public Source read(Path folder) throws IOException {
    List<Source> files = new ArrayList<>();
    for (Path file : SplitFiles.in(folder, ID)) {
      files.add(JsonLinesReader.records(file));
    }
    return new MergedRecords(files);
  }
}
