package io.touchstone.ingestion.policy;

import io.touchstone.deidentification.AllowList;
import io.touchstone.deidentification.Redactor;
import io.touchstone.deidentification.operator.DeidentificationRules;
import io.touchstone.deidentification.operator.Operators;
import io.touchstone.deidentification.recogniser.Recogniser;
import io.touchstone.deidentification.recogniser.folding.Folding;
import io.touchstone.deidentification.recogniser.names.ContextRecogniser;
import io.touchstone.ingestion.row.RowForm;
import io.touchstone.project.RowNames;
import io.touchstone.project.Tie;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What is done to every text of a project.
 *
 * @param recognisers none where nothing is removed
 * @param threshold least score that is masked
 * @param reason why nothing is removed, where that is so
 * @param rules what happens to what is found
 * @param operators carry them out
 * @param encoding what texts are written in that do not say it and are not UTF-8
 * @param names what deliveries call the columns of text and id, and those of ties
 * @param sha256 digest of the whole configuration; equal digests, equal redactions
 */
public record DeidentificationPolicy(
    List<Recogniser> recognisers,
    double threshold,
    Optional<String> reason,
    DeidentificationRules rules,
    Operators operators,
    Optional<Charset> encoding,
    RowNames names,
    String sha256) {

  /** Least score of what is nearly masked, 0 to 1. */
  private static final double DOUBT = 0.35;

  /** Nothing is removed. */
  public static DeidentificationPolicy none(String reason) {
    return new DeidentificationPolicy(
        List.of(),
        Recogniser.THRESHOLD,
        Optional.of(reason),
        DeidentificationRules.PLAIN,
        Operators.tags(),
        Optional.empty(),
        RowNames.PLAIN,
        sha256("none\n" + reason));
  }

  /**
   * All that these find is replaced by rules.
   *
   * @param operators of the same rules
   */
  public static DeidentificationPolicy standard(
      List<Recogniser> recognisers, DeidentificationRules rules, Operators operators) {
    StringBuilder configuration = new StringBuilder("standard\n" + Recogniser.THRESHOLD + "\n");
    recognisers.forEach(
        r -> configuration.append(r.name()).append(' ').append(r.configuration()).append('\n'));
    if (!rules.equals(DeidentificationRules.PLAIN)) {
      configuration.append(rules.digested()).append('\n');
    }
    return new DeidentificationPolicy(
        recognisers,
        Recogniser.THRESHOLD,
        Optional.empty(),
        rules,
        operators,
        Optional.empty(),
        RowNames.PLAIN,
        sha256(configuration.toString()));
  }

  /** The same for texts that may be written in this encoding. */
  public DeidentificationPolicy reading(Optional<Charset> encoding) {
    return encoding.isEmpty()
        ? this
        : new DeidentificationPolicy(
            recognisers,
            threshold,
            reason,
            rules,
            operators,
            encoding,
            names,
            sha256(sha256 + "\n" + encoding.get().name()));
  }

  /**
   * The same for rows of these names. Of them the subject alone may change what stands in the place
   * of what is removed.
   */
  DeidentificationPolicy naming(RowNames others) {
    String digest =
        Optional.ofNullable(others.ties().get(Tie.SUBJECT))
            .filter(column -> operators.remembers())
            .map(column -> sha256(sha256 + "\nsubject " + column))
            .orElse(sha256);
    return new DeidentificationPolicy(
        recognisers, threshold, reason, rules, operators, encoding, others, digest);
  }

  /** How rows are read under it. */
  public RowForm rowForm() {
    return new RowForm(names, rules.columns(), encoding);
  }

  public Redactor redactor() {
    return new Redactor(recognisers, threshold, operators, AllowList.of(rules.allow()));
  }

  /** One that finds also what is too unsure to be masked. */
  public Redactor redactorOfDoubts() {
    return new Redactor(recognisers, DOUBT, Operators.tags(), AllowList.of(rules.allow()));
  }

  /**
   * One that masks by context nothing of what is known to be no name; patterns and lists hold.
   *
   * @param strings of the raw text, none empty
   */
  public Redactor redactorSparing(Collection<String> strings) {
    List<String> folded = strings.stream().map(Folding::of).toList();
    List<Recogniser> sparing =
        recognisers.stream()
            .map(each -> each instanceof ContextRecogniser names ? names.sparing(folded) : each)
            .toList();
    return new Redactor(sparing, threshold, operators, AllowList.of(rules.allow()));
  }

  private static String sha256(String configuration) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(configuration.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java lacks SHA-256.", e);
    }
  }
}
