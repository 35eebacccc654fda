package io.touchstone.platform.security.token;

import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Role;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a token may be used for; within it the roles of its owner decide, as for the owner. */
enum TokenScope {
  READ("read", "read batches, figures and datasets, clone and pull them", Role.values()),
  DELIVER("deliver", "deliver batches and suggestions", Role.DATA_MANAGER),
  LABEL("label", "take work packages and label items", Role.ANNOTATOR, Role.REVIEWER),
  MANAGE(
      "manage",
      "decide and change what its owner may",
      Role.REVIEWER,
      Role.PRIVACY_OFFICER,
      Role.GUIDELINE_OWNER,
      Role.DATA_MANAGER,
      Role.PROCESS_OWNER,
      Role.AUDITOR);

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  /** Accounts, passwords and tokens: a program must not make what outlives its own token. */
  private static final Pattern BY_PEOPLE_ONLY =
      Pattern.compile("/(?:me|tokens|people|people-[a-z]+|invitations)(?:/.*)?");

  private static final Pattern WORK = Pattern.compile("/work(?:/.*)?");

  private static final Pattern DELIVERY =
      Pattern.compile("/projects/[^/]+/batches|/batches/[^/]+/suggestions");

  /** These change nothing, although they are sent. */
  private static final Pattern QUESTION =
      Pattern.compile(
          "/agreement|/redaction/preview|/guidelines/preview|/git/[^/]+/(?:info/refs|git-upload-pack)");

  private final String code;
  private final String says;
  private final Set<Role> roles;

  TokenScope(String code, String says, Role... roles) {
    this.code = code;
    this.says = says;
    this.roles = Set.of(roles);
  }

  String code() {
    return code;
  }

  /** What it lets a program do, as a verb phrase. */
  String says() {
    return says;
  }

  /** Whether it would let the person's program do anything. */
  boolean isOf(Caller owner) {
    return owner.mayActAs(roles.toArray(Role[]::new));
  }

  static Optional<TokenScope> of(String code) {
    return Arrays.stream(values()).filter(scope -> scope.code.equals(code)).findFirst();
  }

  /** All codes, for a sentence. */
  static String codes() {
    return Arrays.stream(values()).map(TokenScope::code).collect(Collectors.joining(", "));
  }

  /**
   * The scope that a call needs; empty if no token may make it.
   *
   * @param path after the mount of machines
   */
  static Optional<TokenScope> needed(String method, String path) {
    boolean reads = READING.contains(method) || QUESTION.matcher(path).matches();
    if (BY_PEOPLE_ONLY.matcher(path).matches() && !(reads && path.startsWith("/people"))) {
      return Optional.empty();
    }
    if (WORK.matcher(path).matches()) {
      return Optional.of(LABEL);
    }
    if (reads) {
      return Optional.of(READ);
    }
    return Optional.of(DELIVERY.matcher(path).matches() ? DELIVER : MANAGE);
  }
}
