package io.hubtriage.watch;

import io.hubtriage.incident.Blindness;
import io.hubtriage.model.Evidence.Finding;
import java.time.Instant;

/**
 * One thing that is wrong now with how HubTriage sees or speaks.
 *
 * @param subject what it is about where a hub may have several, such as a channel's name; else
 *     {@code ""}
 * @param since when it began, as far as known
 * @param finding what was seen, as numbers
 */
public record Sight(Blindness kind, String subject, Instant since, Finding finding) {
  /** Whether both are about the same trouble, whenever it began. */
  boolean sameAs(Sight other) {
    return kind == other.kind && subject.equals(other.subject);
  }
}
