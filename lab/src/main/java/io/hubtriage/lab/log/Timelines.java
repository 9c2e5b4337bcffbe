package io.hubtriage.lab.log;

import io.hubtriage.model.Device;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Timeline;
import io.hubtriage.sweep.ConnectionLog.TimelineAnswer;
import io.hubtriage.sweep.ConnectionLog.TimelineQuestion;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Question three. A watched device without a row in the look-back has no timeline. */
final class Timelines {
  private final ConnectionTable table;
  private final TimelineQuestion question;
  private final Judge judge;

  Timelines(ConnectionTable table, TimelineQuestion question) {
    this.table = table;
    this.question = question;
    this.judge = new Judge(table, question);
  }

  TimelineAnswer ask(DropIndex byIngestion) {
    BitSet unexplained = new BitSet();
    judge
        .rows(byIngestion)
        .filter(row -> !unexplained.get(table.seriesOf(row)) && !judge.explains(row))
        .forEach(row -> unexplained.set(table.seriesOf(row)));

    Map<Hub, List<Integer>> byHub =
        unexplained.stream().boxed().collect(Collectors.groupingBy(s -> table.series(s).hub()));
    BitSet told = watched();
    byHub.values().forEach(hub -> sample(hub).forEach(told::set));
    Map<Hub, Integer> counts = new HashMap<>();
    byHub.forEach((hub, series) -> counts.put(hub, series.size()));
    return new TimelineAnswer(
        told.stream().mapToObj(this::timeline).filter(line -> line.size() > 0).toList(), counts);
  }

  private BitSet watched() {
    BitSet found = new BitSet();
    question
        .watched()
        .forEach(
            (hub, devices) ->
                devices.stream()
                    .mapToInt(device -> table.find(new Series(hub, device)))
                    .filter(series -> series >= 0)
                    .forEach(found::set));
    return found;
  }

  private List<Integer> sample(List<Integer> ofHub) {
    if (ofHub.size() <= question.limit()) {
      return ofHub;
    }
    Comparator<Device> byHash = Comparator.comparingLong(Timelines::hash);
    return ofHub.stream()
        .sorted(
            Comparator.comparing(
                (Integer series) -> table.series(series).device(),
                byHash.thenComparing(Comparator.naturalOrder())))
        .limit(question.sample())
        .toList();
  }

  /** MurmurHash3's finaliser over the id's hash, so that ids in a row do not stay in a row. */
  private static long hash(Device device) {
    long h = 31L * device.deviceId().hashCode() + device.moduleId().hashCode();
    h = (h ^ (h >>> 33)) * 0xff51afd7ed558ccdL;
    h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return h ^ (h >>> 33);
  }

  private Timeline timeline(int series) {
    int[] rows = judge.lookBack(series);
    int[] networks = Arrays.stream(rows).map(table::network).sorted().distinct().toArray();
    long[] packed = Arrays.stream(rows).mapToLong(row -> pack(row, networks)).toArray();
    Series whose = table.series(series);
    return new Timeline(
        whose.hub(),
        whose.device(),
        judge.client(series),
        Arrays.stream(networks).limit(Timeline.MAX_NETWORKS).mapToObj(table::networkName).toList(),
        packed);
  }

  private long pack(int row, int[] networks) {
    int network = Arrays.binarySearch(networks, table.network(row));
    return Timeline.pack(
        table.millis(row),
        Math.min(network, Timeline.MAX_NETWORKS - 1),
        table.operation(row),
        table.signal(row));
  }
}
