package io.touchstone.calculator;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.touchstone.platform.web.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Judgements as JSON: an object with task, judgements and, if wanted, bootstrap. Judgements go into
 * the tally as they come. When they come before the task they wait for it, which takes more memory.
 * Fields that are not asked for are passed over.
 */
final class AgreementJson {

  /** Told apart from what is missing: Python writes numbers that are none without quotes. */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(20)
                  .maxNameLength(1_000)
                  .maxStringLength(JudgementText.LONGEST_PART)
                  .build())
          .build();

  private static final ObjectMapper TREES = new ObjectMapper(JSON);
  private static final int KEPT_WORDS = 2_048;

  /** A judgement that came before the task. */
  private record Waiting(String item, String annotator, JsonNode label) {

    private static final long BYTES = 32;

    /** As if it was in the tally already: names and label are not held twice. */
    private long size() {
      return BYTES + AgreementIntake.size(item, label);
    }
  }

  /** The parts of one judgement as far as they have come. */
  private static final class Draft {
    private Optional<String> item = Optional.empty();
    private Optional<String> annotator = Optional.empty();
    private Optional<JsonNode> label = Optional.empty();
    private Optional<JsonNode> spans = Optional.empty();

    private Optional<JsonNode> said() {
      return Stream.of(label, spans).flatMap(Optional::stream).findFirst();
    }
  }

  private final JudgementText body;
  private final CalculatorRoom.Place room;
  private final Map<String, TextNode> words = new HashMap<>();
  private final List<Waiting> waiting = new ArrayList<>();
  private Optional<AgreementIntake> intake = Optional.empty();
  private Optional<AgreementCalculator.Resampling> bootstrap = Optional.empty();
  private boolean judged;

  AgreementJson(JudgementText body, CalculatorRoom.Place room) {
    this.body = body;
    this.room = room;
  }

  /**
   * @throws Refusal with the place and a sentence
   */
  AgreementAnswer answer() throws IOException {
    try (JsonParser parser = JSON.createParser(body)) {
      readOrRefuse(parser);
    }
    AgreementIntake read =
        intake.orElseThrow(
            () ->
                AgreementCalculator.invalid(
                    "task",
                    "The task is missing: send a type, as \"nominal\", and if you like the"
                        + " declared categories."));
    if (!judged) {
      throw AgreementCalculator.invalid(
          "judgements", "The judgements are missing: send a list, which may be empty.");
    }
    addWaiting(read);
    return AgreementCalculator.answer(read, AgreementCalculator.bootstrap(bootstrap));
  }

  /** What goes beyond a limit of the reader says no place: then it is where reading has stopped. */
  private void readOrRefuse(JsonParser parser) throws IOException {
    try {
      readWhole(parser);
    } catch (JsonProcessingException e) {
      throw notJson(Optional.ofNullable(e.getLocation()).orElseGet(parser::currentLocation));
    }
  }

  private void addWaiting(AgreementIntake intake) {
    for (int at = 0; at < waiting.size(); at++) {
      Waiting each = waiting.get(at);
      room.give(each.size());
      try {
        intake.add(each.item(), each.annotator(), each.label());
      } catch (IllegalArgumentException e) {
        throw AgreementCalculator.invalid(where(at), e.getMessage());
      }
    }
    waiting.clear();
  }

  private void readWhole(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw AgreementCalculator.invalid(
          "body", "The body is one object in JSON, with task and judgements.");
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "task" -> openFor(AgreementTask.of(TREES.readTree(parser)));
        case "judgements" -> readJudgements(parser);
        case "bootstrap" ->
            bootstrap =
                Optional.of(AgreementCalculator.Resampling.of(TREES.<JsonNode>readTree(parser)));
        default -> parser.skipChildren();
      }
    }
    if (parser.nextToken() != null) {
      throw place(
          parser.currentTokenLocation(),
          "body",
          "Something follows the end of the object. Send one object and nothing after it.");
    }
  }

  private void openFor(Optional<AgreementTask> task) {
    intake =
        task.map(
            known ->
                new AgreementIntake(AgreementCalculator.at("task.categories", known::tally), room));
    body.partDone();
  }

  private void readJudgements(JsonParser parser) throws IOException {
    judged = parser.currentToken() != JsonToken.VALUE_NULL;
    if (judged && parser.currentToken() != JsonToken.START_ARRAY) {
      throw place(
          parser.currentTokenLocation(),
          "judgements",
          "The judgements are a list of objects with item, annotator and label.");
    }
    for (int at = 0; judged && parser.nextToken() != JsonToken.END_ARRAY; at++) {
      JsonLocation start = parser.currentTokenLocation();
      try {
        readJudgement(parser);
      } catch (IllegalArgumentException e) {
        throw place(start, where(at), e.getMessage());
      }
      body.partDone();
    }
  }

  private void readJudgement(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw new IllegalArgumentException(
          "A judgement is an object with item, annotator and label.");
    }
    Draft draft = new Draft();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "item" -> draft.item = name(parser);
        case "annotator" -> draft.annotator = name(parser);
        case "label" -> draft.label = label(parser);
        case "spans" -> draft.spans = label(parser);
        default -> parser.skipChildren();
      }
    }
    if (draft.item.isEmpty() || draft.annotator.isEmpty() || draft.said().isEmpty()) {
      throw new IllegalArgumentException(
          "A judgement lacks its item, annotator or label: leave out what nobody judged.");
    }
    add(draft.item.get(), draft.annotator.get(), draft.said().get());
  }

  private void add(String item, String annotator, JsonNode label) {
    if (intake.isPresent()) {
      intake.get().add(item, annotator, label);
    } else {
      Waiting early = new Waiting(item, word(annotator).textValue(), label);
      room.take(early.size());
      waiting.add(early);
    }
  }

  private static Optional<String> name(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_NULL -> Optional.empty();
      case VALUE_STRING, VALUE_NUMBER_INT -> Optional.of(parser.getText());
      default ->
          throw new IllegalArgumentException(
              "An item and an annotator are named by a text or a whole number.");
    };
  }

  /** Words that come again and again are kept once. */
  private Optional<JsonNode> label(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return Optional.empty();
    }
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      return Optional.of(TREES.<JsonNode>readTree(parser));
    }
    return Optional.of(word(parser.getText()));
  }

  private TextNode word(String text) {
    TextNode known = words.get(text);
    if (known == null) {
      known = TextNode.valueOf(text);
      if (words.size() < KEPT_WORDS && text.length() < 100) {
        words.put(text, known);
      }
    }
    return known;
  }

  private static String where(int index) {
    return "judgements[" + index + "]";
  }

  private static Refusal notJson(JsonLocation at) {
    return place(
        at,
        "body",
        "The body is no JSON here. Look for a missing quote, comma or bracket, a field that stands"
            + " twice, a name of more than 1,000 characters, a number of more than 1,000 digits or"
            + " lists more than 20 deep.");
  }

  private static Refusal place(JsonLocation at, String where, String sentence) {
    return new Refusal(
        422,
        "invalid-judgements",
        "Line " + at.getLineNr() + ", column " + at.getColumnNr() + ": " + sentence,
        Map.of("where", where, "line", at.getLineNr(), "column", at.getColumnNr()));
  }
}
