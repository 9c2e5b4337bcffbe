package io.hubtriage.lab.simulate;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes a row's {@code properties}: JSON text inside of the row's JSON, with JSON text once more
 * as its {@code authType}. Thousands of rows differ in the device's id and network only, so the
 * rest is rendered once; ids and networks hold no character that JSON escapes ({@link DeviceIds}).
 */
final class RowProperties {
  private static final String DEVICE = "<device>";
  private static final String NETWORK = "<network>";

  private final Map<Shape, Template> templates = new HashMap<>();

  void write(LogRow row, JsonGenerator json) throws IOException {
    Template template = templates.computeIfAbsent(Shape.of(row), RowProperties::template);
    json.writeFieldName("properties");
    json.writeRawValue(template.head);
    json.writeRaw(row.device().device().deviceId());
    json.writeRaw(template.middle);
    json.writeRaw(row.network());
    json.writeRaw(template.tail);
  }

  private static Template template(Shape shape) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JsonLines.JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("deviceId", DEVICE);
      if (!shape.moduleId.isEmpty()) {
        json.writeStringField("moduleId", shape.moduleId);
      }
      json.writeStringField("protocol", shape.protocol);
      json.writeStringField("authType", authType(shape.auth));
      json.writeStringField("maskedIpAddress", NETWORK);
      if (!shape.sdkVersion.isEmpty()) {
        json.writeStringField("sdkVersion", shape.sdkVersion);
      }
      if (!shape.statusCode.isEmpty()) {
        json.writeStringField("statusCode", shape.statusCode);
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new IllegalStateException("a string cannot be written to", e);
    }
    return Template.of(new String(JsonStringEncoder.getInstance().quoteAsString(text.toString())));
  }

  private static String authType(Auth auth) {
    return "{\"scope\":\"device\",\"type\":\""
        + auth.type()
        + "\",\"issuer\":\"iothub\",\"acceptingIpFilterRule\":null}";
  }

  /** What a template is for. */
  private record Shape(
      Auth auth, String protocol, String moduleId, String sdkVersion, String statusCode) {
    static Shape of(LogRow row) {
      SimulatedDevice device = row.device();
      String code = row.signal().code();
      String status = !row.signal().isError() ? "" : code.isEmpty() ? "500" : code.substring(0, 3);
      return new Shape(
          device.auth(), device.protocol(), device.device().moduleId(), row.sdkVersion(), status);
    }
  }

  /** Escaped and quoted text around the device's id and network. */
  private record Template(String head, String middle, String tail) {
    static Template of(String escaped) {
      int device = escaped.indexOf(DEVICE);
      int network = escaped.indexOf(NETWORK);
      return new Template(
          '"' + escaped.substring(0, device),
          escaped.substring(device + DEVICE.length(), network),
          escaped.substring(network + NETWORK.length()) + '"');
    }
  }
}
