package io.touchstone.platform.security.ldap;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What people with bad intentions type as a user name before a directory. */
final class HostileNames {

  /** Around a name that exists. */
  private static final List<String> FRAMES =
      List.of(
          "*",
          "%s*",
          "*%s",
          "%s)(uid=*",
          "%s)(|(uid=*",
          "*)(uid=*))(|(uid=*",
          "%s)(!(uid=x",
          "%s))(&(uid=*",
          "(%s)",
          "(|(uid=%s)(uid=*))",
          "%s\\2a",
          "\\2a",
          "%s\\00",
          "%s\0",
          "%s\u0001",
          "\\%s",
          "%s\\",
          "%s,ou=people,dc=house,dc=test",
          "uid=%s,ou=people,dc=house,dc=test",
          "%s,dc=*",
          "%s+cn=admin",
          "#%s",
          "\"%s\"",
          "%s;x",
          "<%s>",
          " %s",
          "%s ",
          "%s/../admin",
          "..",
          "%s=admin",
          "%s&x",
          "%s|x",
          "!%s",
          "%s~=",
          "%s>=a",
          "%s:dn:=x",
          "%s:1.2.840.113556.1.4.803:=2",
          "%s\n(uid=*)",
          "%s\r\nuid: admin",
          "%s%%2a",
          "%s'or'1'='1",
          "%s';drop table act_id_user;--",
          "${jndi:ldap://x/%s}",
          "{{%s}}",
          "%s\u202Enimda",
          "%s\uFF0A",
          "\u0130%s",
          "%s\u0307",
          "\uD83D%s",
          "%s@",
          "-%s",
          ".%s",
          "_%s",
          "%s..x");

  private HostileNames() {}

  /** At least 200 different ones, none of which is the id itself in whatever case. */
  static Set<String> of(String id) {
    Set<String> names = new LinkedHashSet<>();
    for (String frame : FRAMES) {
      names.add(frame.replace("%s", id));
      names.add(frame.replace("%s", id.toUpperCase(java.util.Locale.ROOT)));
      names.add(frame.replace("%s", frame.replace("%s", id)));
      names.add(frame.replace("%s", "*"));
      names.add(frame.replace("%s", id.repeat(40)));
    }
    names.remove(id);
    return names;
  }
}
