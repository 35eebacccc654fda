package io.touchstone.browser;

import io.touchstone.IntegrationTest;
import io.touchstone.platform.security.Directory;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.security.project.KnownProjects;
import io.touchstone.platform.security.project.ProjectAccess;
import io.touchstone.project.ProjectSettingsBuilder;
import io.touchstone.road.Road;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** People at a real browser, each in a session of their own. */
abstract class SeatedTest extends IntegrationTest {

  static Chromium chromium;

  @Autowired BeanFactory beans;
  @Autowired Directory directory;
  @Autowired ProjectAccess access;
  @LocalServerPort int port;

  @BeforeAll
  static void startChromium() {
    chromium = Chromium.shared();
  }

  /** Seats a person who is logged in; of a failure, a picture and the last calls stay. */
  void at(String userId, Consumer<Seat> work) {
    try (Seat seat = new Seat(chromium, port)) {
      try {
        work.accept(seat.logIn(userId));
      } catch (RuntimeException | AssertionError e) {
        seat.photograph(Path.of("target", "browser-" + userId + ".png"));
        throw new AssertionError(e.getMessage() + System.lineSeparator() + seat.lastSeen(), e);
      }
    }
  }

  /**
   * A project of somebody's own key with ben, an annotator, in which nobody is too fast: browsers
   * are, and a batch that is held for it never comes to the reviewer.
   */
  Road unhurried(ProjectSettingsBuilder project, String question) {
    return Road.named(beans, project.pace(10, 60, 0.1).build(), "# Guideline\n\n" + question + "\n")
        .annotators("ben");
  }

  /** Adds somebody who can log in, named after the project of the road. */
  String withPassword(Road road, String name, Role role) {
    String id = name + road.project().replaceAll("\\D", "");
    directory.add(id, name, Optional.of(Seat.PASSWORD), Set.of(role));
    return id;
  }

  /**
   * Somebody whose lists show this project alone: batches of other tests may be dated after it, so
   * that the first page of the newest ones is full of them.
   */
  String knowing(Road road, String userId) {
    access.set(userId, new KnownProjects(false, Set.of(road.project())));
    return userId;
  }
}
