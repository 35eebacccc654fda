package io.touchstone.ingestion.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.deidentification.MissedSpan;
import io.touchstone.deidentification.OffsetMap;
import io.touchstone.deidentification.operator.Inventions;
import io.touchstone.deidentification.recogniser.EntityType;
import io.touchstone.platform.crypto.Hmac;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlantedLeakTest {

  /** "🦊 Ask Tilda or Max, mail [EMAIL] now" with both names masked, places counted by hand. */
  private static final String TEXT = "🦊 Ask [NAME] or [NAME], mail [EMAIL] now";

  private static final OffsetMap OFFSETS =
      OffsetMap.of(new int[][] {{6, 11, 6, 12}, {15, 18, 16, 22}, {25, 38, 29, 36}});

  private static SheetRow row(PlantedLeak.Copy copy, MissedSpan... spans) {
    return new SheetRow(
        "x",
        "item",
        SheetRow.Kind.PLANTED,
        copy.text(),
        copy.offsets(),
        spans.length == 0 ? "clean" : "missed",
        List.of(spans),
        Optional.of(copy),
        Optional.of("olga"),
        Optional.empty(),
        List.of(),
        List.of());
  }

  @Test
  void a_copy_shows_the_invented_value_where_the_mask_stood() {
    PlantedLeak.Copy copy = new PlantedLeak(0, "Hannah Marsh").in(TEXT, OFFSETS);

    assertThat(copy.text()).isEqualTo("🦊 Ask Hannah Marsh or [NAME], mail [EMAIL] now");
    assertThat(List.of(copy.start(), copy.end())).containsExactly(6, 18);
    assertThat(copy.offsets().masks())
        .extracting(OffsetMap.Mask::redactedStart)
        .containsExactly(22, 35);
  }

  @Test
  void what_touches_the_value_is_the_plant_and_what_is_beside_it_a_leak_of_the_item() {
    PlantedLeak.Copy copy = new PlantedLeak(0, "Hannah Marsh").in(TEXT, OFFSETS);
    MissedSpan before = new MissedSpan(2, 5, EntityType.OTHER);
    MissedSpan within = new MissedSpan(13, 18, EntityType.NAME);
    MissedSpan behind = new MissedSpan(43, 46, EntityType.OTHER);

    assertThat(row(copy, within).isPlantSeen()).isTrue();
    assertThat(row(copy, within).leaks()).isEmpty();
    assertThat(row(copy, before, behind).isPlantSeen()).isFalse();
    assertThat(row(copy, before, behind).leaks())
        .as("Ask and now, as they stand in the item itself")
        .containsExactly(before, new MissedSpan(37, 40, EntityType.OTHER));
    assertThat(row(copy, within, behind).strings())
        .extracting(SheetRow.Missed::text)
        .containsExactly("now");
  }

  @Test
  void neither_plants_nor_risky_items_count_in_the_random_sample() {
    PlantedLeak.Copy copy = new PlantedLeak(0, "Hannah Marsh").in(TEXT, OFFSETS);
    MissedSpan seen = new MissedSpan(6, 18, EntityType.NAME);
    SheetRow risky = other("r", SheetRow.Kind.RISK, seen);
    SheetRow clean = other("a", SheetRow.Kind.RANDOM);
    SheetRow leaking = other("b", SheetRow.Kind.RANDOM, seen);

    SheetOutcome outcome =
        SheetOutcome.of(List.of(row(copy, seen), row(copy), risky, clean, leaking), Set.of());
    assertThat(outcome).isEqualTo(new SheetOutcome(2, 1, 1, 1, 2, 1));
    assertThat(SheetOutcome.of(List.of(clean, leaking), Set.of("a")).missed())
        .as("an item whose leak an earlier round found and masked leaked all the same")
        .isEqualTo(2);
  }

  private static SheetRow other(String id, SheetRow.Kind kind, MissedSpan... spans) {
    return new SheetRow(
        id,
        id,
        kind,
        TEXT,
        OFFSETS,
        spans.length == 0 ? "clean" : "missed",
        List.of(spans),
        Optional.empty(),
        Optional.of("olga"),
        Optional.empty(),
        List.of(),
        List.of());
  }

  @Test
  void inventions_are_the_same_for_a_key_and_of_the_kind_and_the_length() {
    Inventions inventions = new Inventions(Hmac.of(new byte[] {1}));
    Inventions others = new Inventions(Hmac.of(new byte[] {2}));
    Set<String> names = new HashSet<>();
    Set<String> otherNames = new HashSet<>();
    for (int i = 0; i < 20; i++) {
      String context = String.valueOf(i);
      names.add(inventions.of(EntityType.NAME, 14, "Please ask.", context).orElseThrow());
      otherNames.add(others.of(EntityType.NAME, 14, "Please ask.", context).orElseThrow());
    }

    assertThat(names)
        .hasSizeGreaterThan(15)
        .allMatch(name -> name.matches("\\p{Lu}\\S+ \\p{Lu}\\S+"));
    assertThat(otherNames).isNotEqualTo(names);
    assertThat(inventions.of(EntityType.NAME, 5, "Please ask.", "a").orElseThrow())
        .matches("\\p{Lu}\\p{L}+")
        .isEqualTo(inventions.of(EntityType.NAME, 5, "Please ask.", "a").orElseThrow());
    assertThat(inventions.of(EntityType.EMAIL, 20, "", "b").orElseThrow()).contains("@example.");
    assertThat(inventions.of(EntityType.PHONE, 13, "", "c").orElseThrow()).startsWith("020 7946 0");
    assertThat(inventions.of(new EntityType("US_SSN"), 11, "", "d").orElseThrow())
        .matches("666-\\d\\d-\\d{4}");
    assertThat(inventions.of(new EntityType("STAFF_NUMBER"), 7, "", "e")).isEmpty();
  }
}
