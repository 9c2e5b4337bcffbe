package io.hubtriage.incident;

import io.hubtriage.model.Condition;
import io.hubtriage.model.Device;
import io.hubtriage.model.Outage;
import io.hubtriage.model.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** When two reports of a wide fault are one. */
final class Outages {
  private Outages() {}

  /** Whether two spans overlap or less than {@code gap} lies between them. */
  static boolean near(Window a, Window b, Duration gap) {
    return a.start().isBefore(b.end().plus(gap)) && b.start().isBefore(a.end().plus(gap));
  }

  /** Whether faults of two networks can be one: {@code ""} stands for any. */
  static boolean mayShare(String a, String b) {
    return a.isEmpty() || b.isEmpty() || a.equals(b);
  }

  /** Joins reports of one cause and network that are near each other; oldest first. */
  static List<Outage> joined(List<Outage> outages, Duration gap) {
    List<Outage> sorted = new ArrayList<>(outages);
    sorted.sort(
        Comparator.comparing((Outage o) -> o.span().start())
            .thenComparing(o -> o.span().end())
            .thenComparing(Outage::cause)
            .thenComparing(Outage::network)
            .thenComparing(Outage::toString));
    List<Outage> joined = new ArrayList<>();
    for (Outage outage : sorted) {
      int home = home(joined, outage, gap);
      if (home < 0) {
        joined.add(outage);
      } else {
        joined.set(home, join(joined.get(home), outage));
      }
    }
    return List.copyOf(joined);
  }

  private static int home(List<Outage> joined, Outage outage, Duration gap) {
    for (int i = 0; i < joined.size(); i++) {
      Outage o = joined.get(i);
      if (o.cause() == outage.cause()
          && o.network().equals(outage.network())
          && near(o.span(), outage.span(), gap)) {
        return i;
      }
    }
    return -1;
  }

  /** Both in one. Devices may be in both, so the numbers are a lower bound. */
  private static Outage join(Outage a, Outage b) {
    SortedMap<Device, Condition> devices = new TreeMap<>();
    a.devices().forEach(c -> devices.put(c.device(), c));
    b.devices().forEach(c -> devices.merge(c.device(), c, Outages::newer));
    boolean firstSurer = a.confidence() >= b.confidence();
    return new Outage(
        a.hub(),
        a.cause(),
        a.network(),
        new Window(
            a.span().start(),
            a.span().end().isAfter(b.span().end()) ? a.span().end() : b.span().end()),
        a.over() && b.over(),
        Math.max(devices.size(), Math.max(a.deviceCount(), b.deviceCount())),
        Math.max(a.offline(), b.offline()),
        List.copyOf(devices.values()),
        Math.max(a.confidence(), b.confidence()),
        firstSurer ? a.evidence() : b.evidence());
  }

  private static Condition newer(Condition a, Condition b) {
    return b.lastRow().isAfter(a.lastRow()) ? b : a;
  }
}
