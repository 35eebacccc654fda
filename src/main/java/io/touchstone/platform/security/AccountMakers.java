package io.touchstone.platform.security;

import io.touchstone.platform.TouchstoneSettings;
import io.touchstone.platform.database.Times;
import io.touchstone.platform.web.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who made an account or set its password, and so may be the one who uses it. Opposite to that
 * person the account is no second person, until another administrator has confirmed that it is
 * somebody's own.
 */
@Repository
public class AccountMakers {

  /** How somebody came to hold an account. */
  public enum How {
    CREATED,
    INVITED,
    RESET;

    /** For programs. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Somebody who may hold an account.
   *
   * @param confirmedBy the administrator who said that it is its owner's alone
   */
  public record Making(
      String userId, String madeBy, How how, Instant at, Optional<String> confirmedBy) {}

  private final JdbcClient database;
  private final Clock clock;
  private final Duration barred;

  AccountMakers(JdbcClient database, Clock clock, TouchstoneSettings settings) {
    this.database = database;
    this.clock = clock;
    this.barred = settings.logins().approvalsBarred();
  }

  private static final String NOTE =
      """
      insert into touchstone.account_maker (user_id, made_by, how, made_at)
      values (:user, :by, :how, :at)
      on conflict (user_id, made_by) do update
      set how = :how, made_at = :at, confirmed_by = null, confirmed_at = null
      """;

  /**
   * Somebody has made the account or set its password; what was confirmed before counts no more.
   */
  public void note(String userId, String by, How how) {
    database
        .sql(NOTE)
        .param("user", userId)
        .param("by", by)
        .param("how", how.code())
        .param("at", Times.utc(clock.instant()))
        .update();
  }

  private static final String SELECT =
      """
      select user_id, made_by, how, made_at, confirmed_by from touchstone.account_maker
      """;

  private static final String ALL = SELECT + " order by made_at, made_by";

  /** Everybody who may hold an account or may have, oldest first. */
  public List<Making> all() {
    return database.sql(ALL).query(AccountMakers::making).list();
  }

  private static final String OF = SELECT + " where user_id = :user order by made_at, made_by";

  /** Who may hold an account or may have, oldest first. */
  public List<Making> of(String userId) {
    return database.sql(OF).param("user", userId).query(AccountMakers::making).list();
  }

  private static Making making(ResultSet row, int number) throws SQLException {
    return new Making(
        row.getString("user_id"),
        row.getString("made_by"),
        How.valueOf(row.getString("how").toUpperCase(Locale.ROOT)),
        Times.at(row, "made_at"),
        Optional.ofNullable(row.getString("confirmed_by")));
  }

  private static final String HOLDS =
      """
      with recursive holder (id) as (
        select made_by from touchstone.account_maker
        where user_id = :user and confirmed_at is null
        union
        select m.made_by from touchstone.account_maker m
        join holder h on h.id = m.user_id
        where m.confirmed_at is null)
      select exists (select from holder where id = :other)
      """;

  /** Whether somebody made the account, or made whoever made it, and nobody has confirmed it. */
  private boolean holds(String other, String userId) {
    return database
        .sql(HOLDS)
        .param("user", userId)
        .param("other", other)
        .query(Boolean.class)
        .single();
  }

  /**
   * Why somebody is no second person opposite to another; empty if nothing speaks against it. That
   * both are the same is not asked here: each decision has its own sentence for that.
   *
   * @param personId who wants to decide
   * @param other whose work, proposal or exception it is
   */
  public Optional<Refusal> objection(String personId, String other) {
    if (personId.equals(other)) {
      return Optional.empty();
    }
    if (holds(other, personId)) {
      return Optional.of(
          refusal(
              "This account was made, or its password set, by %s, whose work this is. So it is no second person here until another administrator has confirmed it on the page People; somebody else can decide now."
                  .formatted(other)));
    }
    return holds(personId, other)
        ? Optional.of(
            refusal(
                "You made the account of %s, whose work this is, or set its password. So you are no second person here until another administrator has confirmed that account on the page People; somebody else can decide now."
                    .formatted(other)))
        : Optional.empty();
  }

  /**
   * Refuses to let somebody decide who is no second person.
   *
   * @throws Refusal 403 saying whose hand is in it
   */
  public void refuseUnlessSecond(String personId, String other) {
    objection(personId, other)
        .ifPresent(
            refusal -> {
              throw refusal;
            });
  }

  private static final String CONFIRM =
      """
      update touchstone.account_maker set confirmed_by = :by, confirmed_at = :at
      where user_id = :user and confirmed_at is null
      """;

  /**
   * An administrator says that the account is its owner's alone.
   *
   * @throws Refusal 403 for the account itself, for whoever made it, and for an administrator whose
   *     own account or password is younger than the bar on approvals; 409 if nothing waits
   */
  public void confirm(String userId, String by) {
    List<Making> open = of(userId).stream().filter(each -> each.confirmedBy().isEmpty()).toList();
    if (open.isEmpty()) {
      throw new Refusal(
          409, "nothing-to-confirm", "This account waits for no confirmation. Load it again.");
    }
    if (userId.equals(by) || open.stream().anyMatch(each -> each.madeBy().equals(by))) {
      throw refusal(
          "Another administrator confirms an account: neither its owner, nor whoever made it or set"
              + " its password.");
    }
    Instant young = clock.instant().minus(barred);
    boolean isYoung =
        of(by).stream()
            .filter(each -> each.confirmedBy().isEmpty())
            .anyMatch(each -> each.at().isAfter(young));
    if (isYoung) {
      throw refusal(
          "Your own account was made, or its password set, by somebody else within %d hours. Confirm this one later, so that nobody confirms with an account just made."
              .formatted(barred.toHours()));
    }
    database
        .sql(CONFIRM)
        .param("user", userId)
        .param("by", by)
        .param("at", Times.utc(clock.instant()))
        .update();
  }

  private static Refusal refusal(String sentence) {
    return new Refusal(403, "no-second-person", sentence);
  }
}
