package io.touchstone.deidentification.operator;

import io.touchstone.deidentification.operator.DeidentificationRules.Column;
import io.touchstone.deidentification.operator.DeidentificationRules.Operator;
import io.touchstone.deidentification.operator.DeidentificationRules.Scope;
import io.touchstone.deidentification.recogniser.EntityType;
import io.touchstone.deidentification.recogniser.folding.Folding;
import io.touchstone.platform.crypto.AesGcm;
import io.touchstone.platform.crypto.Hmac;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a project's rules put in the place of personal data. Where an operator does not fit a value
 * (no range of surrogates is known for the kind, a date cannot be read), the tag stands there:
 * nothing stays by mistake.
 */
public final class Operators {

  private static final int NUMBERS = 1_000_000;
  private static final int WEEKS = 52;
  private final DeidentificationRules rules;
  private final Hmac projectKey;
  private final Hmac corpusKey;
  private final boolean remembers;

  /**
   * @param projectKey the project's own
   * @param corpusKey of all projects of the installation
   */
  public Operators(DeidentificationRules rules, Hmac projectKey, Hmac corpusKey) {
    this.rules = rules;
    this.projectKey = projectKey;
    this.corpusKey = corpusKey;
    this.remembers = remembers(rules);
  }

  /** Tags alone, for which no key is needed. */
  public static Operators tags() {
    Hmac none = Hmac.of(new byte[] {0});
    return new Operators(DeidentificationRules.PLAIN, none, none);
  }

  /** What is done to a kind. */
  public Operator of(EntityType type) {
    return rules.of(type.id());
  }

  /**
   * Begins an item.
   *
   * @param subject whom it is about, where that is known
   * @param raw the whole raw text
   */
  public Replacing begin(Optional<String> subject, String raw) {
    if (!remembers()) {
      return resume(Remembered.NOTHING);
    }
    String item = "item|" + projectKey.id("item-text", raw);
    String owner = subject.map(s -> "subject|" + projectKey.id("subject", s)).orElse(item);
    return resume(new Remembered(item, owner, Map.of()));
  }

  /** Goes on with an item: equal values are replaced as before. */
  public Replacing resume(Remembered before) {
    return new Replacing(this, before);
  }

  /** Whether what stands in the place of a value depends on the item or on whom it is about. */
  public boolean remembers() {
    return remembers;
  }

  private static boolean remembers(DeidentificationRules rules) {
    boolean far = rules.scope() == Scope.PROJECT || rules.scope() == Scope.CORPUS;
    Stream<Operator> ofColumns =
        rules.columns().values().stream()
            .filter(column -> column.use() == Column.Use.OPERATOR)
            .map(Column::operator);
    return Stream.concat(
            Stream.concat(rules.types().values().stream(), Stream.of(rules.otherwise())), ofColumns)
        .anyMatch(
            operator ->
                operator == Operator.DATE_SHIFT
                    || !far
                        && (operator == Operator.NUMBERED_TAG
                            || operator == Operator.SURROGATE
                            || operator == Operator.HASH));
  }

  /** Within what equal values get equal replacements. */
  String scope(String item, String owner) {
    return switch (rules.scope()) {
      case ITEM -> item;
      case SUBJECT -> owner;
      case PROJECT -> "project";
      case CORPUS -> "corpus";
    };
  }

  Hmac key(String item, String owner) {
    Hmac key = rules.scope() == Scope.CORPUS ? corpusKey : projectKey;
    return Hmac.of(key.bytes("scope", scope(item, owner)));
  }

  /** What stands in the place of a value. */
  String replacement(Replacing item, Operator operator, EntityType type, String raw) {
    return switch (operator) {
      case TAG -> type.tag();
      case KEEP -> raw;
      case NUMBERED_TAG -> "[" + type.id() + "-" + number(item, type, raw) + "]";
      case SURROGATE -> surrogate(item.key(), type, raw).orElse(type.tag());
      case MASK -> raw.replaceAll("[\\p{L}\\p{N}]", "*");
      case HASH ->
          "["
              + type.id()
              + ":"
              + letters(Arrays.copyOf(item.key().bytes("hash", type.id(), normal(raw)), 8))
              + "]";
      case DATE_SHIFT ->
          WrittenDate.of(raw).map(date -> date.shifted(days(item.owner()))).orElse(type.tag());
      case GENERALISE -> Generalised.of(type.id(), raw).orElse(type.tag());
      case ENCRYPT -> encrypted(type, raw);
    };
  }

  private static int number(Replacing item, EntityType type, String raw) {
    return item.counted()
        ? item.count(type, normal(raw))
        : new Draws(item.key(), "number", type.id(), normal(raw)).below(NUMBERS);
  }

  /** Never the original: drawn again where it comes out by chance. */
  private static Optional<String> surrogate(Hmac key, EntityType type, String raw) {
    for (int attempt = 0; attempt < 50; attempt++) {
      Draws draws = new Draws(key, "surrogate", type.id(), normal(raw), String.valueOf(attempt));
      Optional<String> surrogate =
          switch (type.id()) {
            case "NAME", "PERSON" -> Optional.of(NameSurrogates.of(raw, draws));
            case "EMAIL" -> Optional.of(ContactSurrogates.email(draws));
            case "PHONE" -> Optional.of(ContactSurrogates.phone(raw, draws));
            case "IP" -> Optional.of(ContactSurrogates.internetAddress(raw, draws));
            default -> NumberSurrogates.of(type.id(), raw, draws);
          };
      if (surrogate.isEmpty() || !normal(surrogate.get()).equals(normal(raw))) {
        return surrogate;
      }
    }
    return Optional.empty();
  }

  /** What makes two values equal: letters and digits, case aside. */
  private static String normal(String raw) {
    String plain = Folding.of(raw).replaceAll("[^\\p{L}\\p{N}@.]", "");
    boolean contact = plain.indexOf('@') >= 0;
    return (contact ? plain : plain.replace(".", "")).toLowerCase(Locale.ROOT);
  }

  /** One to 52 weeks forth or back, the same for all dates of a subject: weekdays stay. */
  private int days(String owner) {
    Draws draws = new Draws(projectKey, "date-shift", owner);
    int weeks = 1 + draws.below(WEEKS);
    return 7 * (draws.below(2) == 0 ? weeks : -weeks);
  }

  /**
   * AES-GCM with a nonce that is a keyed hash of the value: the same value gives the same bytes,
   * and two values never share a nonce but by a chance of 2^-96.
   */
  private String encrypted(EntityType type, String raw) {
    byte[] nonce =
        Arrays.copyOf(projectKey.bytes("value-nonce", type.id(), raw), AesGcm.NONCE_BYTES);
    byte[] plain = raw.getBytes(StandardCharsets.UTF_8);
    byte[] sealed = cipher().seal(nonce, associated(type), plain, plain.length);
    byte[] all = Arrays.copyOf(nonce, nonce.length + sealed.length);
    System.arraycopy(sealed, 0, all, nonce.length, sealed.length);
    return "[" + type.id() + "~" + letters(all) + "]";
  }

  /**
   * The value behind what {@code encrypt} left, "[EMAIL~...]".
   *
   * @throws AesGcm.Tampered if it is none of this project, or was changed
   */
  public String decrypted(String written) throws AesGcm.Tampered {
    int split = written.indexOf('~');
    byte[] all = bytes(written.substring(split + 1, written.length() - 1));
    byte[] nonce = Arrays.copyOf(all, AesGcm.NONCE_BYTES);
    byte[] sealed = Arrays.copyOfRange(all, AesGcm.NONCE_BYTES, all.length);
    EntityType type = new EntityType(written.substring(1, split));
    return new String(
        cipher().open(nonce, associated(type), sealed, sealed.length), StandardCharsets.UTF_8);
  }

  /** Half a byte a letter, a to p: no digits that could be taken for somebody's number. */
  private static String letters(byte[] bytes) {
    StringBuilder letters = new StringBuilder();
    for (byte each : bytes) {
      letters.append((char) ('a' + (each >> 4 & 15))).append((char) ('a' + (each & 15)));
    }
    return letters.toString();
  }

  private static byte[] bytes(String letters) {
    byte[] bytes = new byte[letters.length() / 2];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (letters.charAt(2 * i) - 'a' << 4 | letters.charAt(2 * i + 1) - 'a');
    }
    return bytes;
  }

  private AesGcm cipher() {
    return AesGcm.of(projectKey.bytes("value-encryption"));
  }

  private static byte[] associated(EntityType type) {
    return ("touchstone-value|" + type.id()).getBytes(StandardCharsets.UTF_8);
  }
}
