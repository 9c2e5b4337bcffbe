package io.hubtriage.notify.bulletin;

import io.hubtriage.incident.Facts;
import io.hubtriage.incident.Notice;
import io.hubtriage.notify.Audience;
import io.hubtriage.notify.text.Foreign;
import io.hubtriage.notify.text.Language;
import io.hubtriage.notify.text.Spoken;
import io.hubtriage.notify.text.Voice;

/** Puts notices into words. */
public final class BulletinWriter {
  private final Remedies remedies = Remedies.packaged();

  /**
   * Writes a bulletin.
   *
   * @param foreign how the channel needs text of others
   * @param room how much to say at most
   */
  public Bulletin write(Notice notice, Audience audience, Foreign foreign, Room room) {
    Voice voice = voice(notice, audience, foreign, room);
    Links links = new Links(remedies, voice.language(), audience);
    Facts facts = notice.facts();
    if (facts instanceof Facts.OfIncident incident) {
      return new IncidentStory(notice, incident, voice, room, remedies).tell(links);
    }
    if (facts instanceof Facts.OfDigest digest) {
      return new DigestStory(notice, digest, voice, room).tell(links);
    }
    if (facts instanceof Facts.OfBlindness blindness) {
      return new BlindnessStory(notice, blindness, voice, room).tell(links);
    }
    return new SummaryStory(notice, (Facts.OfSummary) facts, voice, room).tell(links);
  }

  /**
   * What names the conversation a notice belongs to. The same for all notices of an incident, so it
   * holds only what never changes: not the cause, not the number of devices.
   */
  public String subject(Notice notice, Audience audience) {
    Voice voice = voice(notice, audience, Foreign.PLAIN, Room.AMPLE);
    Facts facts = notice.facts();
    if (facts instanceof Facts.OfIncident incident) {
      return new Voice(voice.language(), audience.zone(), incident.openedAt(), Foreign.PLAIN, 64)
          .say(
              "mail.subject",
              "hub",
              incident.hub().name(),
              "since",
              voice.date(incident.openedAt()),
              "incident",
              incident.incidentId());
    }
    if (facts instanceof Facts.OfBlindness blindness) {
      return new Voice(voice.language(), audience.zone(), blindness.since(), Foreign.PLAIN, 64)
          .say(
              "mail.subject.blind",
              "title",
              new Spoken(voice.text("blind." + blindness.kind().code())),
              "hub",
              blindness.hub().name(),
              "since",
              voice.date(blindness.since()),
              "spell",
              blindness.spellId());
    }
    return facts instanceof Facts.OfDigest digest
        ? voice.say(
            "mail.subject.digest",
            "hub",
            digest.hub().name(),
            "day",
            voice.date(digest.day().start()))
        : voice.say("mail.subject.summary", "hub", facts.hub().name(), "at", notice.at());
  }

  private static Voice voice(Notice notice, Audience audience, Foreign foreign, Room room) {
    return new Voice(
        Language.of(audience.locale()), audience.zone(), notice.at(), foreign, room.characters());
  }
}
