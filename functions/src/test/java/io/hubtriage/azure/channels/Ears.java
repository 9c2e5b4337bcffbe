package io.hubtriage.azure.channels;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/** Hears everything that is logged, by whomever, exceptions included. */
final class Ears extends Handler {
  private static final Logger ROOT = Logger.getLogger("");

  private final List<String> lines = new CopyOnWriteArrayList<>();

  Ears() {
    ROOT.addHandler(this);
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  /** The lines of our own channels. */
  List<String> attempts() {
    return lines.stream().filter(line -> line.contains("channel=")).toList();
  }

  @Override
  public void publish(@Nullable LogRecord logged) {
    if (logged != null) {
      lines.add(new SimpleFormatter().format(logged));
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    ROOT.removeHandler(this);
  }
}
