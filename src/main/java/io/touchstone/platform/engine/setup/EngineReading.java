package io.touchstone.platform.engine.setup;

import io.touchstone.platform.StartRefused;
import io.touchstone.platform.engine.EngineRights;
import io.touchstone.platform.engine.ProjectGroups;
import io.touchstone.platform.engine.process.ProcessHistory;
import io.touchstone.platform.engine.process.ProcessSets;
import io.touchstone.platform.security.project.ProjectAccess;
import javax.sql.DataSource;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * The engine's tables without the product around them: no job runs, nothing is deployed. A context
 * that imports this can read the deployed sets of processes.
 */
@Import({
  EngineClock.class,
  EngineRights.class,
  ProcessHistory.class,
  ProcessSets.class,
  ProjectAccess.class,
  ProjectGroups.class
})
public class EngineReading {

  /** Makes the engine's tables in a database that has none. */
  public static void makeTables(DataSource database) {
    engine(database, ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE).close();
  }

  /**
   * @throws StartRefused if the tables are those of another version of the engine
   */
  @Bean(destroyMethod = "close")
  ProcessEngine readingEngine(DataSource database) {
    try {
      return engine(database, ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
    } catch (ProcessEngineException e) {
      throw new StartRefused(
          "The engine's tables in the database are those of another version.",
          "Start this version once on that database, stop it, and repeat the command.",
          e);
    }
  }

  @Bean
  RepositoryService repositoryService(ProcessEngine engine) {
    return engine.getRepositoryService();
  }

  @Bean
  HistoryService historyService(ProcessEngine engine) {
    return engine.getHistoryService();
  }

  @Bean
  IdentityService identityService(ProcessEngine engine) {
    return engine.getIdentityService();
  }

  private static ProcessEngine engine(DataSource database, String schema) {
    StandaloneProcessEngineConfiguration engine = new StandaloneProcessEngineConfiguration();
    engine.setDataSource(database);
    engine.setDatabaseSchemaUpdate(schema);
    engine.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
    engine.setJobExecutorActivate(false);
    engine.setMetricsEnabled(false);
    engine.setTaskMetricsEnabled(false);
    return engine.buildProcessEngine();
  }
}
