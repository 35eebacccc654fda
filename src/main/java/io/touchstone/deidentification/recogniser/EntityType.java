package io.touchstone.deidentification.recogniser;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A kind of personal data. The kinds are open: a recogniser's file may bring one of its own.
 *
 * @param id capitals, digits and underscores; also what stands in a mask
 */
public record EntityType(String id) implements Comparable<EntityType> {

  private static final Pattern ID = Pattern.compile("[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*");
  private static final int LONGEST = 40;

  public static final EntityType IBAN = new EntityType("IBAN");
  public static final EntityType CARD = new EntityType("CARD");
  public static final EntityType EMAIL = new EntityType("EMAIL");
  public static final EntityType IP = new EntityType("IP");
  public static final EntityType PHONE = new EntityType("PHONE");
  public static final EntityType NAME = new EntityType("NAME");
  public static final EntityType ADDRESS = new EntityType("ADDRESS");
  public static final EntityType OTHER = new EntityType("OTHER");

  /**
   * What a privacy officer may call a missed stretch: few, so that each has a digit key. The last
   * two have no recogniser.
   */
  public static final List<EntityType> CHOICES =
      List.of(IBAN, CARD, EMAIL, IP, PHONE, NAME, ADDRESS, OTHER);

  /** Kinds with a recogniser of their own first, then the others by their ids. */
  private static final Comparator<EntityType> ORDER =
      Comparator.comparingInt(EntityType::rank).thenComparing(EntityType::id);

  /**
   * @throws IllegalArgumentException for an id that could not stand in a mask
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public EntityType {
    if (!isId(id)) {
      throw new IllegalArgumentException(
          "A kind of personal data is written in capitals, digits and underscores.");
    }
  }

  @Override
  @JsonValue
  public String id() {
    return id;
  }

  /** Whether a kind could be called so. */
  public static boolean isId(String id) {
    return id.length() <= LONGEST && ID.matcher(id).matches();
  }

  private static int rank(EntityType type) {
    int place = CHOICES.indexOf(type);
    return place < 0 ? CHOICES.size() : place;
  }

  /** What stands in the redacted text in its place. */
  public String tag() {
    return "[" + id + "]";
  }

  /** First the one whose label wins where two findings are equally long. */
  @Override
  public int compareTo(EntityType other) {
    return ORDER.compare(this, other);
  }
}
