package io.touchstone.deidentification;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.deidentification.recogniser.EntityType;
import io.touchstone.ingestion.correction.Corrections;
import io.touchstone.ingestion.correction.Replacements;
import io.touchstone.ingestion.item.CorrectionRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MissedStringsTest {

  /** The text after everything missed is masked; nothing was selected in it by hand. */
  private static String masked(String missed, EntityType type, String text) {
    MissedStrings strings = new MissedStrings(new Tags(List.of()));
    strings.add(missed, type);
    return masked(text, strings.within(text, List.of()));
  }

  private static String masked(String text, List<MissedSpan> spans) {
    return Corrections.masked(
            new CorrectionRepository.Text("item", text, new OffsetMap(List.of())), byTags(spans))
        .text();
  }

  private static List<Replacements.Replaced> byTags(List<MissedSpan> spans) {
    return spans.stream()
        .map(span -> new Replacements.Replaced(span.start(), span.end(), span.type().tag()))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "Quill, Ask Quill; Quill's box, Ask [NAME]; [NAME]'s box",
    "Quill, A Quillfeather is not one, A Quillfeather is not one",
    "Quill, quill17 and Quill17 and 5Quill, quill17 and [NAME]17 and 5[NAME]",
    "Will, Will he? He will., [NAME] he? He will.",
    "Anna Quill, ANNA  QUILL and anna quill, [NAME] and [NAME]",
    "Q-77 81, q\u201177\u00a081 or Q-77 812, [NAME] or Q-77 812",
    "김철수, 김철수가 왔다, [NAME]가 왔다",
    "王伟, 请王伟先生来, 请[NAME]先生来",
    "🦊Reineke, the 🦊Reineke 🦊, the [NAME] 🦊",
    "Jo, Jo is too short to look for, Jo is too short to look for",
    "NAME, Dear [NAME] of NAME, Dear [NAME] of [NAME]"
  })
  void a_missed_string_is_found_as_whole_words(String missed, String text, String masked) {
    assertThat(masked(missed, EntityType.NAME, text)).isEqualTo(masked);
  }

  @Test
  void the_words_may_stand_on_two_lines() {
    assertThat(masked("Anna Quill", EntityType.NAME, "from Anna\r\nQuill"))
        .isEqualTo("from [NAME]");
  }

  @Test
  void stretches_that_overlap_become_one_mask_of_the_longest_ones_type() {
    MissedStrings strings = new MissedStrings(new Tags(List.of()));
    strings.add("Quill", EntityType.NAME);
    strings.add("Quill Street 9", EntityType.ADDRESS);

    String text = "Quill lives in Quill Street 9";
    assertThat(masked(text, strings.within(text, List.of())))
        .isEqualTo("[NAME] lives in [ADDRESS]");
  }

  @Test
  void what_was_selected_by_hand_is_masked_however_short() {
    List<MissedSpan> seen = List.of(new MissedSpan(3, 5, EntityType.NAME));

    assertThat(masked("to Jo", new MissedStrings(new Tags(List.of())).within("to Jo", seen)))
        .isEqualTo("to [NAME]");
  }

  /** Every place outside a mask still leads from the raw to the redacted text and back. */
  @Test
  void the_offset_map_stays_true_through_corrections() {
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      int[] raw = random.ints(40, 0x1f300, 0x1f5ff).toArray();
      List<OffsetMap.Mask> first = new ArrayList<>();
      StringBuilder text = new StringBuilder();
      int shift = 0;
      for (int at = 0; at < raw.length; ) {
        int length = 1 + random.nextInt(4);
        if (random.nextInt(6) == 0 && at + length < raw.length) {
          first.add(new OffsetMap.Mask(at, at + length, at + shift, at + shift + 6));
          text.append("[NAME]");
          shift += 6 - length;
          at += length;
        } else {
          text.appendCodePoint(raw[at++]);
        }
      }
      var corrected = corrected(random, text.toString(), new OffsetMap(first));
      assertThatEveryPlaceIsFound(raw, corrected);
    }
  }

  private static CorrectionRepository.Text corrected(Random random, String text, OffsetMap map) {
    List<MissedSpan> spans = new ArrayList<>();
    int length = text.codePointCount(0, text.length());
    for (int at = 0; at < length; at += 3 + random.nextInt(8)) {
      int start = at;
      int end = Math.min(length, at + 1 + random.nextInt(3));
      boolean free =
          map.masks().stream().noneMatch(m -> start < m.redactedEnd() && end > m.redactedStart());
      if (free) {
        spans.add(new MissedSpan(start, end, EntityType.OTHER));
      }
    }
    return Corrections.masked(new CorrectionRepository.Text("item", text, map), byTags(spans));
  }

  private static void assertThatEveryPlaceIsFound(int[] raw, CorrectionRepository.Text corrected) {
    int[] redacted = corrected.text().codePoints().toArray();
    for (int place = 0; place < raw.length; place++) {
      int at = place;
      boolean masked =
          corrected.offsets().masks().stream()
              .anyMatch(mask -> at >= mask.rawStart() && at < mask.rawEnd());
      if (!masked) {
        int to = corrected.offsets().toRedacted(at).orElseThrow();
        assertThat(redacted[to]).isEqualTo(raw[at]);
        assertThat(corrected.offsets().toRaw(to)).hasValue(at);
      }
    }
    corrected
        .offsets()
        .masks()
        .forEach(
            mask ->
                assertThat(
                        CodePoints.part(corrected.text(), mask.redactedStart(), mask.redactedEnd()))
                    .isIn("[NAME]", "[OTHER]"));
  }
}
