package io.touchstone.platform;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Infrastructure settings, {@code touchstone.*} in {@code config/application.yaml}. An empty text
 * means that the setting is left to its default.
 *
 * @param data folder of everything durable: database, objects, keys, datasets
 * @param masterKey base64 of the 32 bytes that wrap every other key; a file below data when empty
 * @param publicUrl address under which browsers and git clients reach this installation
 * @param seed makes keys and draws repeatable; for tests and the demo only
 * @param adminPassword password of the first administrator; drawn when empty
 * @param processes folder that replaces the BPMN and DMN files of the jar
 * @param forms folder that replaces the forms of the jar
 * @param projects folder of the project descriptions, or {@code classpath:} and a place in the jar
 * @param recognisers folder of recognisers' files that are added to those of the jar
 * @param largestCalculation body that the agreement calculator takes at most
 * @param inbox folder in which deliveries are laid down; none is watched when empty
 * @param tesseract name or path of the program that reads text in pictures; may be absent
 * @param trustedProxies addresses or ranges of proxies whose X-Forwarded-For is believed
 * @param timeZone where the people are, "Europe/Berlin"; that of the machine when empty
 * @param invitations how long a one-time link or a first password is good for
 * @param logins how many passwords are compared at once, and who waits
 * @param sessions how long a browser's session lasts
 * @param ldap the organisation's directory of people; none without its url
 * @param audit where the newest seal of the audit trail goes beside the database
 */
@ConfigurationProperties(prefix = "touchstone", ignoreUnknownFields = false)
public record TouchstoneSettings(
    @DefaultValue("data") Path data,
    @DefaultValue("") String masterKey,
    @DefaultValue("http://localhost:8080") String publicUrl,
    @DefaultValue("") String seed,
    @DefaultValue("") String adminPassword,
    @DefaultValue("") String processes,
    @DefaultValue("") String forms,
    @DefaultValue("") String projects,
    @DefaultValue("config/recognisers") String recognisers,
    @DefaultValue("256MB") DataSize largestCalculation,
    @DefaultValue("") String inbox,
    @DefaultValue("tesseract") String tesseract,
    @DefaultValue List<String> trustedProxies,
    @DefaultValue("") String timeZone,
    @DefaultValue("7d") Duration invitations,
    @DefaultValue LoginSettings logins,
    @DefaultValue SessionSettings sessions,
    @DefaultValue LdapSettings ldap,
    @DefaultValue AuditSettings audit) {

  private static final String JAR = "classpath:";

  public TouchstoneSettings {
    data = data.toAbsolutePath().normalize();
    trustedProxies =
        trustedProxies.stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
    if (invitations.compareTo(Duration.ofMinutes(1)) < 0) {
      throw new StartRefused(
          "touchstone.invitations is below a minute.", "Nobody could use a link so soon.");
    }
  }

  public Optional<String> givenSeed() {
    return given(seed);
  }

  public Optional<String> givenAdminPassword() {
    return given(adminPassword);
  }

  public Optional<Path> processesFolder() {
    return given(processes).map(Path::of);
  }

  public Optional<Path> formsFolder() {
    return given(forms).map(Path::of);
  }

  /** Where folders of projects lie, with a slash at its end: a folder, or a place in the jar. */
  public String projectsPlace() {
    return given(projects)
        .map(place -> place.startsWith(JAR) ? place : Path.of(place).toUri().toString())
        .map(place -> place.endsWith("/") ? place : place + "/")
        .orElse(JAR + "projects/");
  }

  public Optional<Path> inboxFolder() {
    return given(inbox).map(Path::of);
  }

  /** May be absent. */
  public Path recognisersFolder() {
    return Path.of(recognisers);
  }

  /**
   * Where the people are; decides what a day is.
   *
   * @throws StartRefused if there is no such zone
   */
  public ZoneId zone() {
    try {
      return given(timeZone).map(ZoneId::of).orElseGet(ZoneId::systemDefault);
    } catch (DateTimeException e) {
      throw new StartRefused(
          "touchstone.time-zone is \"" + timeZone + "\", which is no time zone.",
          "Write a region and a city as in the tz database, Europe/Berlin, or nothing.",
          e);
    }
  }

  private static Optional<String> given(String text) {
    return Optional.of(text).filter(words -> !words.isBlank());
  }

  @Override
  public String toString() {
    return "TouchstoneSettings[data=" + data + "]";
  }
}
