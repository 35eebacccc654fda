package io.touchstone.ingestion;

import io.touchstone.ingestion.recogniser.EntityType;
import io.touchstone.ingestion.recogniser.Folding;
import io.touchstone.ingestion.recogniser.Match;
import io.touchstone.ingestion.recogniser.Recogniser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Masks the union of what all recognisers find, because a stretch that one of them misses is
 * another's finding. The type of a mask is that of its longest finding, then of the higher
 * priority. The redacted text is looked at again until nothing more is found, so that redacting
 * twice changes nothing; tags of an earlier redaction stay.
 */
final class Redactor {

  private static final Pattern TAG =
      Pattern.compile(
          Arrays.stream(EntityType.values())
              .map(Enum::name)
              .collect(Collectors.joining("|", "\\[(?:", ")\\]")));

  /** Two are the rule; the bound keeps a text made for it from taking quadratic time. */
  private static final int MAXIMUM_PASSES = 16;

  private final List<Recogniser> recognisers;
  private final double threshold;

  /**
   * @param recognisers none: the texts stay as they are
   * @param threshold least score, 0 to 1, that is masked
   */
  Redactor(List<Recogniser> recognisers, double threshold) {
    this.recognisers = List.copyOf(recognisers);
    this.threshold = threshold;
  }

  /** A recogniser's match, in characters of the raw text. */
  private record Candidate(EntityType type, int start, int end, String recogniser, Match match) {}

  /** The text without what the recognisers find. */
  Redaction redact(String raw) {
    List<Span> masks = List.of();
    String redacted = raw;
    List<Candidate> all = new ArrayList<>();
    for (int pass = 0; pass < MAXIMUM_PASSES; pass++) {
      List<Candidate> found = candidates(redacted, masks);
      if (found.isEmpty()) {
        break;
      }
      all.addAll(found);
      masks = union(all);
      redacted = masked(raw, masks);
    }
    return result(raw, redacted, masks);
  }

  /** Findings in a text that was masked so far, in places of the raw text. */
  private List<Candidate> candidates(String text, List<Span> masks) {
    List<Candidate> found = new ArrayList<>();
    List<int[]> tags = tags(text);
    String folded = Folding.of(text);
    for (Recogniser recogniser : recognisers) {
      for (Match match : recogniser.find(folded)) {
        if (match.score() >= threshold && !touches(match.start(), match.end(), tags)) {
          int start = Span.rawPlace(masks, match.start());
          int end = Span.rawPlace(masks, match.end() - 1) + 1;
          found.add(new Candidate(recogniser.type(), start, end, recogniser.name(), match));
        }
      }
    }
    return found;
  }

  /** Where tags stand in a redacted text, start and end in characters. */
  static List<int[]> tags(String text) {
    List<int[]> tags = new ArrayList<>();
    if (text.indexOf('[') >= 0) {
      Matcher tag = TAG.matcher(text);
      while (tag.find()) {
        tags.add(new int[] {tag.start(), tag.end()});
      }
    }
    return tags;
  }

  /** Whether a stretch has a character in common with a tag. */
  static boolean touches(int start, int end, List<int[]> tags) {
    return tags.stream().anyMatch(tag -> start < tag[1] && end > tag[0]);
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
    Candidate winner =
        group.stream()
            .min(
                Comparator.comparingInt((Candidate c) -> c.start() - c.end())
                    .thenComparing(Candidate::type))
            .orElseThrow();
    String others =
        group.stream()
            .map(Candidate::type)
            .filter(type -> type != winner.type())
            .distinct()
            .sorted()
            .map(Enum::name)
            .collect(Collectors.joining(", "));
    String why = winner.match().why() + (others.isEmpty() ? "" : "; overlaps with " + others);
    return new Span(
        winner.type(), group.get(0).start(), end, winner.recogniser(), winner.match().score(), why);
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

  private static Redaction result(String raw, String redacted, List<Span> masks) {
    List<Finding> findings = new ArrayList<>();
    List<OffsetMap.Mask> offsets = new ArrayList<>();
    int at = 0;
    int codePoint = 0;
    int shift = 0;
    for (Span mask : masks) {
      int start = codePoint + raw.codePointCount(at, mask.start());
      int end = start + raw.codePointCount(mask.start(), mask.end());
      int tagEnd = start + shift + mask.type().tag().length();
      findings.add(
          new Finding(mask.type(), start, end, mask.recogniser(), mask.score(), mask.why()));
      offsets.add(new OffsetMap.Mask(start, end, start + shift, tagEnd));
      shift = tagEnd - end;
      at = mask.end();
      codePoint = end;
    }
    return new Redaction(redacted, findings, new OffsetMap(offsets));
  }

  /** A stretch to be masked, in characters of the raw text. */
  private record Span(
      EntityType type, int start, int end, String recogniser, double score, String why) {

    /** The place in the raw text of a character outside the tags of the masked one. */
    static int rawPlace(List<Span> masks, int place) {
      int shift = 0;
      for (Span mask : masks) {
        if (place + shift < mask.start()) {
          break;
        }
        shift += mask.end() - mask.start() - mask.type().tag().length();
      }
      return place + shift;
    }
  }
}
