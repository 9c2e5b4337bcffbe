package io.hubtriage.azure.storage;

import io.hubtriage.model.Device;
import io.hubtriage.sweep.HubEvents;
import io.hubtriage.sweep.HubEvents.Absence;
import io.hubtriage.sweep.HubEvents.Crowd;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** What the event sweep remembers of a hub. */
final class EventsJson {
  private EventsJson() {}

  static Body write(HubEvents events) {
    return new Body()
        .at("sweptAt", events.sweptAt())
        .objects("away", events.away().entrySet(), EventsJson::away)
        .number("beyond", events.beyond())
        .objects("crowds", events.crowds(), EventsJson::write)
        .objects("stayedAway", events.stayedAway().bins().entrySet(), MemoryJson::bin)
        .objects("cameBack", events.cameBack().bins().entrySet(), MemoryJson::bin);
  }

  static HubEvents read(Fields fields) {
    Map<Device, Absence> away = new TreeMap<>();
    fields.objects("away", a -> away.put(ModelJson.device(a), absence(a)));
    return new HubEvents(
        fields.maybeAt("sweptAt"),
        away,
        fields.count("beyond"),
        fields.objects("crowds", EventsJson::crowd),
        MemoryJson.baseline(fields, "stayedAway"),
        MemoryJson.baseline(fields, "cameBack"));
  }

  private static Body away(Map.Entry<Device, Absence> away) {
    Absence absence = away.getValue();
    return ModelJson.write(away.getKey())
        .at("since", absence.since())
        .at("last", absence.last())
        .text("sequenceNumber", absence.sequenceNumber());
  }

  private static Absence absence(Fields fields) {
    return new Absence(fields.at("since"), fields.at("last"), fields.text("sequenceNumber"));
  }

  private static Body write(Crowd crowd) {
    return new Body()
        .at("start", crowd.start())
        .at("end", crowd.end())
        .number("count", crowd.count())
        .objects("members", crowd.members().entrySet(), EventsJson::member);
  }

  private static Crowd crowd(Fields fields) {
    Map<Device, Instant> members = new TreeMap<>();
    fields.objects("members", m -> members.put(ModelJson.device(m), m.at("went")));
    return new Crowd(fields.at("start"), fields.at("end"), members, fields.count("count"));
  }

  private static Body member(Map.Entry<Device, Instant> member) {
    return ModelJson.write(member.getKey()).at("went", member.getValue());
  }
}
