package io.touchstone.platform.engine;

import io.touchstone.platform.DataFolder;
import org.camunda.bpm.engine.ProcessEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Frees the jobs that a killed run had taken, before the executor starts. Right only for a sole
 * node, so only with the embedded database, whose folder this process holds.
 */
@Component
@ConditionalOnExpression("'${spring.datasource.url:}'.isEmpty()")
class OrphanedJobs implements InitializingBean {

  private static final Logger log = LoggerFactory.getLogger(OrphanedJobs.class);
  private final JdbcClient database;

  OrphanedJobs(JdbcClient database, ProcessEngine engineIsBuilt, DataFolder.FolderLock soleNode) {
    this.database = database;
  }

  private static final String FREE =
      """
      update act_ru_job set lock_owner_ = null, lock_exp_time_ = null
      where lock_owner_ is not null
      """;

  @Override
  public void afterPropertiesSet() {
    int freed = database.sql(FREE).update();
    if (freed > 0) {
      log.info("jobs_freed count={}", freed);
    }
  }
}
