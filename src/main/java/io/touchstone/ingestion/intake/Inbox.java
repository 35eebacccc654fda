package io.touchstone.ingestion.intake;

import io.touchstone.platform.TouchstoneSettings;
import io.touchstone.platform.crypto.Hmac;
import io.touchstone.platform.database.StoredKeyRepository;
import io.touchstone.platform.web.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes deliveries that are laid down in a folder: {@code <inbox>/<project>/<any name>/}, once
 * {@code .ready} lies in it. A delivery is removed when its batch is there, and not before; a stop
 * in between removes it at the next look and makes no second batch.
 */
@Component
class Inbox {

  static final String READY = ".ready";
  static final String REFUSED = ".refused";

  private static final Logger log = LoggerFactory.getLogger(Inbox.class);
  private static final String SUBMITTER = "inbox";

  private final Optional<Path> root;
  private final InboxRepository repository;
  private final BatchIntake intake;
  private final StoredKeyRepository keys;
  private final Clock clock;

  Inbox(
      TouchstoneSettings settings,
      InboxRepository repository,
      BatchIntake intake,
      StoredKeyRepository keys,
      Clock clock) {
    this.root = settings.inboxFolder();
    this.repository = repository;
    this.intake = intake;
    this.keys = keys;
    this.clock = clock;
  }

  /** Looks for deliveries twice a minute, on one node at a time. */
  @Scheduled(initialDelay = 15, fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
  void look() {
    root.filter(Files::isDirectory).ifPresent(folder -> repository.alone(() -> takeAll(folder)));
  }

  /** Takes what is ready, in the order of the names. */
  void takeAll(Path inbox) {
    for (Path project : folders(inbox)) {
      for (Path delivery : folders(project)) {
        if (Files.exists(delivery.resolve(READY)) && !Files.exists(delivery.resolve(REFUSED))) {
          take(project.getFileName().toString(), delivery);
        }
      }
    }
  }

  private void take(String project, Path delivery) {
    try {
      String digest = digest(project, delivery);
      if (!repository.isTaken(digest)) {
        String batch =
            intake.receive(
                project,
                SUBMITTER,
                FolderDelivery.sources(delivery),
                batchId -> repository.take(digest, batchId, clock.instant()));
        log.info("delivery_taken project={} batch={}", project, batch);
      }
      FolderDelivery.remove(delivery);
    } catch (Refusal refusal) {
      refused(project, delivery, refusal.getMessage());
    } catch (IOException | UncheckedIOException e) {
      // The message names a file, whose name may name a person.
      log.warn("delivery_left project={} fault={}", project, e.getClass().getSimpleName());
    }
  }

  /** A folder of the same name that is laid down again later is another delivery. */
  private String digest(String project, Path delivery) throws IOException {
    Hmac key = Hmac.of(keys.require("inbox"));
    return key.id(
        project,
        delivery.getFileName().toString(),
        Files.getLastModifiedTime(delivery.resolve(READY)).toString());
  }

  private static void refused(String project, Path delivery, String sentence) {
    try {
      Files.writeString(delivery.resolve(REFUSED), sentence + "\n");
      log.warn("delivery_refused project={}", project);
    } catch (IOException e) {
      log.warn("delivery_refused project={} note=unwritable", project);
    }
  }

  private static List<Path> folders(Path parent) {
    try (Stream<Path> children = Files.list(parent)) {
      return children
          .filter(child -> Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS))
          .sorted()
          .toList();
    } catch (IOException e) {
      log.warn("inbox_unreadable fault={}", e.getClass().getSimpleName());
      return List.of();
    }
  }
}
