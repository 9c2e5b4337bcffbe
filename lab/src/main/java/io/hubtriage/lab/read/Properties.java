package io.hubtriage.lab.read;

import io.hubtriage.model.Client;
import io.hubtriage.model.Device;

/**
 * What the {@code properties} of a connection row tell.
 *
 * @param device with the id {@code ""} if none is named
 * @param network the masked address, or {@code ""}
 */
record Properties(Device device, Client client, String network) {
  static final Properties NONE = new Properties(Device.of(""), Client.UNKNOWN, "");
}
