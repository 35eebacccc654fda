package io.touchstone.platform.database;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the database lets the application do: with a role of its own it can add to the append-only
 * tables and not change them.
 */
@Component
@DependsOnDatabaseInitialization
public class ApplicationRole implements InitializingBean {

  private static final Logger log = LoggerFactory.getLogger(ApplicationRole.class);
  private final JdbcClient database;

  ApplicationRole(JdbcClient database) {
    this.database = database;
  }

  private static final String MAY_CHANGE =
      """
      select has_table_privilege('touchstone.audit_event', 'update, delete, truncate')
          or pg_has_role((select nspowner from pg_namespace where nspname = 'touchstone'), 'usage')
      """;

  /** Whether the application's role may only add to the append-only tables. */
  public boolean restricted() {
    return !database.sql(MAY_CHANGE).query(Boolean.class).single();
  }

  /** Says so at the start where it may do more. */
  @Override
  public void afterPropertiesSet() {
    if (!restricted()) {
      log.warn(
          "database_role_unrestricted do=\"give the tables an owner of their own, as"
              + " config/README.md says: with one role for both the application could change its"
              + " own history\"");
    }
  }
}
