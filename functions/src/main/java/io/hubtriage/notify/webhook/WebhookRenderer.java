package io.hubtriage.notify.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hubtriage.incident.Facts;
import io.hubtriage.incident.Notice;
import io.hubtriage.notify.Audience;
import io.hubtriage.notify.Renderer;
import io.hubtriage.notify.Rendering;
import io.hubtriage.notify.bulletin.Bulletin;
import io.hubtriage.notify.bulletin.BulletinWriter;
import io.hubtriage.notify.bulletin.Room;
import io.hubtriage.notify.text.Foreign;
import io.hubtriage.notify.text.Language;
import io.hubtriage.notify.text.Voice;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Notices in Azure Monitor's common alert schema
 * (learn.microsoft.com/azure/azure-monitor/alerts/alerts-common-schema): {@code essentials} as
 * every action target knows them, our own facts in {@code alertContext}.
 *
 * <p>Ids and names of others stand in it as they are unless they hold invisible characters or are
 * longer than any real one; IoT Hub allows neither in ids. Words are in the audience's language,
 * codes and times never are.
 */
public final class WebhookRenderer implements Renderer {
  /** Most bytes of a body; Event Grid, Service Bus and many receivers take no more. */
  public static final int MAX_BYTES = 64 * 1024;

  /** Only text made to be long needs more than the first: real ids fit several times over. */
  private static final List<Room> ROOMS =
      List.of(Room.AMPLE, new Room(10, 8, 48), new Room(5, 4, 32), new Room(0, 1, 8));

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final BulletinWriter writer = new BulletinWriter();

  @Override
  public Rendering render(Notice notice, Audience audience) {
    byte[] bytes = new byte[0];
    for (Room room : ROOMS) {
      bytes = body(notice, audience, room);
      if (bytes.length <= MAX_BYTES) {
        break;
      }
    }
    return new Rendering(bytes, "json", "application/json; charset=utf-8");
  }

  private byte[] body(Notice notice, Audience audience, Room room) {
    Voice voice =
        new Voice(
            Language.of(audience.locale()),
            audience.zone(),
            notice.at(),
            Foreign.PLAIN,
            room.characters());
    Bulletin bulletin = writer.write(notice, audience, Foreign.PLAIN, room);
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("schemaId", "azureMonitorCommonAlertSchema");
    ObjectNode data = body.putObject("data");
    data.set("essentials", Essentials.of(notice, bulletin.preview(), voice));
    data.set("alertContext", context(notice, bulletin, new Context(voice, room)));
    try {
      return MAPPER.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("writing an alert in memory", e);
    }
  }

  private static ObjectNode context(Notice notice, Bulletin bulletin, Context context) {
    Facts facts = notice.facts();
    if (facts instanceof Facts.OfIncident incident) {
      return context.incident(notice, incident, bulletin);
    }
    if (facts instanceof Facts.OfDigest digest) {
      return context.digest(notice, digest, bulletin);
    }
    if (facts instanceof Facts.OfBlindness blindness) {
      return context.blindness(notice, blindness, bulletin);
    }
    return context.summary(notice, (Facts.OfSummary) facts, bulletin);
  }
}
