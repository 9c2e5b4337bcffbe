package io.hubtriage.azure.storage;

import io.hubtriage.model.Client;
import io.hubtriage.model.Cohort;
import io.hubtriage.model.Device;
import io.hubtriage.model.Window;

/** The small values documents are made of. */
final class ModelJson {
  private ModelJson() {}

  static Body write(Device device) {
    return new Body().text("id", device.deviceId()).text("module", device.moduleId());
  }

  static Device device(Fields fields) {
    return new Device(fields.text("id"), fields.text("module"));
  }

  static Body write(Client client) {
    return new Body()
        .text("sdk", client.sdk())
        .text("version", client.sdkVersion())
        .text("protocol", client.protocol())
        .text("auth", client.authType());
  }

  static Client client(Fields fields) {
    return new Client(
        fields.text("sdk"), fields.text("version"), fields.text("protocol"), fields.text("auth"));
  }

  static Body write(Cohort cohort) {
    return new Body()
        .text("sdk", cohort.sdk())
        .text("auth", cohort.authType())
        .text("protocol", cohort.protocol());
  }

  static Cohort cohort(Fields fields) {
    return new Cohort(fields.text("sdk"), fields.text("auth"), fields.text("protocol"));
  }

  static Body write(Window window) {
    return new Body().at("start", window.start()).at("end", window.end());
  }

  static Window window(Fields fields) {
    return new Window(fields.at("start"), fields.at("end"));
  }
}
