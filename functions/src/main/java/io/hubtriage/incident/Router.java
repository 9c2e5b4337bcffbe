package io.hubtriage.incident;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Severity;
import java.util.List;

/** Who is told. */
@FunctionalInterface
public interface Router {
  /** Names of the channels, each once; empty if nobody wants to know. */
  List<String> channels(Hub hub, Cause cause, Severity severity);
}
