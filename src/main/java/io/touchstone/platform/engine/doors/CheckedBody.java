package io.touchstone.platform.engine.doors;

import com.fasterxml.jackson.core.JsonParser;
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
 * A request whose small JSON body was read, and goes on as the door understood it: written anew, so
 * that nobody behind the door can read the same bytes differently.
 */
final class CheckedBody extends HttpServletRequestWrapper {

  private static final int MOST_BYTES = 16 * 1024;
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final byte[] bytes;

  private CheckedBody(HttpServletRequest request, byte[] bytes) {
    super(request);
    this.bytes = bytes;
  }

  /** The request with its body written anew; empty if the body is not one that is accepted. */
  static Optional<HttpServletRequest> of(HttpServletRequest request, CallBody body, String caller)
      throws IOException {
    byte[] sent = request.getInputStream().readNBytes(MOST_BYTES + 1);
    if (sent.length > MOST_BYTES) {
      return Optional.empty();
    }
    try {
      JsonNode tree = JSON.readTree(utf8(sent));
      return body.accepts(tree, caller)
          ? Optional.of(new CheckedBody(request, JSON.writeValueAsBytes(tree)))
          : Optional.empty();
    } catch (CharacterCodingException | com.fasterxml.jackson.core.JsonProcessingException e) {
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
    return "application/json";
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
