package io.touchstone.deidentification.cleaning.office;

import java.util.Arrays;
import java.util.Random;

/** Damages an object as transport, disks and attackers do. */
public final class Mutations {

  private Mutations() {}

  public static byte[] of(byte[] object, Random random) {
    byte[] damaged = object.clone();
    switch (random.nextInt(4)) {
      case 0 -> {
        return Arrays.copyOf(damaged, random.nextInt(damaged.length));
      }
      case 1 -> {
        for (int i = 0; i < 1 + random.nextInt(20); i++) {
          damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
        }
      }
      case 2 -> {
        int from = random.nextInt(damaged.length);
        int to = Math.min(damaged.length, from + random.nextInt(64));
        Arrays.fill(damaged, from, to, (byte) (random.nextBoolean() ? 0xff : 0));
      }
      default -> {
        int length = random.nextInt(damaged.length / 2 + 1);
        System.arraycopy(
            object,
            random.nextInt(damaged.length - length + 1),
            damaged,
            random.nextInt(damaged.length - length + 1),
            length);
      }
    }
    return damaged;
  }
}
