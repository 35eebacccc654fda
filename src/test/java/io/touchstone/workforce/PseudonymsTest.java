package io.touchstone.workforce;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PseudonymsTest {

  @Test
  void a_person_has_one_pseudonym_per_key_and_people_differ() {
    Pseudonyms one = Pseudonyms.keyed(new byte[] {1});
    Pseudonyms other = Pseudonyms.keyed(new byte[] {2});

    assertThat(one.of("ada")).matches("[0-9a-f]{12}").isEqualTo(one.of("ada"));
    assertThat(one.of("ada")).isNotEqualTo(one.of("ben")).isNotEqualTo(other.of("ada"));
  }
}
