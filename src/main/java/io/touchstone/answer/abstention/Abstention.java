package io.touchstone.answer.abstention;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.answer.AnswerFault;
import io.touchstone.answer.AnswerKind;
import io.touchstone.answer.AnswerReading;
import java.util.Optional;

/**
 * What may be said in the place of an answer, whatever is asked. It is no kind of task: no project
 * asks for it, no gold and no suggestion has it.
 */
public final class Abstention implements AnswerKind {

  public static final Abstention KIND = new Abstention();

  private static final String MEMBER = "abstained";

  private Abstention() {}

  @Override
  public String id() {
    return "abstention";
  }

  @Override
  public String member() {
    return MEMBER;
  }

  @Override
  public int fewestLabels() {
    return 0;
  }

  @Override
  public String doing() {
    return "nobody is asked to give no answer";
  }

  @Override
  public boolean votesShown() {
    return true;
  }

  @Override
  public boolean infersTruth() {
    return false;
  }

  @Override
  public String problem() {
    return "invalid-abstention";
  }

  /** Whether this object holds an abstention, of right or wrong form, where an answer may stand. */
  public boolean isIn(JsonNode object) {
    return object.hasNonNull(MEMBER);
  }

  @Override
  public AnswerReading read(JsonNode sent) {
    Optional<Why> why = Optional.ofNullable(sent.textValue()).flatMap(Why::of);
    return why.<AnswerReading>map(each -> new AnswerReading.Read(new Abstained(each)))
        .orElseGet(
            () ->
                new AnswerReading.Refused(
                    new AnswerFault(
                        MEMBER,
                        "unknown-abstention",
                        "Whoever gives no answer says \"cannot-tell\" or \"wrong-item\".")));
  }
}
