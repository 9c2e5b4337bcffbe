package io.hubtriage.lab.read;

import java.nio.file.Path;
import java.util.List;

/**
 * What came of reading.
 *
 * @param files how many files were read
 * @param rows records handed on
 * @param others sound records of another kind: other log categories, other event types
 * @param withoutDevice connection rows that name no device, and so tell of nobody
 * @param broken lines or records that could not be read
 * @param faults the first {@value #MOST_FAULTS} of the broken ones, in order of reading
 */
public record ReadReport(
    int files, long rows, long others, long withoutDevice, long broken, List<Fault> faults) {
  /** Further faults are only counted. */
  public static final int MOST_FAULTS = 20;

  /** Copies the list. */
  public ReadReport {
    faults = List.copyOf(faults);
  }

  /**
   * Something that could not be read.
   *
   * @param line from 1, where the broken line or record begins or was given up
   */
  public record Fault(Path file, long line, String what) {
    /** {@code file:line: what}, as editors know it. */
    @Override
    public String toString() {
      return file + ":" + line + ": " + what;
    }
  }
}
