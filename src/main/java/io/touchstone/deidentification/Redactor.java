package io.touchstone.deidentification;

import io.touchstone.deidentification.operator.DeidentificationRules.Operator;
import io.touchstone.deidentification.operator.Operators;
import io.touchstone.deidentification.operator.Replacing;
import io.touchstone.deidentification.recogniser.EntityType;
import io.touchstone.deidentification.recogniser.Match;
import io.touchstone.deidentification.recogniser.Reading;
import io.touchstone.deidentification.recogniser.Recogniser;
import io.touchstone.deidentification.recogniser.SurveyPlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Masks the union of what all recognisers find, because a stretch that one of them misses is
 * another's finding. The type of a mask is that of its longest finding, then of the higher
 * priority. The redacted text is looked at again until nothing more is found, so that redacting
 * twice changes nothing; tags of an earlier redaction stay.
 */
public final class Redactor {

  /** Two are the rule; the bound keeps a text made for it from taking quadratic time. */
  private static final int MAXIMUM_PASSES = 16;

  private final List<Recogniser> sought;
  private final double threshold;
  private final Operators operators;
  private final AllowList allowed;
  private final Tags known;
  private final SurveyPlan plan;

  /**
   * @param recognisers none: the texts stay as they are
   * @param threshold least score, 0 to 1, that is masked
   */
  public Redactor(List<Recogniser> recognisers, double threshold) {
    this(recognisers, threshold, Operators.tags(), AllowList.NONE);
  }

  /**
   * @param operators what stands in the place of what is found
   * @param allowed what is not taken for personal data
   */
  public Redactor(
      List<Recogniser> recognisers, double threshold, Operators operators, AllowList allowed) {
    this.operators = operators;
    this.allowed = allowed;
    this.sought =
        recognisers.stream().filter(each -> operators.of(each.type()) != Operator.KEEP).toList();
    this.threshold = threshold;
    this.known = new Tags(recognisers.stream().map(Recogniser::type).toList());
    this.plan = SurveyPlan.of(recognisers);
  }

  /** A recogniser's match, in characters of the raw text. */
  private record Candidate(
      EntityType type,
      int start,
      int end,
      String recogniser,
      Match match,
      Optional<Operator> operator) {}

  /** The text without what the recognisers find. */
  public Redaction redact(String raw) {
    return redact(StructuredText.of(raw));
  }

  /** A text of which stretches are settled, without these and what the recognisers find. */
  public Redaction redact(StructuredText given) {
    return redact(given, operators.begin(given.subject(), given.text()));
  }

  /** One of several texts of an item, without what the recognisers find. */
  public Redaction redact(String text, Replacing replacing) {
    return redact(StructuredText.of(text), replacing);
  }

  private Redaction redact(StructuredText given, Replacing replacing) {
    String raw = given.text();
    List<Candidate> all = new ArrayList<>(replacedFields(given.replaced()));
    List<Span> masks = all.isEmpty() ? List.of() : union(all);
    String redacted = all.isEmpty() ? raw : masked(raw, masks);
    for (int pass = 0; pass < MAXIMUM_PASSES; pass++) {
      List<Candidate> found = candidates(raw, redacted, masks, given.kept());
      if (found.isEmpty()) {
        break;
      }
      all.addAll(found);
      masks = union(all);
      redacted = masked(raw, masks);
    }
    return result(raw, masks, replacing);
  }

  private static List<Candidate> replacedFields(List<StructuredText.Fixed> fields) {
    return fields.stream()
        .map(
            field ->
                new Candidate(
                    field.type(),
                    field.start(),
                    field.end(),
                    "column",
                    new Match(field.start(), field.end(), 1, "rule of the row's field"),
                    field.operator()))
        .toList();
  }

  /** Findings in a text that was masked so far, in places of the raw text. */
  private List<Candidate> candidates(
      String raw, String text, List<Span> masks, List<StructuredText.Fixed> kept) {
    Sought pass = new Sought(raw, known.in(text), masks, shifts(masks), kept, new ArrayList<>());
    Reading folded = Reading.of(text, plan);
    List<Match> settled = take(folded, pass);
    folded.joined(settled, plan).ifPresent(joined -> take(joined, pass));
    return pass.found();
  }

  /** One look at a text; what is found is added. */
  private record Sought(
      String raw,
      Tags.Places tags,
      List<Span> masks,
      int[] shifts,
      List<StructuredText.Fixed> kept,
      List<Candidate> found) {}

  /** Adds what is found in one reading; all matches that are sure, in its places. */
  private List<Match> take(Reading reading, Sought pass) {
    List<Match> sure = new ArrayList<>();
    for (Recogniser recogniser : sought) {
      for (Match match : reading.find(recogniser)) {
        int first = reading.start(match.start());
        int last = reading.end(match.end());
        if (match.score() >= threshold && !pass.tags().touches(first, last)) {
          sure.add(match);
          int start = rawPlace(pass.masks(), pass.shifts(), first);
          int end = rawPlace(pass.masks(), pass.shifts(), last - 1) + 1;
          boolean stays =
              pass.kept().stream().anyMatch(field -> start < field.end() && end > field.start());
          if (!stays && !allowed.has(pass.raw().substring(start, end))) {
            pass.found()
                .add(
                    new Candidate(
                        recogniser.type(), start, end, recogniser.name(), match, Optional.empty()));
          }
        }
      }
    }
    return sure;
  }

  /** By how much the places behind each mask are shifted in the raw text. */
  private static int[] shifts(List<Span> masks) {
    int[] shifts = new int[masks.size() + 1];
    for (int i = 0; i < masks.size(); i++) {
      Span mask = masks.get(i);
      shifts[i + 1] = shifts[i] + mask.end() - mask.start() - mask.type().tag().length();
    }
    return shifts;
  }

  /** The place in the raw text of a character outside the tags of the masked one. */
  private static int rawPlace(List<Span> masks, int[] shifts, int place) {
    int low = 0;
    int high = masks.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (place + shifts[middle] < masks.get(middle).start()) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return place + shifts[low];
  }

  private static List<Span> union(List<Candidate> candidates) {
    List<Candidate> ordered = new ArrayList<>(candidates);
    ordered.sort(Comparator.comparingInt(Candidate::start).thenComparingInt(Candidate::end));
    List<Span> spans = new ArrayList<>();
    List<Candidate> group = new ArrayList<>();
    int end = -1;
    for (Candidate candidate : ordered) {
      if (!group.isEmpty() && candidate.start() >= end) {
        spans.add(span(group, end));
        group.clear();
      }
      end = group.isEmpty() ? candidate.end() : Math.max(end, candidate.end());
      group.add(candidate);
    }
    spans.add(span(group, end));
    return spans;
  }

  private static Span span(List<Candidate> group, int end) {
    if (group.size() == 1) {
      Candidate only = group.get(0);
      Match match = only.match();
      return new Span(
          only.type(),
          only.start(),
          end,
          only.recogniser(),
          match.score(),
          match.why(),
          only.operator());
    }
    Candidate winner =
        group.stream()
            .min(
                Comparator.comparingInt((Candidate c) -> c.start() - c.end())
                    .thenComparing(Candidate::type))
            .orElseThrow();
    String others =
        group.stream()
            .map(Candidate::type)
            .filter(type -> !type.equals(winner.type()))
            .distinct()
            .sorted()
            .map(EntityType::id)
            .collect(Collectors.joining(", "));
    String why = winner.match().why() + (others.isEmpty() ? "" : "; overlaps with " + others);
    return new Span(
        winner.type(),
        group.get(0).start(),
        end,
        winner.recogniser(),
        winner.match().score(),
        why,
        winner.operator());
  }

  private static String masked(String raw, List<Span> masks) {
    StringBuilder text = new StringBuilder(raw.length());
    int done = 0;
    for (Span mask : masks) {
      text.append(raw, done, mask.start()).append(mask.type().tag());
      done = mask.end();
    }
    return text.append(raw, done, raw.length()).toString();
  }

  private Redaction result(String raw, List<Span> masks, Replacing replacing) {
    StringBuilder redacted = new StringBuilder(raw.length());
    List<Finding> findings = new ArrayList<>();
    List<OffsetMap.Mask> offsets = new ArrayList<>();
    int at = 0;
    int codePoint = 0;
    int shift = 0;
    for (Span mask : masks) {
      int start = codePoint + raw.codePointCount(at, mask.start());
      int end = start + raw.codePointCount(mask.start(), mask.end());
      Operator operator = mask.operator().orElseGet(() -> operators.of(mask.type()));
      String replacement =
          replacing.of(operator, mask.type(), raw.substring(mask.start(), mask.end()));
      redacted.append(raw, at, mask.start()).append(replacement);
      int tagEnd = start + shift + replacement.codePointCount(0, replacement.length());
      findings.add(
          new Finding(
              mask.type(), start, end, mask.recogniser(), mask.score(), mask.why(), operator.id()));
      offsets.add(new OffsetMap.Mask(start, end, start + shift, tagEnd));
      shift = tagEnd - end;
      at = mask.end();
      codePoint = end;
    }
    redacted.append(raw, at, raw.length());
    return new Redaction(
        redacted.toString(), findings, new OffsetMap(offsets), replacing.remembered());
  }

  /** A stretch to be masked, in characters of the raw text. */
  private record Span(
      EntityType type,
      int start,
      int end,
      String recogniser,
      double score,
      String why,
      Optional<Operator> operator) {}
}
