package io.touchstone.audit.move;

import io.touchstone.audit.AuditTrail;
import io.touchstone.audit.ChainCheck;
import io.touchstone.audit.ChainCheck.Broken;
import io.touchstone.audit.History;
import io.touchstone.audit.RecordedRows;
import io.touchstone.audit.RowDifference;
import io.touchstone.platform.database.DatabaseReading;
import io.touchstone.platform.engine.setup.EngineReading;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** The sealed history of a database over which the application does not run. */
final class HistoryReader implements AutoCloseable {

  private final AnnotationConfigApplicationContext context;

  /**
   * @param settings a context with the settings, the data folder and the master key
   */
  HistoryReader(ConfigurableApplicationContext settings, DataSource database) {
    context = new AnnotationConfigApplicationContext();
    context.setParent(settings);
    context.registerBean("dataSource", DataSource.class, () -> database);
    context.register(Parts.class);
    context.refresh();
  }

  /** Walks along the whole of it, under the right master key. */
  History.Found check() {
    context.getBean("masterKeyCheck");
    return context.getBean(History.class).check(Optional.empty());
  }

  /** Adds an event of what the program has done by itself. */
  void record(String action, String object, Map<String, ?> details) {
    context.getBean(AuditTrail.class).record(AuditTrail.SYSTEM, action, object, details);
  }

  /** What does not hold; empty where all does. */
  static Optional<String> broken(History.Found found) {
    return found.chain() instanceof ChainCheck.Broken broken
        ? Optional.of(broken).map(Broken::sentence)
        : found.difference().map(RowDifference::sentence);
  }

  @Override
  public void close() {
    context.close();
  }

  /** What the check is made of, and nothing that works by itself. */
  @Import({DatabaseReading.class, EngineReading.class})
  @ComponentScan(basePackages = "io.touchstone.audit", lazyInit = true)
  @ComponentScan(
      basePackages = "io.touchstone",
      lazyInit = true,
      useDefaultFilters = false,
      includeFilters =
          @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = RecordedRows.class))
  static class Parts {}
}
