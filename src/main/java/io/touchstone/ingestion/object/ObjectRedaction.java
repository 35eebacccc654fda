package io.touchstone.ingestion.object;

import io.touchstone.deidentification.CodePoints;
import io.touchstone.deidentification.FoundStrings;
import io.touchstone.deidentification.OffsetMap;
import io.touchstone.deidentification.Redaction;
import io.touchstone.deidentification.Redactor;
import io.touchstone.deidentification.cleaning.AccountedWords;
import io.touchstone.deidentification.cleaning.Cleaning;
import io.touchstone.deidentification.cleaning.Cleaning.Cleaned;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.Redacted;
import io.touchstone.deidentification.cleaning.WordLoss;
import io.touchstone.deidentification.operator.DeidentificationRules;
import io.touchstone.deidentification.operator.DeidentificationRules.Alternatives;
import io.touchstone.deidentification.operator.DeidentificationRules.Faces;
import io.touchstone.deidentification.operator.Remembered;
import io.touchstone.deidentification.operator.Replacing;
import io.touchstone.ingestion.object.ObjectOutcome.Part;
import io.touchstone.ingestion.row.RowText;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * The texts of one object as they are redacted, gathered to the item's text. A value that is found
 * twice in an object is replaced alike.
 */
final class ObjectRedaction implements ObjectCleaning.Tools {

  private final Redactor redactor;
  private final Replacing replacing;
  private final DeidentificationRules rules;
  private final Optional<Charset> encoding;
  private final FoundStrings strings;
  private final BiFunction<byte[], ObjectRedaction, Cleaning> inner;
  private final StringBuilder text = new StringBuilder();
  private final List<OffsetMap.Mask> masks = new ArrayList<>();
  private final Map<String, Integer> findings = new TreeMap<>();
  private final Map<Long, FoundStrings.Sought> found = new TreeMap<>();
  private final List<Part> parts = new ArrayList<>();
  private final List<String> returned = new ArrayList<>();
  private final List<String> removed = new ArrayList<>();
  private final List<Cleaned> embedded = new ArrayList<>();
  private final SideTexts asides = new SideTexts();
  private final boolean countsWords;
  private WordLoss loss = WordLoss.NONE;

  /** Where the object began that is being cleaned. */
  private Mark since = new Mark(0, 0, 0, 0, 0, 0);

  private int depth;

  /**
   * Code points so far, of what was read and of what is left; counting them anew takes too long.
   */
  private int rawLength;

  private int textLength;

  /**
   * @param encoding what texts are written in that do not say it and are not UTF-8
   * @param inner cleans what is embedded, with these same texts
   * @param countsWords whether it is counted what is lost
   */
  ObjectRedaction(
      Redactor redactor,
      Replacing replacing,
      DeidentificationRules rules,
      Optional<Charset> encoding,
      FoundStrings strings,
      BiFunction<byte[], ObjectRedaction, Cleaning> inner,
      boolean countsWords) {
    this.redactor = redactor;
    this.replacing = replacing;
    this.rules = rules;
    this.encoding = encoding;
    this.strings = strings;
    this.inner = inner;
    this.countsWords = countsWords;
  }

  @Override
  public Redacted shown(String text) {
    return seen(text, depth == 0);
  }

  @Override
  public Redacted read(String text) {
    return seen(text, depth <= 1);
  }

  @Override
  public Redacted edge(String text) {
    return seen(text, true);
  }

  @Override
  public Optional<String> alternative(String text) {
    return rules.alternatives() == Alternatives.REDACT
        ? Optional.of(aside(text).text())
        : Optional.empty();
  }

  /**
   * @param ofItem whether it belongs to the item's text; else it lies beside it
   */
  private Redacted seen(String text, boolean ofItem) {
    String piece = RowText.storable(text);
    Redaction redaction = redact(piece);
    Redacted redacted = redacted(piece, redaction);
    if (!ofItem) {
      asides.add(redacted);
    } else if (!piece.isBlank()) {
      append(piece, redaction);
    }
    return redacted;
  }

  @Override
  public Redacted aside(String text) {
    String piece = RowText.storable(text);
    Redacted redacted = redacted(piece, redact(piece));
    asides.add(redacted);
    return redacted;
  }

  @Override
  public String replacedIn(String text) {
    String piece = RowText.storable(text);
    return redacted(piece, redact(piece)).replaced();
  }

  @Override
  public Faces faces() {
    return rules.faces();
  }

  @Override
  public Optional<AccountedWords> accountedWords() {
    return countsWords
        ? Optional.of(
            new AccountedWords(
                List.of(text.substring(since.length()), asides.text().substring(since.asides())),
                List.copyOf(removed.subList(since.removed(), removed.size()))))
        : Optional.empty();
  }

  @Override
  public void lost(WordLoss more) {
    loss = loss.plus(more);
  }

  /** What was lost so far, in embedded objects, too. */
  WordLoss loss() {
    return loss;
  }

  @Override
  public Optional<Charset> encoding() {
    return encoding;
  }

  @Override
  public List<String> ocrLanguages() {
    return rules.ocrLanguages();
  }

  @Override
  public Cleaning nested(byte[] object) {
    int place = parts.size();
    Mark outer = since;
    since = mark();
    parts.add(new Part(depth + 1, Optional.empty(), Optional.empty()));
    depth++;
    try {
      Cleaning cleaning = inner.apply(object, this);
      parts.set(place, part(cleaning));
      if (cleaning instanceof Cleaned cleaned) {
        embedded.add(cleaned);
      } else {
        backTo(since);
      }
      return cleaning;
    } finally {
      depth--;
      since = outer;
    }
  }

  /** How much text there is, beside it, too, and how much was replaced. */
  private record Mark(
      int length, int masks, int rawLength, int textLength, int asides, int removed) {}

  private Mark mark() {
    return new Mark(
        text.length(), masks.size(), rawLength, textLength, asides.length(), removed.size());
  }

  /** Takes back what an embedded object said that does not stay. */
  private void backTo(Mark mark) {
    asides.backTo(mark.asides());
    text.setLength(mark.length());
    masks.subList(mark.masks(), masks.size()).clear();
    rawLength = mark.rawLength();
    textLength = mark.textLength();
  }

  private Part part(Cleaning cleaning) {
    if (cleaning instanceof Cleaning.Quarantined kept) {
      return new Part(depth, Optional.empty(), Optional.of(kept.reason().name()));
    }
    return new Part(depth, Optional.of(((Cleaned) cleaning).type().mediaType()), Optional.empty());
  }

  private Redaction redact(String piece) {
    Redaction redaction = redactor.redact(piece, replacing);
    redaction.counts().forEach((type, count) -> findings.merge(type, count, Integer::sum));
    strings.of(piece, redaction.findings()).forEach(found::putIfAbsent);
    returned.add(redaction.text());
    CodePoints.Walk places = new CodePoints.Walk(piece);
    redaction.findings().forEach(each -> removed.add(places.part(each.start(), each.end())));
    return redaction;
  }

  private void append(String piece, Redaction redaction) {
    if (text.length() > 0) {
      text.append('\n');
      rawLength++;
      textLength++;
    }
    for (OffsetMap.Mask mask : redaction.offsets().masks()) {
      masks.add(
          new OffsetMap.Mask(
              rawLength + mask.rawStart(),
              rawLength + mask.rawEnd(),
              textLength + mask.redactedStart(),
              textLength + mask.redactedEnd()));
    }
    text.append(redaction.text());
    rawLength += piece.codePointCount(0, piece.length());
    textLength += redaction.text().codePointCount(0, redaction.text().length());
  }

  private static Redacted redacted(String piece, Redaction redaction) {
    List<Redacted.Replacement> replacements = new ArrayList<>();
    CodePoints.Walk raw = new CodePoints.Walk(piece);
    CodePoints.Walk left = new CodePoints.Walk(redaction.text());
    for (OffsetMap.Mask mask : redaction.offsets().masks()) {
      int start = raw.units(mask.rawStart());
      replacements.add(
          new Redacted.Replacement(
              start,
              raw.units(mask.rawEnd()),
              left.part(mask.redactedStart(), mask.redactedEnd())));
    }
    return new Redacted(redaction.text(), replacements);
  }

  /** What a reader sees of the object, redacted. */
  String text() {
    return text.toString();
  }

  /** What the object holds beside it. */
  SideTexts asides() {
    return asides;
  }

  /** From what a reader saw to what one sees. */
  OffsetMap offsets() {
    return new OffsetMap(masks);
  }

  /** Number of masks per kind. */
  Map<String, Integer> findings() {
    return findings;
  }

  /** What is to be searched in the whole batch, by keyed hash. */
  Map<Long, FoundStrings.Sought> found() {
    return found;
  }

  /** For further replacements in the object. */
  Remembered remembered() {
    return replacing.remembered();
  }

  /** Embedded objects in their order. */
  List<Part> parts() {
    return List.copyOf(parts);
  }

  /**
   * Pictures in which nobody looked for text, the object itself counted.
   *
   * @param type of the object
   */
  int unreadPictures(ObjectType type) {
    if (readsPictures()) {
      return 0;
    }
    long embedded =
        parts.stream()
            .flatMap(part -> part.type().stream())
            .flatMap(mediaType -> ObjectType.ofMediaType(mediaType).stream())
            .filter(ObjectType::isImage)
            .count();
    return (int) embedded + (type.isImage() ? 1 : 0);
  }

  /** What embedded objects became: it stays in the delivered one, coded in whatever way. */
  List<Cleaned> embedded() {
    return List.copyOf(embedded);
  }

  /** How deep in the delivered object the cleaning is at present. */
  int depth() {
    return depth;
  }

  /** All pieces as they were handed back: what may stand in the cleaned object. */
  List<String> returned() {
    return returned;
  }

  /** All stretches that were replaced: what must not stand in the cleaned object. */
  List<String> removed() {
    return removed;
  }
}
