package io.touchstone.platform.files;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.touchstone.platform.StartRefused;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A YAML file that a person wrote and the application needs at start. Collects all mistakes in it,
 * each with file, line and key, so that one start tells them all.
 */
public final class YamlDescription {

  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory())
          .registerModule(new Jdk8Module())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final String kind;
  private final String file;
  private final String text;
  private final Set<String> faults = new LinkedHashSet<>();

  /**
   * @param kind of description with its article, to begin a sentence with: "A project description"
   * @param file its name, for sentences
   */
  public YamlDescription(String kind, String file, String text) {
    this.kind = kind;
    this.file = file;
    this.text = text;
  }

  /**
   * The keys of the file.
   *
   * @throws StartRefused if the file is empty, no YAML, or has an unknown key or a value of a wrong
   *     kind
   */
  public <T> T read(Class<T> keys) {
    try {
      return Optional.ofNullable(YAML.readValue(text, keys))
          .orElseThrow(() -> refused(file + ": the file is empty."));
    } catch (UnrecognizedPropertyException e) {
      throw refused(
          at(e.getPropertyName())
              + "the key \""
              + e.getPropertyName()
              + "\" is not known. Known keys: "
              + e.getKnownPropertyIds().stream().map(String::valueOf).sorted().toList()
              + ".");
    } catch (JsonMappingException e) {
      throw refused(
          at(e.getLocation()) + "the key \"" + key(e) + "\" has a value of a wrong kind.");
    } catch (JsonProcessingException e) {
      throw refused(at(e.getLocation()) + "this is not YAML: " + e.getOriginalMessage());
    }
  }

  /** Notes a mistake at a key unless it is right. */
  public void check(String key, boolean right, String complaint) {
    if (!right) {
      faults.add(at(key) + "the key \"" + key + "\" " + complaint + ".");
    }
  }

  /**
   * As {@link #check}, of a key of one entry of a list.
   *
   * @param id by which the entry is known, under its key {@code id}
   */
  public void checkOf(String id, String key, boolean right, String complaint) {
    if (!right) {
      Pattern entry =
          Pattern.compile("[\\s{,-]id:\\s*[\"']?" + Pattern.quote(id) + "[\"']?\\s*([,}#]|$)");
      String[] lines = text.split("\n", -1);
      int begin = 0;
      while (begin < lines.length && !entry.matcher(lines[begin]).find()) {
        begin++;
      }
      faults.add(at(key, begin) + "the key \"" + key + "\" of " + id + " " + complaint + ".");
    }
  }

  /** The value, or an empty text with the mistake noted that it is missing. */
  public String required(String key, String value) {
    if (value == null) {
      faults.add(file + ": the key \"" + key + "\" is missing.");
      return "";
    }
    check(key, !value.isBlank(), "is missing");
    return value;
  }

  /**
   * @throws StartRefused with all mistakes noted so far, if there are any
   */
  public void refuseIfFaulty() {
    if (!faults.isEmpty()) {
      throw refused(String.join("\n  ", faults));
    }
  }

  private static String key(JsonMappingException e) {
    return e.getPath().stream()
        .map(JsonMappingException.Reference::getFieldName)
        .filter(Objects::nonNull)
        .reduce((outer, inner) -> inner)
        .orElse("?");
  }

  private String at(JsonLocation location) {
    return file + ": " + (location == null ? "" : "line " + location.getLineNr() + ": ");
  }

  /** Where a key stands; the parser reports an unknown one only at the end of what holds it. */
  private String at(String key) {
    return at(key, 0);
  }

  private String at(String key, int begin) {
    Pattern place = Pattern.compile("^[\\s{,-]*" + Pattern.quote(key) + "\\s*:.*");
    Pattern within = Pattern.compile(".*[{,]\\s*" + Pattern.quote(key) + "\\s*:.*");
    String[] lines = text.split("\n", -1);
    for (int i = begin; i < lines.length; i++) {
      if (!lines[i].stripLeading().startsWith("#")
          && (place.matcher(lines[i]).matches() || within.matcher(lines[i]).matches())) {
        return file + ": line " + (i + 1) + ": ";
      }
    }
    return file + ": ";
  }

  private StartRefused refused(String what) {
    return new StartRefused(kind + " is wrong:\n  " + what, "Mend the file and start again.");
  }
}
