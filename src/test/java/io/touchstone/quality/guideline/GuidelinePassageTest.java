package io.touchstone.quality.guideline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GuidelinePassageTest {

  private static final String GUIDELINE =
      """
      # Tickets

      Read all of it.

      ## Billing
      Money.

      ### Edge cases
      A voucher.

      ## Account access
      Passwords. #1 of all.
      """;

  @Test
  void is_what_stands_below_the_heading_with_the_parts_of_that_part() {
    assertThat(GuidelinePassage.of(GUIDELINE, "Billing"))
        .contains("Money.\n\n### Edge cases\nA voucher.");
  }

  @Test
  void ends_at_the_end_of_the_guideline_and_is_found_whatever_the_case() {
    assertThat(GuidelinePassage.of(GUIDELINE, "account ACCESS")).contains("Passwords. #1 of all.");
  }

  @Test
  void is_missing_where_no_heading_has_the_name_or_nothing_stands_below_it() {
    assertThat(GuidelinePassage.of(GUIDELINE, "Delivery")).isEmpty();
    assertThat(GuidelinePassage.of("# Billing\n\n# Delivery\nParcels.", "Billing")).isEmpty();
  }
}
