package io.touchstone.platform.security.invitation;

import io.touchstone.platform.TouchstoneSettings;
import io.touchstone.platform.crypto.Sha256;
import io.touchstone.platform.database.Times;
import io.touchstone.platform.security.AccessLog;
import io.touchstone.platform.security.Accounts;
import io.touchstone.platform.web.Refusal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * One-time links with which people choose the password of their account. A link holds 256 random
 * bits behind the number sign, which browsers send to no server and write into no referrer; the
 * database holds their SHA-256. An account has one open link at most.
 */
@Repository
public class Invitations {

  private static final int BYTES = 32;

  private final JdbcClient database;
  private final Accounts accounts;
  private final AccessLog log;
  private final Clock clock;
  private final Duration lasts;
  private final String address;
  private final SecureRandom random = new SecureRandom();

  Invitations(
      JdbcClient database,
      Accounts accounts,
      AccessLog log,
      Clock clock,
      TouchstoneSettings settings) {
    this.database = database;
    this.accounts = accounts;
    this.log = log;
    this.clock = clock;
    this.lasts = settings.invitations();
    this.address = settings.publicUrl().replaceAll("/+$", "") + InvitationController.PAGE + "#";
  }

  /**
   * A link to be handed to its owner; it is shown once.
   *
   * @param endsAt after which it opens nothing
   */
  public record Link(String url, Instant endsAt) {

    /** As text it says nothing. */
    @Override
    public String toString() {
      return "Link[]";
    }
  }

  private static final String CLOSE =
      """
      update touchstone.invitation set closed_at = :at where user_id = :user and closed_at is null
      """;

  private static final String INSERT =
      """
      insert into touchstone.invitation (token_sha256, user_id, made_by, made_at, ends_at)
      values (:token, :user, :by, :at, :ends)
      """;

  /** Makes the account's one open link; an earlier one opens nothing any more. */
  @Transactional
  public Link make(String userId, String by) {
    Instant now = clock.instant();
    Instant ends = now.plus(lasts);
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    close(userId);
    database
        .sql(INSERT)
        .param("token", Sha256.hex(token))
        .param("user", userId)
        .param("by", by)
        .param("at", Times.utc(now))
        .param("ends", Times.utc(ends))
        .update();
    return new Link(address + token, ends);
  }

  /** The account's open link, if there is one, opens nothing any more. */
  public void close(String userId) {
    database.sql(CLOSE).param("user", userId).param("at", Times.utc(clock.instant())).update();
  }

  /** An open link. */
  record Open(String userId, Instant endsAt) {}

  private static final String FIND =
      """
      select user_id, ends_at from touchstone.invitation
      where token_sha256 = :token and closed_at is null
      """;

  /**
   * What a link opens.
   *
   * @throws Refusal 404 if it was used, replaced, or never made; 410 if it is too old
   */
  @Transactional(readOnly = true)
  Open open(String token) {
    return require(token, FIND);
  }

  private Open require(String token, String query) {
    Open found =
        database
            .sql(query)
            .param("token", Sha256.hex(token))
            .query((row, number) -> new Open(row.getString("user_id"), Times.at(row, "ends_at")))
            .optional()
            .orElseThrow(
                () ->
                    new Refusal(
                        404,
                        "unknown-link",
                        "This link opens nothing: it was used already, a newer one was made, or a"
                            + " part of it is missing. If you have chosen a password, log in; else"
                            + " ask for a new link."));
    if (!clock.instant().isBefore(found.endsAt())) {
      throw new Refusal(
          410, "link-ended", "This link is too old. Ask whoever sent it to you for a new one.");
    }
    return found;
  }

  private static final String LOCK = FIND + " for update";

  /**
   * The owner chooses a password; the link opens nothing any more.
   *
   * @return whose account it is
   * @throws Refusal as {@link #open}, and 422 for an unfit password, which uses up nothing
   */
  @Transactional
  String use(String token, String password) {
    Open open = require(token, LOCK);
    accounts.setPassword(open.userId(), password);
    close(open.userId());
    log.invitationUsed(open.userId());
    return open.userId();
  }

  private static final String ENDS =
      """
      select user_id, ends_at from touchstone.invitation where closed_at is null
      """;

  /** The ends of all open links, by user id; those that are over are among them. */
  public Map<String, Instant> ends() {
    Map<String, Instant> ends = new TreeMap<>();
    List<Open> all =
        database
            .sql(ENDS)
            .query((row, number) -> new Open(row.getString("user_id"), Times.at(row, "ends_at")))
            .list();
    all.forEach(each -> ends.put(each.userId(), each.endsAt()));
    return ends;
  }
}
