package io.touchstone.ingestion.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.deidentification.cleaning.image.DifferenceHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Expected: every pair of pictures compared with each other. */
class PicturesAlikeTest {

  private static final int PICTURES = 2_000;

  /** Every second one is an earlier one with up to ten bits changed in each half. */
  private static List<DifferenceHash> looks(Random random) {
    List<DifferenceHash> looks = new ArrayList<>();
    for (int i = 0; i < PICTURES; i++) {
      DifferenceHash of =
          i % 2 == 0
              ? new DifferenceHash(random.nextLong(), random.nextLong())
              : looks.get(random.nextInt(i));
      int changed = i % 2 == 0 ? 0 : random.nextInt(11);
      looks.add(
          new DifferenceHash(
              changed(of.across(), changed, random), changed(of.down(), changed, random)));
    }
    return looks;
  }

  private static long changed(long bits, int times, Random random) {
    long changed = bits;
    for (int i = 0; i < times; i++) {
      changed ^= 1L << random.nextInt(64);
    }
    return changed;
  }

  @Test
  void finds_whatever_resembles_and_nothing_else() {
    List<DifferenceHash> looks = looks(new Random(7));
    PicturesAlike alike = new PicturesAlike();
    for (int i = 0; i < PICTURES; i++) {
      alike.add(i + 1, looks.get(i), i % 3 > 0);
    }
    NearDuplicateGroups groups = new NearDuplicateGroups(PICTURES, Map.of());
    for (int band = 0; band < PicturesAlike.BANDS; band++) {
      alike.compare(band, groups);
    }
    NearDuplicateGroups expected = new NearDuplicateGroups(PICTURES, Map.of());
    int pairs = 0;
    for (int one = 0; one < PICTURES; one++) {
      for (int other = 0; other < one; other++) {
        boolean knownBefore = one % 3 == 0 && other % 3 == 0;
        if (!knownBefore && looks.get(one).resembles(looks.get(other))) {
          expected.unite(one + 1, other + 1);
          pairs++;
        }
      }
    }
    assertThat(pairs).isGreaterThan(300);
    assertThat(groups.changed()).isEqualTo(expected.changed());
  }

  @Test
  void those_of_earlier_batches_are_not_compared_with_each_other_again() {
    DifferenceHash look = new DifferenceHash(5, 6);
    PicturesAlike alike = new PicturesAlike();
    alike.add(1, look, false);
    alike.add(2, new DifferenceHash(4, 6), false);
    NearDuplicateGroups groups = new NearDuplicateGroups(2, Map.of());
    for (int band = 0; band < PicturesAlike.BANDS; band++) {
      alike.compare(band, groups);
    }
    assertThat(groups.changed()).isEmpty();
  }
}
