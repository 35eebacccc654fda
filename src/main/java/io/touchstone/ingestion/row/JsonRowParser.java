package io.touchstone.ingestion.row;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.touchstone.deidentification.Pieces;
import io.touchstone.deidentification.recogniser.names.Lexicon;
import io.touchstone.project.RowNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One JSON object with the fields {@code text} and, where the sender has them, {@code id} and
 * {@code suggestions}. Strict by RFC 8259; a field twice, another field, or anything after the
 * object is refused.
 */
public final class JsonRowParser implements RowParser {

  private static final int MAXIMUM_NESTING = 100;
  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,39}");

  private final ObjectMapper mapper = new ObjectMapper(strict());
  private final RowForm form;
  private final RowNames names;

  public JsonRowParser(RowForm form) {
    this.form = form;
    this.names = form.names();
  }

  private static JsonFactory strict() {
    return JsonFactory.builder()
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
        .streamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(MAXIMUM_NESTING).build())
        .build();
  }

  @Override
  public RowOutcome parse(long line, String row) {
    boolean array = row.stripLeading().startsWith("[");
    try (JsonParser parser = mapper.createParser(row)) {
      return parse(line, parser);
    } catch (JsonProcessingException e) {
      return array ? unclosedArray(line) : invalid(line, e);
    } catch (IOException e) {
      throw new UncheckedIOException("Reading from memory failed.", e);
    }
  }

  private RowOutcome parse(long line, JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      refuseTrailing(parser);
      return RowOutcome.Bad.at(
          line,
          Reason.NOT_AN_OBJECT,
          "the row is no JSON object. Write one object with id and text per line.");
    }
    Optional<RowOutcome> fault = Optional.empty();
    Optional<String> id = Optional.empty();
    Optional<String> text = Optional.empty();
    Optional<JsonNode> suggestions = Optional.empty();
    Map<String, String> beside = new TreeMap<>();
    // A fault of content is told only when the whole row has proved to be JSON.
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = names.plain(parser.currentName());
      JsonToken value = parser.nextToken();
      boolean string = value == JsonToken.VALUE_STRING;
      if (name.equals("text") && string) {
        text = Optional.of(parser.getText());
      } else if (name.equals("id") && (string || value == JsonToken.VALUE_NUMBER_INT)) {
        id = Optional.of(parser.getText());
      } else if (name.equals("suggestions")) {
        suggestions = Optional.of(parser.readValueAsTree());
      } else if (form.knows(name) && value.isScalarValue()) {
        beside.put(name, value == JsonToken.VALUE_NULL ? "" : parser.getText());
      } else if (fault.isEmpty()) {
        fault = Optional.of(fieldFault(line, name));
      }
      parser.skipChildren();
    }
    refuseTrailing(parser);
    if (fault.isPresent()) {
      return fault.get();
    }
    if (text.isEmpty()) {
      return RowOutcome.Bad.at(
          line,
          Reason.MISSING_FIELD,
          "the field \"" + names.text() + "\" is missing. Add it or remove the row.");
    }
    return withSuggestions(
        RowText.check(line, id, text.get(), RowFields.of(form, beside)), suggestions);
  }

  private static RowOutcome withSuggestions(RowOutcome outcome, Optional<JsonNode> suggestions) {
    return outcome instanceof RowOutcome.Read read
        ? new RowOutcome.Read(read.externalId(), read.text(), suggestions, read.fields())
        : outcome;
  }

  private static void refuseTrailing(JsonParser parser) throws IOException {
    if (parser.nextToken() != null) {
      throw new JsonParseException(parser, "trailing token");
    }
  }

  private RowOutcome fieldFault(long line, String name) {
    if (name.equals("text") || name.equals("id")) {
      String given = name.equals("text") ? names.text() : names.id();
      String wanted = name.equals("text") ? "a string" : "a string or a whole number";
      return RowOutcome.Bad.at(
          line, Reason.WRONG_TYPE, "the field \"" + given + "\" must be " + wanted + ".");
    }
    // A name is repeated only if it looks like a name: it might hold anything.
    String named =
        PLAIN_NAME.matcher(name).matches() && !namesSomebody(name)
            ? "\"" + name + "\""
            : "of another name";
    return RowOutcome.Bad.at(
        line,
        Reason.UNKNOWN_FIELD,
        "the field "
            + named
            + " is not known. A row has the fields \"%s\", \"%s\", perhaps \"suggestions\" and those that the project names."
                .formatted(names.id(), names.text()));
  }

  /** Whether a person's name, or a number of some length, is part of a field's name. */
  private static boolean namesSomebody(String field) {
    return Pieces.of(field).stream()
        .anyMatch(
            piece ->
                piece.digits()
                    ? piece.folded().length() > 4
                    : Lexicon.get().isOnlyName(piece.folded()));
  }

  private static RowOutcome unclosedArray(long line) {
    return RowOutcome.Bad.at(
        line,
        Reason.JSON_ARRAY,
        "the file is a JSON array. Write one object per line, without brackets and commas around"
            + " them.");
  }

  private static RowOutcome invalid(long line, JsonProcessingException e) {
    String where =
        e.getLocation() == null ? "" : " at column " + Math.max(1, e.getLocation().getColumnNr());
    return RowOutcome.Bad.at(
        line,
        Reason.INVALID_JSON,
        "the row is not valid JSON, or has a field twice"
            + where
            + ". Write one complete object per line.");
  }
}
