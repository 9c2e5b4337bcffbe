package io.hubtriage.notify.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hubtriage.incident.Facts;
import io.hubtriage.incident.Notice;
import io.hubtriage.incident.NoticeKind;
import io.hubtriage.model.Severity;
import io.hubtriage.notify.text.Voice;
import java.time.Instant;
import java.util.Comparator;

/** The part of the common alert schema that is the same for every monitoring product. */
final class Essentials {
  private static final String VERSION = "1.0";

  private Essentials() {}

  /**
   * The essentials of a notice. Receivers pair "fired" with "resolved" by {@code alertId}, so all
   * notices of an incident have the same one. It continues the hub's resource id: receivers look
   * for subscription and resource group in it.
   *
   * @param description the notice in one line
   */
  static ObjectNode of(Notice notice, String description, Voice voice) {
    Facts facts = notice.facts();
    String hub = voice.foreign(facts.hub().name());
    String resource = facts.hub().resourceId().replace(facts.hub().name(), hub);
    boolean resolved = notice.kind() == NoticeKind.RESOLVED;
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("alertId", resource + "/providers/HubTriage/" + path(notice, voice));
    node.put("alertRule", "HubTriage: " + rule(notice));
    node.put("targetResourceType", "microsoft.devices/iothubs");
    node.put("severity", code(severity(facts)));
    node.put("signalType", "Log");
    node.put("monitorCondition", resolved ? "Resolved" : "Fired");
    node.put("monitoringService", "HubTriage");
    node.putArray("alertTargetIDs").add(resource);
    node.putArray("configurationItems").add(hub);
    node.put("originAlertId", origin(notice, voice));
    node.put("firedDateTime", fired(notice).toString());
    if (resolved) {
      node.put("resolvedDateTime", ended(notice).toString());
    }
    node.put("description", description);
    node.put("essentialsVersion", VERSION);
    node.put("alertContextVersion", VERSION);
    return node;
  }

  /** Azure's names are 0 Critical, 1 Error, 2 Warning, 3 Informational, 4 Verbose. */
  static String code(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "Sev0";
      case ERROR -> "Sev1";
      case WARNING -> "Sev2";
      case INFO -> "Sev3";
      case NONE -> "Sev4";
    };
  }

  private static String path(Notice notice, Voice voice) {
    return (notice.facts() instanceof Facts.OfIncident ? "incidents/" : "notices/")
        + origin(notice, voice);
  }

  private static String origin(Notice notice, Voice voice) {
    if (notice.facts() instanceof Facts.OfBlindness blindness) {
      return voice.foreign(blindness.spellId());
    }
    return notice.facts() instanceof Facts.OfIncident incident
        ? voice.foreign(incident.incidentId())
        : notice.id();
  }

  private static String rule(Notice notice) {
    if (notice.facts() instanceof Facts.OfBlindness blindness) {
      return blindness.kind().code();
    }
    return notice.facts() instanceof Facts.OfIncident incident
        ? incident.cause().code()
        : notice.kind().code();
  }

  /** A digest asks nobody for anything; a summary is as bad as the worst it stands for. */
  private static Severity severity(Facts facts) {
    if (facts instanceof Facts.OfIncident incident) {
      return incident.severity();
    }
    if (facts instanceof Facts.OfBlindness blindness) {
      return blindness.kind().severity();
    }
    return facts instanceof Facts.OfSummary summary
        ? summary.lines().stream()
            .map(Facts.Line::severity)
            .max(Comparator.naturalOrder())
            .orElse(Severity.NONE)
        : Severity.NONE;
  }

  private static Instant fired(Notice notice) {
    if (notice.facts() instanceof Facts.OfBlindness blindness) {
      return blindness.since();
    }
    return notice.facts() instanceof Facts.OfIncident incident ? incident.openedAt() : notice.at();
  }

  private static Instant ended(Notice notice) {
    return notice.facts() instanceof Facts.OfIncident incident
        ? incident.resolvedAt().orElse(notice.at())
        : notice.at();
  }
}
