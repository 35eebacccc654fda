package io.touchstone.platform.engine.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;

/**
 * Passwords behind PBKDF2-HMAC-SHA-256 (RFC 8018) with 600,000 iterations (OWASP Password Storage
 * Cheat Sheet, 2023). The engine appends the user's random salt to the password before it comes
 * here; the iterations stand in the name, so that they can grow later. Where a seed makes every key
 * guessable, as in tests and the demo, a hundredth of the iterations protects as little.
 */
public final class SlowPasswordHash implements PasswordEncryptor {

  private static final int ITERATIONS = 600_000;
  private static final int SEEDED_ITERATIONS = ITERATIONS / 100;
  private static final int BITS = 256;
  private static final ThreadLocal<Integer> COUNT = ThreadLocal.withInitial(() -> 0);
  private static final byte[] DOMAIN = "touchstone".getBytes(StandardCharsets.UTF_8);

  private static final String NAME = "pbkdf2-sha256-";

  /** As the engine stores one: the name in braces, then the hash. */
  private static final Pattern STORED = Pattern.compile("\\{" + NAME + "(\\d+)}(.+)");

  private final int iterations;

  private SlowPasswordHash(int iterations) {
    this.iterations = iterations;
  }

  /**
   * The hash of an installation.
   *
   * @param seeded whether its secrets are derived from a seed that is written down
   */
  public static SlowPasswordHash of(boolean seeded) {
    return new SlowPasswordHash(seeded ? SEEDED_ITERATIONS : ITERATIONS);
  }

  /** How many hashes this thread has computed; tells whether a login has cost its time. */
  static int computedOnThisThread() {
    return COUNT.get();
  }

  /**
   * Whether a salted password is the one that the engine stores so, with however many iterations.
   */
  static boolean matches(String saltedPassword, String stored) {
    Matcher parts = STORED.matcher(stored);
    return parts.matches()
        && new SlowPasswordHash(Integer.parseInt(parts.group(1)))
            .check(saltedPassword, parts.group(2));
  }

  @Override
  public String encrypt(String saltedPassword) {
    COUNT.set(COUNT.get() + 1);
    PBEKeySpec spec = new PBEKeySpec(saltedPassword.toCharArray(), DOMAIN, iterations, BITS);
    try {
      byte[] hash =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
      return Base64.getEncoder().encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java lacks PBKDF2WithHmacSHA256", e);
    } finally {
      spec.clearPassword();
    }
  }

  @Override
  public boolean check(String saltedPassword, String stored) {
    return MessageDigest.isEqual(
        encrypt(saltedPassword).getBytes(StandardCharsets.US_ASCII),
        stored.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public String hashAlgorithmName() {
    return NAME + iterations;
  }
}
