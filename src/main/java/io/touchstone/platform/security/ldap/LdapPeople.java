package io.touchstone.platform.security.ldap;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import io.touchstone.platform.LdapSettings;
import io.touchstone.platform.StartRefused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The people of the directory, with what their groups make of them here. Whoever is in none of the
 * groups is nobody here. What is typed comes into a filter as a value only, never as text of it
 * (RFC 4515, 3).
 */
final class LdapPeople {

  private final LdapServer server;
  private final LdapSettings settings;
  private final GroupMapping mapping;
  private final Filter people;
  private final Filter groups;

  LdapPeople(LdapServer server, LdapSettings settings) {
    this.server = server;
    this.settings = settings;
    this.mapping = GroupMapping.of(settings);
    this.people = filter("people-filter", settings.peopleFilter());
    this.groups = filter("groups-filter", settings.groupsFilter());
  }

  private static Filter filter(String name, String text) {
    try {
      return Filter.create(text);
    } catch (LDAPException e) {
      throw new StartRefused(
          "touchstone.ldap." + name + " is no filter: " + text + ".",
          "Write it as in RFC 4515, (objectClass=person).",
          e);
    }
  }

  /** Keys of projects that the mapping names. */
  Set<String> projects() {
    return mapping.projects();
  }

  /**
   * Everybody at one moment.
   *
   * @param people by id
   * @param missing names of mapped groups that the directory has not
   * @param unusable how many have an id that cannot be one here, or that somebody else has, too
   */
  record All(Map<String, LdapPerson> people, Set<String> missing, int unusable) {}

  /** Everybody; a fault if the directory does not answer to the end. */
  All all() throws DirectoryFault {
    return server.read(this::all);
  }

  private All all(LDAPConnection connection) throws LDAPException {
    Map<String, Grants> grants = new HashMap<>();
    Set<String> missing = new TreeSet<>();
    for (Map.Entry<String, Grants> each : mapping.groups().entrySet()) {
      List<SearchResultEntry> found = group(connection, each.getKey());
      if (found.isEmpty()) {
        missing.add(each.getKey());
      }
      for (SearchResultEntry group : found) {
        for (String dn : members(connection, group)) {
          grants.merge(dn, each.getValue(), Grants::and);
        }
      }
    }
    return named(search(connection, settings.peopleBase(), people, personal()), grants, missing);
  }

  private All named(
      List<SearchResultEntry> entries, Map<String, Grants> grants, Set<String> missing)
      throws LDAPException {
    Map<String, LdapPerson> found = new TreeMap<>();
    Set<String> twice = new TreeSet<>();
    int unusable = 0;
    for (SearchResultEntry entry : entries) {
      Grants own = grants.get(normal(entry.getDN()));
      if (own == null) {
        continue;
      }
      LdapPerson person = person(entry, own);
      if (!LdapPerson.isUsable(person.id())) {
        unusable++;
      } else if (found.put(person.id(), person) != null) {
        twice.add(person.id());
      }
    }
    found.keySet().removeAll(twice);
    return new All(found, missing, unusable + twice.size());
  }

  /** Somebody by user id; empty if there is nobody, or not one alone, or nobody here. */
  Optional<LdapPerson> find(String id) throws DirectoryFault {
    return server.read(connection -> find(connection, id));
  }

  private Optional<LdapPerson> find(LDAPConnection connection, String id) throws LDAPException {
    Filter one =
        Filter.createANDFilter(people, Filter.createEqualityFilter(settings.idAttribute(), id));
    List<SearchResultEntry> entries = search(connection, settings.peopleBase(), one, personal());
    if (entries.size() != 1) {
      return Optional.empty();
    }
    Grants grants = grants(connection, entries.get(0).getDN());
    LdapPerson person = person(entries.get(0), grants);
    return Optional.of(person)
        .filter(found -> found.id().equals(id) && !grants.equals(Grants.NONE));
  }

  private Grants grants(LDAPConnection connection, String dn) throws LDAPException {
    return settings.memberOf().isBlank() ? byMember(connection, dn) : byFilter(connection, dn);
  }

  /** The server looks for the person in its groups: they may have thousands of members. */
  private Grants byMember(LDAPConnection connection, String dn) throws LDAPException {
    Filter having =
        Filter.createANDFilter(groups, Filter.createEqualityFilter(settings.memberAttribute(), dn));
    Grants all = Grants.NONE;
    for (SearchResultEntry group :
        search(connection, settings.groupsBase(), having, settings.groupName())) {
      Grants given = mapping.groups().getOrDefault(value(group, settings.groupName()), Grants.NONE);
      all = all.and(given);
    }
    return all;
  }

  private Grants byFilter(LDAPConnection connection, String dn) throws LDAPException {
    Grants all = Grants.NONE;
    for (Map.Entry<String, Grants> each : mapping.groups().entrySet()) {
      for (SearchResultEntry group : group(connection, each.getKey())) {
        SearchRequest request =
            new SearchRequest(dn, SearchScope.BASE, memberOf(group), SearchRequest.NO_ATTRIBUTES);
        boolean member = connection.search(request).getEntryCount() > 0;
        all = member ? all.and(each.getValue()) : all;
      }
    }
    return all;
  }

  private List<SearchResultEntry> group(LDAPConnection connection, String name)
      throws LDAPException {
    Filter named =
        Filter.createANDFilter(groups, Filter.createEqualityFilter(settings.groupName(), name));
    String attribute =
        settings.memberOf().isBlank() ? settings.memberAttribute() : SearchRequest.NO_ATTRIBUTES;
    return search(connection, settings.groupsBase(), named, attribute);
  }

  /** Names of the members' entries, in the form in which they can be compared. */
  private Set<String> members(LDAPConnection connection, SearchResultEntry group)
      throws LDAPException {
    Set<String> members = new TreeSet<>();
    if (settings.memberOf().isBlank()) {
      String[] values = group.getAttributeValues(settings.memberAttribute());
      for (String value : values == null ? new String[0] : values) {
        if (DN.isValidDN(value)) {
          members.add(normal(value));
        }
      }
      return members;
    }
    Filter filter = Filter.createANDFilter(people, memberOf(group));
    for (SearchResultEntry entry :
        search(connection, settings.peopleBase(), filter, SearchRequest.NO_ATTRIBUTES)) {
      members.add(normal(entry.getDN()));
    }
    return members;
  }

  private Filter memberOf(SearchResultEntry group) throws LDAPException {
    return Filter.create(settings.memberOf().replace("{group}", Filter.encodeValue(group.getDN())));
  }

  private String[] personal() {
    List<String> attributes =
        new ArrayList<>(List.of(settings.idAttribute(), settings.nameAttribute()));
    if (!settings.changedAttribute().isBlank()) {
      attributes.add(settings.changedAttribute());
    }
    return attributes.toArray(String[]::new);
  }

  private LdapPerson person(SearchResultEntry entry, Grants grants) {
    String id = value(entry, settings.idAttribute()).toLowerCase(Locale.ROOT);
    String name = value(entry, settings.nameAttribute());
    return new LdapPerson(
        id,
        entry.getDN(),
        name.isBlank() ? id : name,
        settings.changedAttribute().isBlank() ? "" : value(entry, settings.changedAttribute()),
        grants);
  }

  private static String value(SearchResultEntry entry, String attribute) {
    return Optional.ofNullable(entry.getAttributeValue(attribute)).orElse("");
  }

  private static String normal(String dn) throws LDAPException {
    return DN.normalize(dn);
  }

  /** Page by page: a server cuts off without a word what is more than its limit (RFC 2696). */
  private List<SearchResultEntry> search(
      LDAPConnection connection, String base, Filter filter, String... attributes)
      throws LDAPException {
    SearchRequest request = new SearchRequest(base, SearchScope.SUB, filter, attributes);
    List<SearchResultEntry> entries = new ArrayList<>();
    ASN1OctetString cookie = null;
    do {
      request.setControls(new SimplePagedResultsControl(settings.pageSize(), cookie));
      SearchResult result = connection.search(request);
      entries.addAll(result.getSearchEntries());
      cookie =
          Optional.ofNullable(SimplePagedResultsControl.get(result))
              .filter(SimplePagedResultsControl::moreResultsToReturn)
              .map(SimplePagedResultsControl::getCookie)
              .orElse(null);
    } while (cookie != null);
    return entries;
  }
}
