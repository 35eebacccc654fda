package io.touchstone.platform;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of logins, {@code touchstone.logins.*}. Comparing a password takes a tenth of a second of
 * one processor on purpose, so whoever logs in wrongly on end would take the processors from
 * everybody.
 *
 * @param atOnce passwords compared at the same time by one node; 0 for half of its processors, at
 *     least one
 * @param waiting calls that wait for it at most, from everywhere
 * @param waitingPerAddress of these from one address
 * @param waitingPerUser of these for one name from one address
 * @param longestWait after which a call is turned away that waits still
 * @param failuresInOne failures of one name in so long a time are one audit event
 * @param passwordsRemembered how many passwords before the present one may not come again
 * @param tokensLast the longest time for which a machine's token is made
 * @param approvalsBarred how long an account approves nothing after somebody else set its password
 */
public record LoginSettings(
    @DefaultValue("0") int atOnce,
    @DefaultValue("48") int waiting,
    @DefaultValue("24") int waitingPerAddress,
    @DefaultValue("2") int waitingPerUser,
    @DefaultValue("10s") Duration longestWait,
    @DefaultValue("10m") Duration failuresInOne,
    @DefaultValue("5") int passwordsRemembered,
    @DefaultValue("366d") Duration tokensLast,
    @DefaultValue("24h") Duration approvalsBarred) {

  public LoginSettings {
    if (passwordsRemembered < 0 || passwordsRemembered > 24) {
      throw new StartRefused(
          "touchstone.logins.passwords-remembered is " + passwordsRemembered + ".",
          "Set 0 to 24: each costs a comparison when a password is changed.");
    }
    if (tokensLast.toDays() < 1) {
      throw new StartRefused(
          "touchstone.logins.tokens-last is below a day.", "Tokens end after whole days; set 1d.");
    }
    if (atOnce < 0 || waiting < 1 || waitingPerAddress < 1 || waitingPerUser < 1) {
      throw new StartRefused(
          "A limit in touchstone.logins is below 1.",
          "Correct it; config/application.yaml explains every setting.");
    }
  }

  /** Passwords compared at the same time by this node. */
  public int comparedAtOnce() {
    return atOnce > 0 ? atOnce : Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
  }
}
