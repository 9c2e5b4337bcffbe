package io.hubtriage.settings;

import io.hubtriage.model.Hub;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A hub that is watched.
 *
 * @param workspaceId of the Log Analytics workspace that holds its connection log; without it only
 *     the hub's events are looked at
 * @param workspaceResourceId ARM id of that workspace, for links; links to the log are left out
 *     without it
 * @param tags words of the operator's choice that routes and mutes can ask for
 */
public record HubSettings(
    Hub hub, Optional<UUID> workspaceId, Optional<String> workspaceResourceId, Set<String> tags) {
  /** Copies the tags. */
  public HubSettings {
    tags = Set.copyOf(tags);
  }
}
