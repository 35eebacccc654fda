package io.touchstone.platform;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Infrastructure settings, {@code touchstone.*} in {@code config/application.yaml}.
 *
 * @param data folder of everything durable: database, objects, keys, datasets
 * @param publicUrl address under which browsers and git clients reach this installation
 * @param seed makes keys and draws repeatable; for tests and the demo only
 * @param adminPassword password of the first administrator; drawn when empty
 * @param processes folder that replaces the BPMN and DMN files of the jar
 * @param forms folder that replaces the forms of the jar
 * @param projects folder of the project descriptions
 */
@ConfigurationProperties("touchstone")
public record TouchstoneSettings(
    Path data,
    String publicUrl,
    Optional<String> seed,
    Optional<String> adminPassword,
    Optional<Path> processes,
    Optional<Path> forms,
    Optional<Path> projects) {

  public TouchstoneSettings {
    data = data.toAbsolutePath().normalize();
    seed = seed.filter(text -> !text.isBlank());
    adminPassword = adminPassword.filter(text -> !text.isBlank());
  }

  /** Binds the settings' text: the binder knows no optional paths. An empty text is no path. */
  @ConstructorBinding
  public TouchstoneSettings(
      @DefaultValue("data") Path data,
      @DefaultValue("http://localhost:8080") String publicUrl,
      Optional<String> seed,
      Optional<String> adminPassword,
      @DefaultValue("") String processes,
      @DefaultValue("") String forms,
      @DefaultValue("") String projects) {
    this(data, publicUrl, seed, adminPassword, path(processes), path(forms), path(projects));
  }

  private static Optional<Path> path(String text) {
    return Optional.of(text).filter(given -> !given.isBlank()).map(Path::of);
  }
}
