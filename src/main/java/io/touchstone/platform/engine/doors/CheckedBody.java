package io.touchstone.platform.engine.doors;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A request whose small body was read, and goes on as the door understood it: written anew, so that
 * nobody behind the door can read the same bytes differently.
 */
final class CheckedBody extends HttpServletRequestWrapper {

  private static final int MOST_BYTES = 16 * 1024;
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final String type;
  private final byte[] bytes;

  /**
   * @param type media type of the bytes, which are UTF-8
   */
  CheckedBody(HttpServletRequest request, String type, byte[] bytes) {
    super(request);
    this.type = type;
    this.bytes = bytes;
  }

  /** The small body as text; empty if it is too long or no UTF-8. */
  static Optional<String> text(HttpServletRequest request) throws IOException {
    byte[] sent = request.getInputStream().readNBytes(MOST_BYTES + 1);
    if (sent.length > MOST_BYTES) {
      return Optional.empty();
    }
    try {
      return Optional.of(utf8(sent));
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** The request with its body written anew; empty if the body is not one that is accepted. */
  static Optional<HttpServletRequest> of(HttpServletRequest request, CallBody body, String caller)
      throws IOException {
    Optional<String> sent = text(request);
    if (sent.isEmpty()) {
      return Optional.empty();
    }
    try {
      JsonNode tree = JSON.readTree(sent.get());
      return body.accepts(tree, caller)
          ? Optional.of(new CheckedBody(request, "application/json", JSON.writeValueAsBytes(tree)))
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static String utf8(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  @Override
  public ServletInputStream getInputStream() {
    return new Bytes(new ByteArrayInputStream(bytes));
  }

  @Override
  public BufferedReader getReader() {
    return new BufferedReader(
        new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8));
  }

  @Override
  public String getContentType() {
    return type;
  }

  @Override
  public String getCharacterEncoding() {
    return StandardCharsets.UTF_8.name();
  }

  @Override
  public int getContentLength() {
    return bytes.length;
  }

  @Override
  public long getContentLengthLong() {
    return bytes.length;
  }

  private static final class Bytes extends ServletInputStream {

    private final InputStream bytes;

    private Bytes(InputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() throws IOException {
      return bytes.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      return bytes.read(target, offset, length);
    }

    @Override
    public boolean isFinished() {
      try {
        return bytes.available() == 0;
      } catch (IOException e) {
        return true;
      }
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException("The body is already here.");
    }
  }
}
