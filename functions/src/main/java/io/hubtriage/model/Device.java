package io.hubtriage.model;

import java.util.Comparator;

/**
 * A device, or one module of it, inside a hub. Ids are case-sensitive, up to 128 characters, and
 * may hold {@code - : . + % _ # * ? ! ( ) , = @ ; $ '}: escape them wherever they leave the
 * program.
 *
 * @param deviceId the id as the hub writes it
 * @param moduleId the module's id, or {@code ""} for the device itself
 */
public record Device(String deviceId, String moduleId) implements Comparable<Device> {
  private static final Comparator<Device> ORDER =
      Comparator.comparing(Device::deviceId).thenComparing(Device::moduleId);

  /** A device without a module. */
  public static Device of(String deviceId) {
    return new Device(deviceId, "");
  }

  /** {@code device} or {@code device/module}, for people. */
  public String label() {
    return moduleId.isEmpty() ? deviceId : deviceId + "/" + moduleId;
  }

  @Override
  public int compareTo(Device other) {
    return ORDER.compare(this, other);
  }
}
