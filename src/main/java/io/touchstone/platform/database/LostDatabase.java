package io.touchstone.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the application when its database server ends by itself, because somebody or the system for
 * want of memory has killed it. Nothing would bring the server back, and an application that lives
 * on without refuses everybody until somebody looks; one that ends is started again by its service
 * manager.
 */
final class LostDatabase implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(LostDatabase.class);
  private static final int EXIT_CODE = 1;

  private final AtomicBoolean closed = new AtomicBoolean();

  private LostDatabase() {}

  /**
   * Watches the server of a cluster until this is closed, which has to come before the server's own
   * end.
   *
   * @throws IOException if the number of the server's process cannot be read
   */
  static LostDatabase watch(Path cluster) throws IOException {
    LostDatabase watch = new LostDatabase();
    String number = Files.readAllLines(cluster.resolve("postmaster.pid")).get(0).trim();
    ProcessHandle.of(Long.parseLong(number))
        .ifPresent(server -> server.onExit().thenAccept(watch::lost));
    return watch;
  }

  /** Without a database nothing can be finished that an ordinary stop would wait for. */
  private void lost(ProcessHandle server) {
    if (closed.get()) {
      return;
    }
    log.error(
        "database_lost pid={} The database server was killed or has crashed, for want of memory"
            + " perhaps. What was committed is kept. The application ends: start it again.",
        server.pid());
    Runtime.getRuntime().halt(EXIT_CODE);
  }

  @Override
  public void close() {
    closed.set(true);
  }
}
