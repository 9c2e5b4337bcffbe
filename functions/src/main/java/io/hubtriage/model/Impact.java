package io.hubtriage.model;

import java.util.Locale;

/** What a fault means for the device now, apart from why it happened; least first. */
public enum Impact {
  /** Connected again, and staying so. */
  RECOVERED,
  /** Connected at times: it keeps coming and going. */
  FLAPPING,
  /** No successful connect since. */
  OFFLINE;

  /** The code in files and cards: {@code recovered}, {@code flapping}, {@code offline}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
