package io.hubtriage.lab.read;

import io.hubtriage.lab.read.ReadReport.Fault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A {@link ReadReport} in the making. */
final class Tally {
  private static final int LONGEST = 300;

  private final List<Fault> faults = new ArrayList<>();
  private int files;
  private long rows;
  private long others;
  private long withoutDevice;
  private long broken;

  void file() {
    files++;
  }

  void row() {
    rows++;
  }

  void other() {
    others++;
  }

  void withoutDevice() {
    withoutDevice++;
  }

  void fault(Path file, long line, String what) {
    broken++;
    if (faults.size() < ReadReport.MOST_FAULTS) {
      faults.add(new Fault(file, line, brief(what)));
    }
  }

  /** A fault may quote what it found, which is of any length. */
  private static String brief(String what) {
    return what.length() <= LONGEST ? what : what.substring(0, LONGEST) + "...";
  }

  long rows() {
    return rows;
  }

  ReadReport report() {
    return new ReadReport(files, rows, others, withoutDevice, broken, faults);
  }
}
