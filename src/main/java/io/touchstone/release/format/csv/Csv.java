package io.touchstone.release.format.csv;

import io.touchstone.answer.abstention.Abstention;
import io.touchstone.answer.spans.Span;
import io.touchstone.release.format.CanonicalJson;
import io.touchstone.release.format.DatasetContent;
import io.touchstone.release.format.DatasetFormat;
import io.touchstone.release.format.DatasetRecord;
import io.touchstone.release.format.Loss;
import io.touchstone.release.format.MergedRecords;
import io.touchstone.release.format.RecordAnswer;
import io.touchstone.release.format.RecordFile;
import io.touchstone.release.format.SplitFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * One row a record under a header, RFC 4180: commas, CRLF, quotes around all that is there, nothing
 * at all for what is not.
 */
public final class Csv implements DatasetFormat {

  /** The header, the same whatever the records hold. */
  static final List<String> COLUMNS =
      List.of("id", "text", "file", "label", "spans", "method", "split");

  private static final String ID = "csv";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String name() {
    return "CSV";
  }

  @Override
  public String folder() {
    return ID;
  }

  @Override
  public Set<Loss> loses() {
    return EnumSet.of(Loss.VOTES, Loss.SOFT_LABELS, Loss.POINTS, Loss.FILE_DETAILS);
  }

  @Override
  public String described(DatasetContent content) {
    return "the records as CSV (RFC 4180, UTF-8), each with "
        + String.join(", ", COLUMNS)
        + ", spans, several classes and answers to several questions as JSON; a cell that a spreadsheet might calculate begins with an apostrophe"
        + " that is not part of it";
  }

  @Override
  public Sink write(Path folder, SortedMap<String, Long> perSplit) throws IOException {
    SplitFiles files = new SplitFiles(folder, ID, "\r\n", perSplit);
    files.head(String.join(",", COLUMNS));
    return files.taking(Csv::row);
  }

  @Override
  public Source read(Path folder) throws IOException {
    List<Source> files = new ArrayList<>();
    for (Path file : SplitFiles.in(folder, ID)) {
      files.add(new CsvReader(file));
    }
    return new MergedRecords(files);
  }

  private static String row(DatasetRecord record) {
    StringBuilder row = new StringBuilder();
    cell(row, record.id());
    cell(row.append(','), record.text());
    cell(row.append(','), record.file().map(RecordFile::path));
    cell(row.append(','), record.label().or(() -> labels(record.answer())));
    cell(row.append(','), spans(record.answer()));
    cell(row.append(','), record.method());
    cell(row.append(','), record.split());
    return row.toString();
  }

  /** Several as JSON, so that one class of several is not taken for one alone. */
  private static Optional<String> labels(RecordAnswer answer) {
    if (answer instanceof RecordAnswer.Several several) {
      return Optional.of(CanonicalJson.line(said(several)));
    }
    if (answer instanceof RecordAnswer.Rated rated) {
      return Optional.of(String.valueOf(rated.point()));
    }
    return answer instanceof RecordAnswer.ChosenClasses chosen
        ? Optional.of(CanonicalJson.line(chosen.labels()))
        : Optional.empty();
  }

  private static Optional<String> spans(RecordAnswer answer) {
    return answer instanceof RecordAnswer.MarkedSpans marked
        ? Optional.of(
            CanonicalJson.line(marked.spans().stream().map(each -> fields(each.span())).toList()))
        : Optional.empty();
  }

  /** Each answer under the member of its kind, as JSON Lines have it. */
  private static CanonicalJson.Fields said(RecordAnswer.Several several) {
    CanonicalJson.Fields all = CanonicalJson.fields();
    several
        .byQuestion()
        .forEach(
            (question, answer) -> {
              CanonicalJson.Fields one = CanonicalJson.fields();
              if (answer instanceof RecordAnswer.OneLabel label) {
                one.put("label", label.label());
              } else if (answer instanceof RecordAnswer.Rated rated) {
                one.put("scale", rated.point());
              } else if (answer instanceof RecordAnswer.Abstention none) {
                one.put(Abstention.KIND.member(), none.why());
              } else if (answer instanceof RecordAnswer.ChosenClasses chosen) {
                one.put("classes", chosen.labels());
              } else if (answer instanceof RecordAnswer.MarkedSpans marked) {
                one.put("spans", marked.spans().stream().map(each -> fields(each.span())).toList());
              }
              all.put(question, one);
            });
    return all;
  }

  private static CanonicalJson.Fields fields(Span span) {
    return CanonicalJson.fields()
        .put("start", span.start())
        .put("end", span.end())
        .put("label", span.label())
        .put("text", span.text());
  }

  private static void cell(StringBuilder row, Optional<String> value) {
    value.ifPresent(present -> cell(row, present));
  }

  private static void cell(StringBuilder row, String value) {
    row.append('"').append(FormulaGuard.on(value).replace("\"", "\"\"")).append('"');
  }
}
