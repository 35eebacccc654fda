package io.touchstone.platform;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a browser's session lasts, {@code touchstone.sessions.*}.
 *
 * @param idle after so long without anything that a person did it ends
 * @param longest after so long since the login it ends in any case
 */
public record SessionSettings(
    @DefaultValue("30m") Duration idle, @DefaultValue("12h") Duration longest) {

  public SessionSettings {
    if (idle.toSeconds() < 1 || longest.compareTo(idle) < 0) {
      throw new StartRefused(
          "touchstone.sessions.idle ("
              + idle
              + ") and touchstone.sessions.longest ("
              + longest
              + ") do not fit.",
          "The idle time is a second at least, the longest session not shorter than it.");
    }
  }
}
