package io.touchstone.platform.crypto;

import io.touchstone.platform.TouchstoneSettings;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Random keys, or keys derived from {@code touchstone.seed} where one is set. */
@Component
class SeededSecrets implements Secrets {

  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private final SecureRandom random = new SecureRandom();
  private final Optional<Hmac> seeded;

  SeededSecrets(TouchstoneSettings settings) {
    this.seeded =
        settings
            .givenSeed()
            .map(seed -> Hmac.of(("seed:" + seed).getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public byte[] newKey(String purpose) {
    return seeded.map(hmac -> hmac.bytes("key", purpose)).orElseGet(this::randomKey);
  }

  private byte[] randomKey() {
    byte[] key = new byte[32];
    random.nextBytes(key);
    return key;
  }

  @Override
  public String newPassword() {
    return random
        .ints(20, 0, ALPHABET.length())
        .collect(
            StringBuilder::new,
            (text, index) -> text.append(ALPHABET.charAt(index)),
            StringBuilder::append)
        .toString();
  }
}
