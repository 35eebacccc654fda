package io.touchstone.platform.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/**
 * Gives the application's role, after each migration, what it may do with each table: whatever a
 * migration has added is covered by the rule of its kind.
 */
@Component
class ApplicationGrants implements Callback {

  private final JdbcConnectionDetails application;

  ApplicationGrants(JdbcConnectionDetails application) {
    this.application = application;
  }

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.AFTER_MIGRATE;
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public void handle(Event event, Context context) {
    try (PreparedStatement grant =
        context.getConnection().prepareStatement("select touchstone.grant_application(?::name)")) {
      grant.setString(1, application.getUsername());
      grant.execute();
    } catch (SQLException e) {
      throw new FlywayException("The application's role could not be given its rights.", e);
    }
  }

  @Override
  public String getCallbackName() {
    return "application-grants";
  }
}
