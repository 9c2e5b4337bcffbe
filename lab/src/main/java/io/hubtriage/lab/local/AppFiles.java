package io.hubtriage.lab.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hubtriage.azure.wiring.AppSetting;
import io.hubtriage.model.Hub;
import java.net.URI;
import java.util.List;

/** The two files with which the app finds the stand-ins. */
final class AppFiles {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String WORKSPACE = "0f8fad5b-d9cb-469f-a165-70867728950e";

  private AppFiles() {}

  /**
   * {@code local.settings.json}: the repository's sample, led to these stand-ins.
   *
   * @param endpoint where Log Analytics, the metrics and the webhooks are
   */
  static String appSettings(URI endpoint) {
    ObjectNode settings = JSON.createObjectNode().put("IsEncrypted", false);
    settings
        .putObject("Values")
        .put("FUNCTIONS_WORKER_RUNTIME", "java")
        .put("AzureWebJobsStorage", "UseDevelopmentStorage=true")
        .put(AppSetting.STORAGE.key(), "UseDevelopmentStorage=true")
        .put(AppSetting.SETTINGS.key(), "hubtriage.json")
        .put(AppSetting.LOCAL_ENDPOINT.key(), endpoint.toString())
        .put(AppSetting.LOGS_SCHEDULE.key(), "0 */5 * * * *")
        .put(AppSetting.EVENTS_SCHEDULE.key(), "0 * * * * *")
        .put(AppSetting.NOTICES_QUEUE.key(), "notices")
        .put("TEAMS_OPS_URL", endpoint + "/teams")
        .put("TEAMS_OSAKA_URL", endpoint + "/teams")
        .put("SMTP_USER", "hubtriage@example.com")
        .put("SMTP_PASSWORD", "not-a-secret")
        .put("ITSM_URL", endpoint + "/webhook")
        .put("ITSM_HMAC_KEY", "not-a-secret");
    return text(settings);
  }

  /**
   * {@code hubtriage.json}: the simulated hubs, and one channel of each kind and language that
   * hears everything.
   *
   * @param smtpPort where mails are taken
   */
  static String hubtriage(List<Hub> hubs, int smtpPort) {
    ObjectNode settings = JSON.createObjectNode();
    ArrayNode watched = settings.putArray("hubs");
    hubs.forEach(
        hub ->
            watched.addObject().put("resourceId", hub.resourceId()).put("workspaceId", WORKSPACE));
    ObjectNode channels = settings.putObject("channels");
    channels.putObject("ops").put("kind", "teams").put("urlSetting", "TEAMS_OPS_URL");
    channels
        .putObject("osaka")
        .put("kind", "teams")
        .put("urlSetting", "TEAMS_OSAKA_URL")
        .put("locale", "ja")
        .put("zone", "Asia/Tokyo");
    ObjectNode mail = channels.putObject("on-call").put("kind", "email");
    mail.put("from", "hubtriage@example.com").putArray("to").add("on-call@example.com");
    mail.putObject("smtp").put("host", "127.0.0.1").put("port", smtpPort).put("security", "none");
    channels
        .putObject("itsm")
        .put("kind", "webhook")
        .put("urlSetting", "ITSM_URL")
        .put("hmacKeySetting", "ITSM_HMAC_KEY");
    return text(settings);
  }

  private static String text(ObjectNode json) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts and numbers cannot fail to become JSON", e);
    }
  }
}
