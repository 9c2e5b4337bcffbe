package io.hubtriage.reliability;

import io.hubtriage.azure.wiring.Wiring;
import io.hubtriage.incident.Incident;
import io.hubtriage.incident.OutboxRow;
import io.hubtriage.model.Hub;
import io.hubtriage.sweep.Memory;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a story ended.
 *
 * @param heard channel and notice id of every message, in the order they came
 * @param incidents what is known of the hub
 * @param memory watermark and what was learned
 * @param unsent rows of the outbox that still wait
 */
record Ending(
    List<String> heard, List<Incident> incidents, Optional<Memory> memory, List<OutboxRow> unsent) {

  static Ending of(Scene scene, Wiring wiring) {
    List<String> heard = new ArrayList<>();
    scene.teams.notices().forEach(id -> heard.add("ops " + id));
    try {
      for (MimeMessage mail : scene.mail.getReceivedMessages()) {
        heard.add("mail " + mail.getMessageID().replaceAll("^<notice\\.|@.*$", ""));
      }
    } catch (MessagingException e) {
      throw new IllegalStateException("a mail without an id", e);
    }
    return new Ending(
        heard,
        wiring.incidents().load(new Hub(Plot.HUB)).incidents(),
        wiring.sweepMemory().load().memory(),
        wiring.outbox().due(Host.at(10_000), 100));
  }

  /** What was told, however often. */
  Set<String> told() {
    return new TreeSet<>(heard);
  }

  /** Messages that had come before. */
  List<String> repeats() {
    List<String> again = new ArrayList<>(heard);
    told().forEach(again::remove);
    return again;
  }
}
