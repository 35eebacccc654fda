package io.touchstone.platform.security.ldap;

import io.touchstone.platform.crypto.Sha256;
import io.touchstone.platform.security.Role;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Somebody of the directory who is something here.
 *
 * @param id user id, in small letters
 * @param dn name of the entry
 * @param changed what the directory shows of the last change of the password; may be empty
 */
record LdapPerson(String id, String dn, String name, String changed, Grants grants) {

  /** What the store of accounts, addresses and the record take as an id. */
  private static final Pattern USABLE = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,62}");

  static boolean isUsable(String id) {
    return USABLE.matcher(id).matches() && !id.contains("..");
  }

  /** The person without projects that there are not. */
  LdapPerson within(Set<String> existing) {
    Set<String> both = new TreeSet<>(grants.projects());
    both.retainAll(existing);
    return new LdapPerson(id, dn, name, changed, new Grants(grants.roles(), both));
  }

  /** Differs whenever something of the person does that is mirrored. */
  String print() {
    String roles =
        grants.roles().stream().map(Role::group).sorted().collect(Collectors.joining(" "));
    return Sha256.hex(
        String.join(
            "\n", dn, name, changed, roles, String.join(" ", new TreeSet<>(grants.projects()))));
  }
}
