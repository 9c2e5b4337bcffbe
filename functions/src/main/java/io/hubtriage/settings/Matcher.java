package io.hubtriage.settings;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Severity;
import java.util.Set;

/**
 * Which incidents a route, mute window or silence is about: all that it asks for must hold, and of
 * each list any one member. What is left empty does not matter.
 *
 * @param hubs hub names in lower case (names are unique across Azure, so no full ids are needed)
 * @param severityAtLeast {@link Severity#NONE} lets all pass
 * @param tags of the hub
 */
public record Matcher(
    Set<String> hubs, Set<Cause> causes, Severity severityAtLeast, Set<String> tags) {
  /** Matches everything. */
  public static final Matcher ANY = new Matcher(Set.of(), Set.of(), Severity.NONE, Set.of());

  /** Copies the sets. */
  public Matcher {
    hubs = Set.copyOf(hubs);
    causes = Set.copyOf(causes);
    tags = Set.copyOf(tags);
  }

  /**
   * Whether an incident is meant.
   *
   * @param tagsOfHub the tags the settings give its hub
   */
  public boolean matches(Hub hub, Set<String> tagsOfHub, Cause cause, Severity severity) {
    return (causes.isEmpty() || causes.contains(cause)) && about(hub, tagsOfHub, severity);
  }

  /**
   * Whether what has no cause is meant, such as that HubTriage itself does not see a hub: whoever
   * asks for causes does not mean it.
   *
   * @param tagsOfHub the tags the settings give its hub
   */
  public boolean matches(Hub hub, Set<String> tagsOfHub, Severity severity) {
    return causes.isEmpty() && about(hub, tagsOfHub, severity);
  }

  private boolean about(Hub hub, Set<String> tagsOfHub, Severity severity) {
    return (hubs.isEmpty() || hubs.contains(hub.name()))
        && severity.compareTo(severityAtLeast) >= 0
        && (tags.isEmpty() || tags.stream().anyMatch(tagsOfHub::contains));
  }
}
