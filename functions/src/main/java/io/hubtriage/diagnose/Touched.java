package io.hubtriage.diagnose;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * The devices that outages may have touched, by time: those with a drop that is put down to one, or
 * that the hub itself reported. Looked through once, so that the work does not grow with bursts
 * times devices.
 */
final class Touched {
  private final List<DeviceDiagnosis> devices;
  private final List<Mark> marks;

  /** A drop's time, in milliseconds since the epoch, and its device's place. */
  private record Mark(long at, int device) {}

  private Touched(List<DeviceDiagnosis> devices, List<Mark> marks) {
    this.devices = devices;
    this.marks = marks;
  }

  static Touched of(List<DeviceDiagnosis> devices) {
    List<Mark> marks = new ArrayList<>();
    for (int place = 0; place < devices.size(); place++) {
      DeviceDiagnosis device = devices.get(place);
      for (int i = 0; i < device.drops().size(); i++) {
        Drop drop = device.drops().get(i);
        if (device.cause(i).wide() || drop.signal().isServerError()) {
          marks.add(new Mark(drop.at(), place));
        }
      }
    }
    marks.sort(Comparator.comparingLong(Mark::at));
    return new Touched(devices, marks);
  }

  /**
   * The devices with such a drop between two times in milliseconds since the epoch, each once, in
   * the order they came in.
   *
   * @param to exclusive
   */
  List<DeviceDiagnosis> between(long from, long to) {
    BitSet places = new BitSet();
    for (int i = firstAt(from); i < marks.size() && marks.get(i).at() < to; i++) {
      places.set(marks.get(i).device());
    }
    return places.stream().mapToObj(devices::get).toList();
  }

  private int firstAt(long time) {
    return Sorted.firstAt(marks.size(), i -> marks.get(i).at(), time);
  }
}
