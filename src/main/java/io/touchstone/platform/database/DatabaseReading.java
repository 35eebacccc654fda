package io.touchstone.platform.database;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/**
 * A database that somebody else has opened, without the product around it: nothing is started and
 * nothing migrated.
 */
@EnableTransactionManagement
@ComponentScan(lazyInit = true, excludeFilters = @ComponentScan.Filter(Configuration.class))
public class DatabaseReading {

  @Bean
  JdbcClient jdbcClient(DataSource database) {
    return JdbcClient.create(database);
  }

  @Bean
  PlatformTransactionManager transactions(DataSource database) {
    return new DataSourceTransactionManager(database);
  }
}
