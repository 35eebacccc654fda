package io.touchstone.ingestion.duplicate;

import io.touchstone.platform.crypto.SipHash;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Signatures of texts (Broder 1997): the least value of each of 128 random permutations of the
 * numbers of their runs. Two texts agree in one of them with the probability of their resemblance.
 * Permutations are (a x + b) mod p (Carter and Wegman 1979) with p = 2^61 - 1.
 *
 * <p>Of the 128, 126 make 21 bands of 6. Texts of resemblance s agree in a band with probability 1
 * - (1 - s^6)^21 (Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, 3.4.2): 0.998 at 0.8,
 * 0.28 at 0.5, 0.015 at 0.3. Immutable.
 */
final class MinHash {

  static final int BANDS = 21;
  private static final int ROWS = 6;
  private static final int PERMUTATIONS = 128;
  private static final long PRIME = (1L << 61) - 1;
  private static final SipHash HASH = SipHash.of(new byte[16]);

  /** The one that all signatures are made with. */
  static final MinHash STANDARD = standard();

  private final long[] factors;
  private final long[] summands;
  private final long prime;

  /**
   * @param factors a, 1 to below the prime
   * @param summands b, 0 to below the prime
   * @param prime below 2^31, or 2^61 - 1
   */
  MinHash(long[] factors, long[] summands, long prime) {
    this.factors = factors.clone();
    this.summands = summands.clone();
    this.prime = prime;
  }

  private static MinHash standard() {
    SplittableRandom random = new SplittableRandom(20_260_301);
    long[] factors = random.longs(PERMUTATIONS, 1, PRIME).toArray();
    long[] summands = random.longs(PERMUTATIONS, 0, PRIME).toArray();
    return new MinHash(factors, summands, PRIME);
  }

  /**
   * The least value of each permutation.
   *
   * @param numbers at least one
   */
  long[] signature(long[] numbers) {
    long[] least = new long[factors.length];
    Arrays.fill(least, Long.MAX_VALUE);
    for (long number : numbers) {
      long x = Long.remainderUnsigned(number, prime);
      for (int i = 0; i < least.length; i++) {
        least[i] = Math.min(least[i], permuted(i, x));
      }
    }
    return least;
  }

  private long permuted(int i, long x) {
    if (prime != PRIME) {
      return (factors[i] * x + summands[i]) % prime;
    }
    long high = Math.multiplyHigh(factors[i], x);
    long low = factors[i] * x;
    // 2^61 = 1 modulo the prime, so the bits above the 61st are added to those below.
    long sum = (low & PRIME) + (high << 3 | low >>> 61);
    sum = (sum & PRIME) + (sum >>> 61) + summands[i];
    return sum >= 2 * PRIME ? sum - 2 * PRIME : sum >= PRIME ? sum - PRIME : sum;
  }

  /** One number a band; texts that nearly say the same agree in one of them. */
  int[] bands(Shingles shingles) {
    long[] signature = signature(shingles.hashes());
    int[] bands = new int[BANDS];
    for (int band = 0; band < BANDS; band++) {
      bands[band] = (int) HASH.of(signature, band * ROWS, (band + 1) * ROWS);
    }
    return bands;
  }
}
