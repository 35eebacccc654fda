package io.touchstone.platform.web;

import java.util.Map;
import java.util.Optional;

/**
 * A business refusal that a person or machine is meant to read: what was refused, where, and what
 * to do. It becomes an RFC 9457 problem document; it never carries item text or personal data.
 */
public final class Refusal extends RuntimeException {

  /** Member of the problem document, and header: seconds after which trying again makes sense. */
  public static final String RETRY_AFTER = "retryAfter";

  private final int status;
  private final String type;
  private final transient Map<String, Object> members;

  /**
   * @param status HTTP status, 400 to 499; 503 where somebody else's server is needed and silent
   * @param type stable code in kebab case, for programs
   * @param sentence what, where, what to do, for people
   * @param members further members of the problem document, machine-readable
   */
  public Refusal(int status, String type, String sentence, Map<String, Object> members) {
    super(sentence);
    this.status = status;
    this.type = type;
    this.members = Map.copyOf(members);
  }

  public Refusal(int status, String type, String sentence) {
    this(status, type, sentence, Map.of());
  }

  public int status() {
    return status;
  }

  public String type() {
    return type;
  }

  public Map<String, Object> members() {
    return members;
  }

  /** Seconds after which the caller may try again; empty where that is not known. */
  Optional<String> retryAfter() {
    return Optional.ofNullable(members.get(RETRY_AFTER)).map(Object::toString);
  }
}
