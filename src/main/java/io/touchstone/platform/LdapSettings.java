package io.touchstone.platform;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An organisation's directory, LDAP or Active Directory, {@code touchstone.ldap.*}: who is there,
 * what they may be here, and whether a password is theirs. Off without a url.
 *
 * @param url {@code ldaps://host:636} or {@code ldap://host:389}
 * @param startTls whether a connection by {@code ldap:} is encrypted before anything is said
 * @param trust PEM file of the authorities that vouch for the server; those of Java when empty
 * @param bindDn entry that may read people and groups; anonymous when empty
 * @param bindPassword its password
 * @param peopleBase below it are the people
 * @param peopleFilter which of these count; leaves out who is disabled
 * @param idAttribute of a person: the user id here, in small letters
 * @param nameAttribute of a person: the name that is shown
 * @param changedAttribute of a person: changes with the password, so that sessions end; may be
 *     empty
 * @param groupsBase below it are the groups
 * @param groupsFilter which of these count
 * @param groupName attribute that holds the name by which the mapping knows a group
 * @param memberAttribute of a group: the names of its members' entries
 * @param memberOf filter that finds the people of a group, with {@code {group}} for its entry's
 *     name; the members' attribute is not read then
 * @param pageSize people asked for at a time; below the server's limit
 * @param connect how long a connection may take
 * @param answer how long an answer may take
 * @param mostLeaving share in percent of the people that may leave at once; of a directory that
 *     answers with fewer nobody is believed gone
 * @param mapping what groups are here
 */
public record LdapSettings(
    @DefaultValue("") String url,
    @DefaultValue("true") boolean startTls,
    @DefaultValue("") String trust,
    @DefaultValue("") String bindDn,
    @DefaultValue("") String bindPassword,
    @DefaultValue("") String peopleBase,
    @DefaultValue("(objectClass=person)") String peopleFilter,
    @DefaultValue("uid") String idAttribute,
    @DefaultValue("cn") String nameAttribute,
    @DefaultValue("") String changedAttribute,
    @DefaultValue("") String groupsBase,
    @DefaultValue("(objectClass=groupOfNames)") String groupsFilter,
    @DefaultValue("cn") String groupName,
    @DefaultValue("member") String memberAttribute,
    @DefaultValue("") String memberOf,
    @DefaultValue("500") int pageSize,
    @DefaultValue("2s") Duration connect,
    @DefaultValue("5s") Duration answer,
    @DefaultValue("10") int mostLeaving,
    @DefaultValue List<Mapping> mapping) {

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  /**
   * What the people of a group are here.
   *
   * @param group its name
   * @param roles groups of the product: annotator, reviewer, ..., camunda-admin
   * @param projects keys; one {@code *} for all
   */
  public record Mapping(
      String group, @DefaultValue List<String> roles, @DefaultValue List<String> projects) {}

  public LdapSettings {
    if (!url.isBlank()) {
      URI uri = parsed(url);
      boolean clear = uri.getScheme().equals("ldap") && !startTls;
      if (clear && !THIS_MACHINE.contains(uri.getHost())) {
        throw new StartRefused(
            "touchstone.ldap would send passwords in clear text to " + uri.getHost() + ".",
            "Use an ldaps: url, or set touchstone.ldap.start-tls to true.");
      }
      if (peopleBase.isBlank() || groupsBase.isBlank() || mapping.isEmpty()) {
        throw new StartRefused(
            "touchstone.ldap has a url, but no people-base, groups-base or mapping.",
            "Set all three; config/application.yaml explains them.");
      }
    }
  }

  private static URI parsed(String url) {
    try {
      URI uri = new URI(url);
      if (uri.getHost() != null && Set.of("ldap", "ldaps").contains(uri.getScheme())) {
        return uri;
      }
    } catch (URISyntaxException e) {
      throw unreadable(e);
    }
    throw unreadable(null);
  }

  private static StartRefused unreadable(Exception cause) {
    return new StartRefused(
        "touchstone.ldap.url is no address of a directory.",
        "Write ldaps://host:636 or ldap://host:389.",
        cause);
  }

  /** Where the directory is. */
  public URI address() {
    return parsed(url);
  }

  /** File of the authorities. */
  public Optional<String> givenTrust() {
    return Optional.of(trust).filter(text -> !text.isBlank());
  }

  /** It holds a password. */
  @Override
  public String toString() {
    return "LdapSettings[url=" + url + "]";
  }
}
