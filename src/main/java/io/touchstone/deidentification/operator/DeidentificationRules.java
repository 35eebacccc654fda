package io.touchstone.deidentification.operator;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a project wants to happen to what stage 1 finds.
 *
 * @param types operator by kind of personal data, "EMAIL"
 * @param otherwise for all other kinds
 * @param scope within what equal values get equal replacements
 * @param deny strings that are always removed
 * @param allow strings that are never removed by themselves
 * @param columns rules by the name of a row's field beside id and text
 * @param faces what stands where a face was
 * @param ocrLanguages in which text in pictures is read, as Tesseract names them; none where it is
 *     not read
 * @param alternatives what becomes of alternative texts and titles of pictures
 */
public record DeidentificationRules(
    Map<String, Operator> types,
    Operator otherwise,
    Scope scope,
    List<Listed> deny,
    List<Listed> allow,
    Map<String, Column> columns,
    Faces faces,
    List<String> ocrLanguages,
    Alternatives alternatives) {

  private static final String AS_BEFORE = ", alternatives=DROP]";

  /** A tag without a number for everything. */
  public static final DeidentificationRules PLAIN =
      new DeidentificationRules(
          Map.of(), Operator.TAG, Scope.ITEM, List.of(), List.of(), Map.of(), Faces.FILL);

  public DeidentificationRules {
    types = new TreeMap<>(types);
    deny = List.copyOf(deny);
    allow = List.copyOf(allow);
    columns = new TreeMap<>(columns);
    faces = faces == null ? Faces.FILL : faces;
    ocrLanguages = ocrLanguages == null ? List.of() : List.copyOf(ocrLanguages);
    alternatives = alternatives == null ? Alternatives.DROP : alternatives;
  }

  /** Alternative texts go. */
  public DeidentificationRules(
      Map<String, Operator> types,
      Operator otherwise,
      Scope scope,
      List<Listed> deny,
      List<Listed> allow,
      Map<String, Column> columns,
      Faces faces,
      List<String> ocrLanguages) {
    this(types, otherwise, scope, deny, allow, columns, faces, ocrLanguages, Alternatives.DROP);
  }

  /** Text in pictures is not read. */
  public DeidentificationRules(
      Map<String, Operator> types,
      Operator otherwise,
      Scope scope,
      List<Listed> deny,
      List<Listed> allow,
      Map<String, Column> columns,
      Faces faces) {
    this(types, otherwise, scope, deny, allow, columns, faces, List.of());
  }

  /** What stands where a face was. */
  public enum Faces {
    /** Black. */
    FILL,
    /** Squares of mean colour under noise, which is weaker. */
    NOISE
  }

  /** What becomes of alternative texts and titles, which nobody sees but the reader of the file. */
  public enum Alternatives {
    /** They go: what no recogniser knows would stay unseen. */
    DROP,
    /** They stay, and what is found in them is replaced. */
    REDACT
  }

  /** What is done to a stretch of personal data. */
  public enum Operator {
    TAG,
    NUMBERED_TAG,
    SURROGATE,
    MASK,
    HASH,
    DATE_SHIFT,
    GENERALISE,
    ENCRYPT,
    KEEP;

    /** As a project's description writes it. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The operator of that name. */
    public static Optional<Operator> of(String id) {
      return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
    }
  }

  /** Within what equal values get equal replacements. */
  public enum Scope {
    ITEM,
    SUBJECT,
    PROJECT,
    CORPUS
  }

  /**
   * A string of a list.
   *
   * @param type kind that a denied string is of
   * @param exact whether capitals count
   */
  public record Listed(String text, String type, boolean exact) {}

  /**
   * What becomes of a field beside id and text.
   *
   * @param use what it is for
   * @param operator where its value is personal data as a whole
   * @param type kind of that data
   */
  public record Column(Use use, Operator operator, String type) {

    /** As a project's description writes it. */
    public String written() {
      return use == Use.OPERATOR ? operator.id() + " " + type : use.name().toLowerCase(Locale.ROOT);
    }

    /** What a field is for. */
    public enum Use {
      /** It is not stored. */
      DROP,
      /** It stands below the text as it is. */
      KEEP,
      /** It stands below the text, personal data in it as in the text. */
      TEXT,
      /** It stands below the text, all of it replaced. */
      OPERATOR,
      /** It says whom the row is about, and is kept as a keyed hash alone. */
      SUBJECT
    }
  }

  /** With strings from the files beside the description. */
  public DeidentificationRules withLists(List<Listed> denied, List<Listed> allowed) {
    return new DeidentificationRules(
        types, otherwise, scope, denied, allowed, columns, faces, ocrLanguages, alternatives);
  }

  /**
   * All of it in one line, for a digest. What a project does not set and older ones could not set
   * is left out, so that their digests stay as they were.
   */
  public String digested() {
    String all = toString();
    return all.endsWith(AS_BEFORE)
        ? all.substring(0, all.length() - AS_BEFORE.length()) + "]"
        : all;
  }

  /** What is done to a kind. */
  public Operator of(String type) {
    return types.getOrDefault(type, otherwise);
  }
}
