package io.hubtriage.settings;

import java.util.List;
import java.util.stream.Collectors;

/** The settings file cannot be used; it tells every fault, not only the first. */
public final class InvalidSettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Fault> faults;

  InvalidSettingsException(List<Fault> faults) {
    super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
    this.faults = List.copyOf(faults);
  }

  /** What is wrong, in the order it was read; never empty. */
  public List<Fault> faults() {
    return faults;
  }
}
