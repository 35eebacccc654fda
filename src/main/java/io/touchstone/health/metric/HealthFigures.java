package io.touchstone.health.metric;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a review shows.
 *
 * @param from begin of the week under review, exclusive
 * @param to its end, inclusive
 * @param previousReview the review it is compared with
 * @param projects those with any activity in the last weeks, by key
 * @param quietProjects how many others there are
 */
public record HealthFigures(
    Instant from,
    Instant to,
    Optional<String> previousReview,
    Optional<Instant> previousTo,
    List<ProjectHealth> projects,
    long quietProjects) {

  /** How far the charts and the trend look back. */
  public static final int WEEKS = 8;

  public static final Duration WEEK = Duration.ofDays(7);

  public Optional<ProjectHealth> project(String key) {
    return projects.stream().filter(each -> each.project().equals(key)).findFirst();
  }
}
