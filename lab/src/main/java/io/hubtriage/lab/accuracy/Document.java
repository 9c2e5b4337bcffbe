package io.hubtriage.lab.accuracy;

import io.hubtriage.lab.accuracy.Condition.Axis;
import io.hubtriage.lab.accuracy.LineChart.Line;
import io.hubtriage.lab.score.Accuracy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The document and its pictures: a template whose every figure comes from a {@link Study}. */
final class Document {
  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z-]+)}}");
  private static final int MINUTES_SHOWN = 90;

  private final Study study;

  Document(Study study) {
    this.study = study;
  }

  /**
   * Writes {@code accuracy.md} and {@code pictures/accuracy-*.svg} over older ones.
   *
   * @throws UncheckedIOException if a file cannot be written
   */
  void write(Path directory) {
    Map<String, String> files = new TreeMap<>();
    files.put("accuracy.md", filled(template(), values()));
    pictures().forEach((name, chart) -> files.put("pictures/" + name, chart.svg()));
    files.forEach(
        (name, text) -> {
          Path file = directory.resolve(name);
          try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, text);
          } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
          }
        });
  }

  /**
   * Puts values into their places.
   *
   * @throws IllegalArgumentException if a place has no value, or a value no place
   */
  static String filled(String template, Map<String, String> values) {
    Map<String, String> unused = new TreeMap<>(values);
    Matcher place = PLACE.matcher(template);
    StringBuilder text = new StringBuilder();
    while (place.find()) {
      String value = values.get(place.group(1));
      if (value == null) {
        throw new IllegalArgumentException("the template's " + place.group() + " has no value");
      }
      unused.remove(place.group(1));
      place.appendReplacement(text, Matcher.quoteReplacement(value));
    }
    if (!unused.isEmpty()) {
      throw new IllegalArgumentException("the template has no place for " + unused.keySet());
    }
    return place.appendTail(text).toString();
  }

  private Map<String, String> values() {
    Tables tables = new Tables(study);
    Extent extent = study.extent();
    Map<String, String> values = new LinkedHashMap<>();
    values.put("seeds", Table.count(extent.seeds().size()));
    values.put("devices", Table.count(extent.devices()));
    values.put("hours", Table.count(extent.hours()));
    values.put("rows", Table.count(reference().whole().accuracy().rows()));
    values.put("device-days", Table.rate(reference().whole().deviceDays()));
    values.put("side-by-side", tables.sideBySide());
    values.put("causes", tables.causes());
    values.put("confusion", tables.confusion(Accuracy::cause));
    values.put("confusion-first", tables.confusion(Accuracy::firstCause));
    values.put("loss", tables.along(Axis.LOSS, "rows lost", Document::percent));
    values.put("delay", tables.along(Axis.DELAY, "median delay", m -> whole(m) + " min"));
    values.put("jitter", tables.along(Axis.JITTER, "late by up to", s -> whole(s) + " s"));
    values.put("fleet", tables.along(Axis.FLEET, "devices", Document::whole));
    values.put("delays", tables.delays());
    values.put("flips", tables.flips());
    values.put("wide", tables.wide(Condition.REFERENCE));
    values.put("echoes", tables.wide(Condition.ECHOES));
    return values;
  }

  private Map<String, LineChart> pictures() {
    LineChart.Axis f1 = new LineChart.Axis("macro F1, last verdict", 0, 1, 5, 1);
    Map<String, LineChart> pictures = new TreeMap<>();
    pictures.put(
        "accuracy-loss.svg",
        new LineChart(
            "Macro F1 when rows get lost",
            new LineChart.Axis("rows lost, %", 0, 0.3, 6, 100),
            f1,
            Series.macroF1(Axis.LOSS, study)));
    pictures.put(
        "accuracy-delay.svg",
        new LineChart(
            "Macro F1 when rows come late",
            new LineChart.Axis("median delay, min", 0, 15, 5, 1),
            f1,
            Series.macroF1(Axis.DELAY, study)));
    pictures.put(
        "accuracy-time.svg",
        new LineChart(
            "Troubles whose cause is known, by time since their first row",
            new LineChart.Axis("minutes", 0, MINUTES_SHOWN, 6, 1),
            new LineChart.Axis("troubles, %", 0, 1, 5, 100),
            curves()));
    return pictures;
  }

  private List<Line> curves() {
    List<Line> lines = new ArrayList<>();
    for (Method method : Method.values()) {
      Measure whole = study.pool(Condition.REFERENCE, method).whole();
      lines.add(new Line(method.label(), Delays.of(whole.troubles()).curve(MINUTES_SHOWN)));
    }
    return lines;
  }

  private Pool reference() {
    return study.pool(Condition.REFERENCE, Method.HUBTRIAGE);
  }

  private static String percent(double share) {
    return Math.round(share * 100) + " %";
  }

  private static String whole(double value) {
    return Table.count(Math.round(value));
  }

  static String template() {
    try (InputStream in = Document.class.getResourceAsStream("accuracy.md")) {
      return new String(
          Objects.requireNonNull(in, "the template accuracy.md is missing").readAllBytes(),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the template", e);
    }
  }
}
