package io.hubtriage.azure.storage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.hubtriage.diagnose.Baseline;
import io.hubtriage.diagnose.Burst;
import io.hubtriage.diagnose.SessionHistogram;
import io.hubtriage.diagnose.SessionHistogram.Bin;
import io.hubtriage.model.Cohort;
import io.hubtriage.model.Device;
import io.hubtriage.model.Population;
import io.hubtriage.model.Trait;
import io.hubtriage.sweep.DayTally;
import io.hubtriage.sweep.HubMemory;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a sweep remembers of a hub. */
final class MemoryJson {
  private MemoryJson() {}

  static Body write(HubMemory memory) {
    return new Body()
        .objects("sessions", memory.sessions().cohorts().entrySet(), MemoryJson::sessions)
        .objects("usual", memory.usual().bins().entrySet(), MemoryJson::bin)
        .objects("bursts", memory.bursts(), MemoryJson::write)
        .objects("waiting", memory.waiting().stream().sorted().toList(), ModelJson::write)
        .objects("back", new TreeMap<>(memory.back()).entrySet(), MemoryJson::back)
        .objects("days", memory.days().entrySet(), e -> write(e.getValue()).at("day", e.getKey()))
        .object("population", write(memory.population()));
  }

  static HubMemory read(Fields fields) {
    Map<Cohort, Map<Integer, Bin>> cohorts = new TreeMap<>();
    fields.objects(
        "sessions", c -> cohorts.put(ModelJson.cohort(c.object("cohort")), bins(c.object("bins"))));
    Map<Device, Instant> back = new TreeMap<>();
    fields.objects("back", b -> back.put(ModelJson.device(b), b.at("seen")));
    Map<Instant, DayTally> days = new TreeMap<>();
    fields.objects("days", d -> days.put(d.at("day"), tally(d)));
    return new HubMemory(
        new SessionHistogram(cohorts),
        baseline(fields, "usual"),
        fields.objects("bursts", MemoryJson::burst),
        Set.copyOf(fields.objects("waiting", ModelJson::device)),
        back,
        days,
        population(fields.object("population")));
  }

  /**
   * Bins as {@code "65":[sessions,devices,renewing]}: there are hundreds of them. Sessions fade, so
   * they may be fractions.
   */
  private static Body sessions(Map.Entry<Cohort, Map<Integer, Bin>> cohort) {
    Body bins = new Body();
    cohort
        .getValue()
        .forEach(
            (minutes, bin) -> {
              ArrayNode counts = JsonNodeFactory.instance.arrayNode();
              counts.add(shortest(bin.sessions()));
              counts.add(bin.devices()).add(shortest(bin.renewing()));
              bins.set(minutes.toString(), counts);
            });
    return new Body().object("cohort", ModelJson.write(cohort.getKey())).object("bins", bins);
  }

  private static BigDecimal shortest(double count) {
    BigDecimal exact = BigDecimal.valueOf(count).stripTrailingZeros();
    return exact.scale() < 0 ? exact.setScale(0) : exact;
  }

  private static Map<Integer, Bin> bins(Fields fields) {
    Map<Integer, Bin> bins = new TreeMap<>();
    fields.each(
        (minutes, counts) -> {
          if (!counts.path(2).isNumber()) {
            throw fields.wrong(minutes, counts, "the counts of sessions, devices and renewing");
          }
          Bin bin =
              new Bin(
                  counts.path(0).doubleValue(),
                  counts.path(1).longValue(),
                  counts.path(2).doubleValue());
          bins.put(Integer.valueOf(minutes), bin);
        });
    return bins;
  }

  /** The baseline whose bins are listed under the name. */
  static Baseline baseline(Fields fields, String name) {
    Map<Instant, Integer> bins = new TreeMap<>();
    fields.objects(name, b -> bins.put(b.at("from"), b.count("devices")));
    return new Baseline(bins);
  }

  static Body bin(Map.Entry<Instant, Integer> bin) {
    return new Body().at("from", bin.getKey()).number("devices", bin.getValue());
  }

  private static Body back(Map.Entry<Device, Instant> device) {
    return ModelJson.write(device.getKey()).at("seen", device.getValue());
  }

  private static Body write(Burst burst) {
    return new Body()
        .text("network", burst.network())
        .at("start", burst.start())
        .list("excess", burst.excess(), DoubleNode::valueOf);
  }

  private static Burst burst(Fields fields) {
    return new Burst(fields.text("network"), fields.at("start"), fields.shares("excess"));
  }

  private static Body write(DayTally tally) {
    return new Body()
        .object("rows", DigestFactsJson.rows(tally.rows()))
        .number("minutesWithRows", tally.minutesWithRows())
        .at("newestRow", tally.newestRow());
  }

  private static DayTally tally(Fields fields) {
    return new DayTally(
        DigestFactsJson.rows(fields.object("rows")),
        fields.number("minutesWithRows"),
        fields.maybeAt("newestRow"));
  }

  /** Nothing where nothing was asked. */
  private static Body write(Population population) {
    return population.equals(Population.EMPTY)
        ? new Body()
        : new Body()
            .at("asOf", population.asOf())
            .number("connected", population.connected())
            .objects("devices", population.devices().entrySet(), MemoryJson::write);
  }

  private static Body write(Map.Entry<Trait, Long> counted) {
    return new Body()
        .code("kind", counted.getKey().kind())
        .text("value", counted.getKey().value())
        .number("count", counted.getValue());
  }

  private static Population population(Fields fields) {
    if (fields.names().isEmpty()) {
      return Population.EMPTY;
    }
    Map<Trait, Long> devices = new TreeMap<>();
    fields.objects(
        "devices",
        d ->
            devices.put(
                new Trait(d.code("kind", Trait.Kind.class), d.text("value")), d.number("count")));
    return new Population(fields.at("asOf"), fields.number("connected"), devices);
  }
}
