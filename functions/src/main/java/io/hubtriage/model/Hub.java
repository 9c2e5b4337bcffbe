package io.hubtriage.model;

import java.util.Locale;

/**
 * An IoT hub. Azure writes resource ids in upper case in Event Grid topics and storage archives and
 * in lower case in Log Analytics, so ids are compared in lower case.
 *
 * @param resourceId the hub's ARM resource id in lower case, or only its name where nothing else is
 *     known
 */
public record Hub(String resourceId) implements Comparable<Hub> {
  /**
   * Lower-cases the id.
   *
   * @throws IllegalArgumentException if the id is blank
   */
  public Hub {
    if (resourceId.isBlank()) {
      throw new IllegalArgumentException("a hub needs a resource id or a name");
    }
    resourceId = resourceId.toLowerCase(Locale.ROOT);
  }

  /** The hub's name in lower case: the last segment of the resource id. */
  public String name() {
    return resourceId.substring(resourceId.lastIndexOf('/') + 1);
  }

  @Override
  public int compareTo(Hub other) {
    return resourceId.compareTo(other.resourceId);
  }
}
