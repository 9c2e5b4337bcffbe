package io.hubtriage.lab.report;

import io.hubtriage.incident.Incident;
import io.hubtriage.incident.Notice;
import io.hubtriage.lab.score.Accuracy;
import io.hubtriage.model.Cause;
import io.hubtriage.model.CountSample;
import io.hubtriage.model.Device;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Window;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a replay found, for the page.
 *
 * @param source where the rows came from, for the title: file and folder names
 * @param span first to last row
 * @param rows how many rows were read
 * @param hubs what happened on each hub, sorted by name
 * @param incidents oldest first
 * @param messages every message that would have been sent, in order
 * @param faults what could not be read, in words; may be empty
 * @param accuracy against the truth, if one was given
 */
public record Story(
    String source,
    Window span,
    long rows,
    List<OfHub> hubs,
    List<OfIncident> incidents,
    List<Message> messages,
    List<String> faults,
    Optional<Accuracy> accuracy) {
  /** Copies the lists. */
  public Story {
    hubs = List.copyOf(hubs);
    incidents = List.copyOf(incidents);
    messages = List.copyOf(messages);
    faults = List.copyOf(faults);
  }

  /**
   * One hub.
   *
   * @param rowsByCause distinct disconnect and error rows per cause
   * @param drops the same, one by one, oldest first
   * @param metric connectedDeviceCount, oldest first; may be empty
   */
  public record OfHub(
      Hub hub, Map<Cause, Long> rowsByCause, List<Drop> drops, List<CountSample> metric) {
    /** Copies the collections. */
    public OfHub {
      rowsByCause = Map.copyOf(rowsByCause);
      drops = List.copyOf(drops);
      metric = List.copyOf(metric);
    }
  }

  /** When a connection ended or was refused, and why. */
  public record Drop(Instant time, Cause cause) {}

  /**
   * One incident.
   *
   * @param evidence in words
   * @param devices everybody who was ever listed in it, sorted
   */
  public record OfIncident(Incident incident, String evidence, List<Device> devices) {
    /** Copies the list. */
    public OfIncident {
      devices = List.copyOf(devices);
    }
  }

  /**
   * One message.
   *
   * @param file its name in the folder of notices
   * @param body what would have been sent: a Teams envelope as JSON, or a whole mail
   */
  public record Message(Notice notice, String channel, String file, String body) {}
}
