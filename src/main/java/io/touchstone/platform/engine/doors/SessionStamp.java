package io.touchstone.platform.engine.doors;

import io.touchstone.platform.SessionSettings;
import io.touchstone.platform.crypto.Sha256;
import io.touchstone.platform.security.SessionEnd;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a browser's session remembers of its login.
 *
 * @param mark digest of what the database held of the password at the login
 * @param since time of the login
 */
record SessionStamp(String mark, Instant since) implements Serializable {

  private static final String STAMP = SessionStamp.class.getName();
  private static final String ACTED = STAMP + ".acted";

  /** A login now, of somebody whose password has this mark in the directory. */
  static SessionStamp of(String mark, Instant now) {
    return new SessionStamp(digest(mark), now);
  }

  void put(HttpSession session) {
    session.setAttribute(STAMP, this);
    acted(session, since);
  }

  /** A person has done something. */
  static void acted(HttpSession session, Instant now) {
    session.setAttribute(ACTED, now);
  }

  /** Whether the session's login was with the password that has this mark. */
  static boolean fits(HttpSession session, String mark) {
    return session.getAttribute(STAMP) instanceof SessionStamp stamp
        && stamp.mark.equals(digest(mark));
  }

  /** Why the session has ended; empty while it goes on. */
  static Optional<SessionEnd> end(
      HttpSession session, String mark, Instant now, SessionSettings limits) {
    if (!fits(session, mark)) {
      return Optional.of(SessionEnd.PASSWORD);
    }
    Instant since = ((SessionStamp) session.getAttribute(STAMP)).since;
    if (isOver(since, now, limits.longest())) {
      return Optional.of(SessionEnd.LONGEST);
    }
    Instant acted = (Instant) session.getAttribute(ACTED);
    return isOver(acted, now, limits.idle()) ? Optional.of(SessionEnd.IDLE) : Optional.empty();
  }

  private static boolean isOver(Instant since, Instant now, Duration limit) {
    return Duration.between(since, now).compareTo(limit) >= 0;
  }

  private static String digest(String mark) {
    return Sha256.hex(mark);
  }
}
