package io.touchstone.platform.database;

import io.touchstone.platform.crypto.Secrets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The two roles of the embedded database: one owns the domain's tables and migrates them, the other
 * is the application's, and owns the engine's tables alone, which the engine migrates itself. Their
 * passwords are drawn anew at each start and stand nowhere.
 */
final class EmbeddedRoles {

  static final String OWNER = "touchstone_owner";
  static final String APPLICATION = "touchstone_application";

  /** What an earlier version made as the superuser goes over to its role. */
  private static final String HAND_OVER =
      """
      do $$
      declare
        each record;
      begin
        if to_regnamespace('touchstone') is not null then
          alter schema touchstone owner to %1$s;
        end if;
        for each in
          select format('alter table %%s owner to %%s', c.oid::regclass,
                   case n.nspname when 'touchstone' then '%1$s' else '%2$s' end) as change
          from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname in ('touchstone', 'public') and c.relkind in ('r', 'p', 'v')
            and c.relowner <> (case n.nspname when 'touchstone' then '%1$s' else '%2$s' end)::regrole
          union all
          select format('alter sequence %%s owner to %%s', c.oid::regclass,
                   case n.nspname when 'touchstone' then '%1$s' else '%2$s' end)
          from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname in ('touchstone', 'public') and c.relkind = 'S'
            and c.relowner <> (case n.nspname when 'touchstone' then '%1$s' else '%2$s' end)::regrole
            and not exists (select 1 from pg_depend d where d.objid = c.oid
                            and d.classid = 'pg_class'::regclass and d.deptype in ('a', 'i'))
          union all
          select format('alter routine %%s owner to %1$s', p.oid::regprocedure)
          from pg_proc p join pg_namespace n on n.oid = p.pronamespace
          where n.nspname = 'touchstone' and p.proowner <> '%1$s'::regrole
        loop
          execute each.change;
        end loop;
        if to_regclass('public.act_re_deployment') is not null then
          grant select on public.act_re_deployment to %1$s;
        end if;
      end $$
      """;

  private EmbeddedRoles() {}

  /**
   * How the two log in.
   *
   * @param owner who migrates
   */
  record Logins(EmbeddedDatabase.Connection owner, EmbeddedDatabase.Connection application) {}

  /**
   * Makes the roles if there are none, and hands over what is not theirs yet.
   *
   * @param superuser of the embedded server
   */
  static Logins prepare(EmbeddedDatabase.Connection superuser, Secrets secrets)
      throws SQLException {
    Logins logins =
        new Logins(
            new EmbeddedDatabase.Connection(superuser.url(), OWNER, secrets.newPassword()),
            new EmbeddedDatabase.Connection(superuser.url(), APPLICATION, secrets.newPassword()));
    try (Connection connection =
            DriverManager.getConnection(superuser.url(), superuser.user(), superuser.password());
        Statement statement = connection.createStatement()) {
      make(statement, logins.owner());
      make(statement, logins.application());
      statement.execute("grant create on database postgres to " + OWNER);
      statement.execute("grant usage, create on schema public to " + APPLICATION);
      statement.execute("grant usage on schema public to " + OWNER);
      statement.execute(HAND_OVER.formatted(OWNER, APPLICATION));
    }
    return logins;
  }

  private static void make(Statement statement, EmbeddedDatabase.Connection login)
      throws SQLException {
    statement.execute(
        """
        do $$ begin
          if not exists (select 1 from pg_roles where rolname = '%1$s') then
            create role %1$s;
          end if;
        end $$
        """
            .formatted(login.user()));
    statement.execute(
        "alter role %s login nosuperuser password '%s'".formatted(login.user(), login.password()));
  }
}
