package io.touchstone.platform.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.springframework.stereotype.Component;

/** JSON for jsonb columns: keys sorted, so that equal values are equal bytes. */
@Component
public class Json {

  private final ObjectMapper mapper =
      JsonMapper.builder()
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .findAndAddModules()
          .build();

  /** The value as one line of JSON. */
  public String write(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not representable as JSON: " + value.getClass(), e);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalStateException if the stored JSON does not fit the type; the text is not quoted
   */
  public <T> T read(String stored, Class<T> type) {
    try {
      return mapper.readValue(stored, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Stored JSON does not fit " + type.getSimpleName());
    }
  }

  /** As {@link #read(String, Class)} for generic types. */
  public <T> T read(String stored, TypeReference<T> type) {
    try {
      return mapper.readValue(stored, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Stored JSON does not fit " + type.getType());
    }
  }
}
