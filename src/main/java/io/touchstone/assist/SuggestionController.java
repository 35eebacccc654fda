package io.touchstone.assist;

import io.touchstone.ingestion.row.SourceFormat;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.web.Api;
import io.touchstone.platform.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Suggestions that come after their rows. */
@Api
class SuggestionController {

  private static final int MOST_BYTES = 32 << 20;

  private final SuggestionImport suggestions;

  SuggestionController(SuggestionImport suggestions) {
    this.suggestions = suggestions;
  }

  /** How many items got suggestions. */
  record Received(String batchId, int items) {}

  /** Takes JSON Lines, {@code {"item", "suggestions"}}, for a batch that nobody labels yet. */
  @PostMapping("/batches/{id}/suggestions")
  Received receive(@PathVariable String id, HttpServletRequest request, Caller caller)
      throws IOException {
    caller.mustBe("deliver suggestions", Role.DATA_MANAGER);
    mustBeJsonLines(request);
    return new Received(id, suggestions.take(id, caller.id(), lines(request)));
  }

  private static void mustBeJsonLines(HttpServletRequest request) {
    String declared = Optional.ofNullable(request.getContentType()).orElse("");
    if (!SourceFormat.ofMediaType(declared).equals(Optional.of(SourceFormat.JSON_LINES))) {
      throw new Refusal(
          415,
          "unsupported-format",
          "Send the suggestions as JSON Lines with Content-Type: application/x-ndjson.");
    }
  }

  private static List<String> lines(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      throw new Refusal(
          413,
          "suggestions-too-long",
          "The body is longer than 32 MiB. Send the suggestions in several calls.");
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(body))
          .toString()
          .lines()
          .toList();
    } catch (CharacterCodingException e) {
      throw new Refusal(422, "not-utf-8", "The body is not UTF-8. Save the file as UTF-8.");
    }
  }
}
