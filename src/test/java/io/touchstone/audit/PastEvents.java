package io.touchstone.audit;

import com.fasterxml.jackson.core.type.TypeReference;
import io.touchstone.platform.database.Json;
import java.time.Instant;
import java.util.Map;
import org.springframework.beans.factory.BeanFactory;

/** Events that happened at some time in the past, written as the product writes them. */
public final class PastEvents {

  private PastEvents() {}

  /**
   * @param details JSON
   */
  public static void write(
      BeanFactory beans, Instant at, String action, String object, String details) {
    Map<String, Object> read =
        beans.getBean(Json.class).read(details, new TypeReference<Map<String, Object>>() {});
    beans.getBean(AuditRepository.class).insert(at, AuditTrail.SYSTEM, action, object, read);
  }
}
