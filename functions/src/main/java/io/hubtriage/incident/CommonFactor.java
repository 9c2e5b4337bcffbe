package io.hubtriage.incident;

import io.hubtriage.model.Assessment;
import io.hubtriage.model.Evidence;

/** What sets an incident's members apart from the other devices of the hub. Pure. */
@FunctionalInterface
public interface CommonFactor {
  /** Nothing ever stands out. */
  CommonFactor NONE = (incident, assessment) -> Evidence.NONE;

  /** The findings, most telling first; {@link Evidence#NONE} if nothing stands out. */
  Evidence of(Incident incident, Assessment assessment);
}
