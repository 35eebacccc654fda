package io.touchstone.platform.security.ldap;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.RDN;
import io.touchstone.platform.LdapSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** An organisation's directory that speaks LDAP over a socket, with people and groups of a test. */
final class DirectoryInMemory implements AutoCloseable {

  static final String BASE = "dc=house,dc=test";
  static final String READER = "cn=reader," + BASE;
  private static final String READS = "reads everything here";

  final InMemoryDirectoryServer server;

  DirectoryInMemory() throws LDAPException {
    this(InMemoryListenerConfig.createLDAPConfig("ldap", 0));
  }

  DirectoryInMemory(InMemoryListenerConfig listener) throws LDAPException {
    InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
    config.addAdditionalBindCredentials(READER, READS);
    config.setSchema(null);
    config.setListenerConfigs(listener);
    server = new InMemoryDirectoryServer(config);
    server.startListening();
    server.add(BASE, new Attribute("objectClass", "domain"), new Attribute("dc", "house"));
    for (String unit : List.of("people", "groups")) {
      server.add(
          "ou=" + unit + "," + BASE,
          new Attribute("objectClass", "organizationalUnit"),
          new Attribute("ou", unit));
    }
  }

  /** Adds a person; the name of the entry. */
  String person(String id, String name, String password) throws LDAPException {
    String dn = new RDN("uid", id) + ",ou=people," + BASE;
    server.add(
        dn,
        new Attribute("objectClass", "inetOrgPerson"),
        new Attribute("uid", id),
        new Attribute("cn", name),
        new Attribute("sn", name),
        new Attribute("title", "since 2020"),
        new Attribute("userPassword", password));
    return dn;
  }

  void group(String name, List<String> members) throws LDAPException {
    List<Attribute> attributes = new ArrayList<>();
    attributes.add(new Attribute("objectClass", "groupOfNames"));
    attributes.add(new Attribute("cn", name));
    attributes.add(new Attribute("member", members));
    server.add("cn=" + name + ",ou=groups," + BASE, attributes.toArray(Attribute[]::new));
  }

  void disable(String dn) throws LDAPException {
    server.modify(dn, new Modification(ModificationType.ADD, "description", "disabled"));
  }

  void enable(String dn) throws LDAPException {
    server.modify(dn, new Modification(ModificationType.DELETE, "description"));
  }

  void password(String dn, String password) throws LDAPException {
    server.modify(dn, new Modification(ModificationType.REPLACE, "userPassword", password));
    server.modify(dn, new Modification(ModificationType.REPLACE, "title", "since " + password));
  }

  LdapSettings settings(LdapSettings.Mapping... mapping) {
    return settings("ldap://127.0.0.1:" + server.getListenPort(), false, "", mapping);
  }

  /** Settings for this directory's people, wherever they are served. */
  static LdapSettings settings(
      String url, boolean startTls, String trust, LdapSettings.Mapping... mapping) {
    return settings(url, startTls, trust, READER, "", List.of(mapping));
  }

  /**
   * As the other, in full.
   *
   * @param reader name of the entry that reads
   * @param memberOf filter that finds a group's people; empty for the groups' own attribute
   */
  static LdapSettings settings(
      String url,
      boolean startTls,
      String trust,
      String reader,
      String memberOf,
      List<LdapSettings.Mapping> mapping) {
    return new LdapSettings(
        url,
        startTls,
        trust,
        reader,
        READS,
        "ou=people," + BASE,
        "(&(objectClass=inetOrgPerson)(!(description=disabled)))",
        "uid",
        "cn",
        "title",
        "ou=groups," + BASE,
        "(objectClass=groupOfNames)",
        "cn",
        "member",
        memberOf,
        20,
        Duration.ofSeconds(2),
        Duration.ofSeconds(20),
        10,
        mapping);
  }

  static LdapSettings.Mapping mapping(String group, String role, String... projects) {
    return new LdapSettings.Mapping(group, List.of(role), List.of(projects));
  }

  @Override
  public void close() {
    server.close();
  }
}
