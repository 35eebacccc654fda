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
 * @param approvalsBarred how long an account approves nothing after somebody else set its password
 */
public record LoginSettings(
    @DefaultValue("0") int atOnce,
    @DefaultValue("48") int waiting,
    @DefaultValue("24") int waitingPerAddress,
    @DefaultValue("2") int waitingPerUser,
    @DefaultValue("10s") Duration longestWait,
    @DefaultValue("10m") Duration failuresInOne,
    @DefaultValue("24h") Duration approvalsBarred) {

  public LoginSettings {
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
