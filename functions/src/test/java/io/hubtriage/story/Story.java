package io.hubtriage.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.incident.Facts;
import io.hubtriage.incident.Incident;
import io.hubtriage.incident.IncidentDesk;
import io.hubtriage.incident.Lifecycle;
import io.hubtriage.incident.Looks;
import io.hubtriage.incident.Mutes;
import io.hubtriage.incident.Notice;
import io.hubtriage.incident.Policy;
import io.hubtriage.incident.memory.MemoryStore;
import io.hubtriage.model.Assessment;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Condition;
import io.hubtriage.model.Impact;
import io.hubtriage.model.Outage;
import io.hubtriage.model.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Tells what happens to a hub and checks what people heard. Every look is worked in twice, by a
 * desk that was just started: the second time must change nothing.
 */
final class Story {
  private final MemoryStore store = new MemoryStore();
  private final Map<String, Condition> troubled = new TreeMap<>();
  private final Map<String, Outage> outages = new TreeMap<>();
  private final Set<String> well = new TreeSet<>();
  private final List<String> heard = new ArrayList<>();
  private final List<Notice> notices = new ArrayList<>();
  private Mutes mutes = Mutes.NONE;
  private Instant now = Looks.MIDNIGHT;

  Story at(String clock) {
    now = Looks.at(clock);
    return this;
  }

  Story offline(Cause cause, String... devices) {
    return trouble(cause, Impact.OFFLINE, devices);
  }

  Story flapping(Cause cause, String... devices) {
    return trouble(cause, Impact.FLAPPING, devices);
  }

  /** The devices are seen to be well. */
  Story well(String... devices) {
    for (String device : devices) {
      troubled.remove(device);
      well.add(device);
    }
    return this;
  }

  /** The devices are not looked at from here on. */
  Story unseen(String... devices) {
    for (String device : devices) {
      troubled.remove(device);
      well.remove(device);
    }
    return this;
  }

  /** A wide fault that goes on, with some of its devices. */
  Story outage(Cause cause, String network, String from, String to, int count, String... devices) {
    return outage(cause, network, from, to, count, Impact.OFFLINE, devices);
  }

  /** The fault is over and its devices are back. */
  Story over(Cause cause, String network, String from, String to, int count, String... devices) {
    return outage(cause, network, from, to, count, Impact.RECOVERED, devices);
  }

  /** The look-back shows no outage of this cause any more. */
  Story withoutOutage(Cause cause) {
    outages.keySet().removeIf(key -> key.startsWith(cause.code()));
    return this;
  }

  Story muted(String from, String to) {
    Window window = new Window(Looks.at(from), Looks.at(to));
    mutes = (incident, at) -> window.contains(at);
    return this;
  }

  Story look() {
    Assessment look =
        Looks.look(now, well, List.copyOf(troubled.values()), List.copyOf(outages.values()));
    for (Notice notice : desk().work(look, now).outcome().notices()) {
      notices.add(notice);
      heard.add(line(notice));
    }
    assertThat(desk().work(look, now).outcome().changed())
        .as("changed by a replay at %s", clock())
        .isEmpty();
    return this;
  }

  /** Looks every so many minutes up to and including a time. */
  Story lookEvery(int minutes, String until) {
    Instant end = Looks.at(until);
    while (!now.isAfter(end)) {
      look();
      now = now.plus(Duration.ofMinutes(minutes));
    }
    return this;
  }

  Story heard(String... lines) {
    assertThat(heard).isEqualTo(Arrays.asList(lines));
    return this;
  }

  List<Notice> notices() {
    return List.copyOf(notices);
  }

  List<Incident> history() {
    return store.history();
  }

  private IncidentDesk desk() {
    Lifecycle lifecycle = new Lifecycle(Policy.DEFAULT, mutes);
    return new IncidentDesk(store, lifecycle, (hub, cause, severity) -> List.of("teams"));
  }

  private Story trouble(Cause cause, Impact impact, String... devices) {
    for (String device : devices) {
      well.remove(device);
      troubled.put(device, Looks.condition(device, cause, impact, now));
    }
    return this;
  }

  private Story outage(
      Cause cause,
      String net,
      String from,
      String to,
      int count,
      Impact impact,
      String... devices) {
    Window span = new Window(Looks.at(from), Looks.at(to));
    List<Condition> sample =
        Arrays.stream(devices)
            .map(d -> Looks.condition(d, cause, impact, span.start(), span.end()))
            .toList();
    boolean over = impact == Impact.RECOVERED;
    outages.put(cause.code() + net + from, Looks.outage(cause, net, span, count, sample, over));
    return this;
  }

  private String line(Notice notice) {
    Facts.OfIncident facts = (Facts.OfIncident) notice.facts();
    return "%s %s %s %d (+%d) %s"
        .formatted(
            clock(),
            notice.kind(),
            facts.cause().code(),
            facts.members(),
            facts.newMembers(),
            facts.devices().stream()
                .map(d -> d.device().label())
                .limit(3)
                .collect(Collectors.joining(",")))
        .strip();
  }

  private String clock() {
    Duration age = Duration.between(Looks.MIDNIGHT, now);
    return String.format(Locale.ROOT, "%02d:%02d", age.toHours(), age.toMinutesPart());
  }
}
