package io.touchstone.workforce;

import io.touchstone.platform.Days;
import io.touchstone.platform.engine.process.DecisionTables;
import io.touchstone.platform.web.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How long people have been at work, and when it is time for a break: the table session-fatigue
 * decides. Simulated people do not tire.
 */
@Service
public class WorkSessions {

  private static final String TABLE = "session-fatigue";
  private static final double SECONDS_PER_MINUTE = 60;
  private static final DateTimeFormatter TIME_OF_DAY = DateTimeFormatter.ofPattern("HH:mm");

  private final WorkSessionRepository sessions;
  private final Workforce workforce;
  private final DecisionTables tables;
  private final Clock clock;
  private final Days days;

  WorkSessions(
      WorkSessionRepository sessions,
      Workforce workforce,
      DecisionTables tables,
      Clock clock,
      Days days) {
    this.sessions = sessions;
    this.workforce = workforce;
    this.tables = tables;
    this.clock = clock;
    this.days = days;
  }

  /** What the table answers. */
  private record Answer(String action, int breakMinutes, String sentence) {

    private boolean is(String other) {
      return action.equals(other);
    }
  }

  /**
   * Refuses to open work during a break.
   *
   * @throws Refusal 429 with the time at which work goes on
   */
  @Transactional(readOnly = true)
  public void mayOpen(String personId) {
    Instant now = clock.instant();
    sessions.latest(personId).filter(session -> session.onBreak(now)).ifPresent(this::refuse);
  }

  /**
   * An item is about to be saved. During a break that goes for items with a draft, and for the one
   * that was on the screen when the break began.
   *
   * @param first whether the item has no draft yet
   * @throws Refusal 429 for a further item during a break
   */
  @Transactional
  public void maySave(String personId, String assignmentId, boolean first) {
    Instant now = clock.instant();
    Optional<WorkSession> resting =
        first
            ? sessions.lockLatest(personId).filter(session -> session.onBreak(now))
            : Optional.empty();
    if (resting.isEmpty()) {
      return;
    }
    WorkSession session = resting.get();
    if (session.inHand().isEmpty()) {
      sessions.takeInHand(session.id(), assignmentId);
    } else if (!session.inHand().get().equals(assignmentId)) {
      refuse(session);
    }
  }

  private void refuse(WorkSession session) {
    Instant until = session.breakUntil().orElseThrow();
    throw new Refusal(
        429,
        "break-needed",
        "Take a break until "
            + TIME_OF_DAY.format(until.atZone(days.zone()))
            + "; your work is saved.",
        Map.of("until", until.toString()));
  }

  /**
   * The person was at work.
   *
   * @param seconds active time on top of what was noted before, as the editor counted it
   */
  @Transactional
  public void worked(String personId, double seconds) {
    if (workforce.find(personId).filter(person -> !person.simulated()).isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    Optional<WorkSession> latest = sessions.lockLatest(personId);
    if (latest.isEmpty()) {
      begin(personId, Math.max(0, seconds), now);
    } else if (latest.get().breakUntil().isEmpty()) {
      goOn(personId, latest.get(), seconds, now);
    } else if (!latest.get().onBreak(now)) {
      begin(personId, 0, now);
    }
  }

  private void goOn(String personId, WorkSession session, double seconds, Instant now) {
    double believed = session.believed(seconds, now);
    double active = session.activeSeconds() + believed;
    Answer answer = ask(active, session.pauseBefore(believed, now));
    if (answer.is("new-session")) {
      begin(personId, believed, now);
      return;
    }
    Optional<Instant> until =
        answer.is("stop")
            ? Optional.of(now.plus(Duration.ofMinutes(answer.breakMinutes())))
            : Optional.empty();
    sessions.goOn(session.id(), now, active, until);
  }

  private void begin(String personId, double seconds, Instant now) {
    sessions.begin(personId, now.minusMillis(Math.round(seconds * 1000)), now, seconds);
  }

  /** What the person should be told, as things stand after the latest work. */
  @Transactional(readOnly = true)
  public SessionAdvice advice(String personId) {
    Instant now = clock.instant();
    return sessions
        .latest(personId)
        .filter(session -> session.breakUntil().isEmpty() || session.onBreak(now))
        .map(session -> advice(session))
        .orElse(SessionAdvice.SILENT);
  }

  private SessionAdvice advice(WorkSession session) {
    double active = session.activeSeconds();
    Answer answer = ask(active, 0);
    return new SessionAdvice(
        session.breakUntil().isPresent() ? "stop" : answer.action(),
        (long) (active / SECONDS_PER_MINUTE),
        answer.is("none") ? "" : answer.sentence(),
        session.breakUntil());
  }

  private Answer ask(double activeSeconds, double pauseSeconds) {
    Map<String, Object> outputs =
        tables.evaluateNewest(
            TABLE,
            Map.of(
                "activeMinutes", activeSeconds / SECONDS_PER_MINUTE,
                "pauseMinutes", pauseSeconds / SECONDS_PER_MINUTE));
    return new Answer(
        (String) outputs.get("action"),
        ((Number) outputs.get("breakMinutes")).intValue(),
        (String) outputs.get("because"));
  }
}
