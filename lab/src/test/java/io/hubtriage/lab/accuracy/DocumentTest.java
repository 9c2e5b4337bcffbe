package io.hubtriage.lab.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hubtriage.lab.accuracy.LineChart.Axis;
import io.hubtriage.lab.accuracy.LineChart.Line;
import io.hubtriage.lab.accuracy.LineChart.Point;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DocumentTest {
  @Test
  void everyPlaceHasAValueAndEveryValueAPlace() {
    assertThat(Document.filled("a {{b}} {{c-d}}", Map.of("b", "$1", "c-d", "\\")))
        .isEqualTo("a $1 \\");
    assertThatThrownBy(() -> Document.filled("{{b}}", Map.of())).hasMessageContaining("{{b}}");
    assertThatThrownBy(() -> Document.filled("a", Map.of("b", "1"))).hasMessageContaining("[b]");
  }

  /** The whole way on fleets of a handful of devices: what is written is whole, and the same. */
  @Test
  void writesTheDocumentAndItsPictures(@TempDir Path directory) {
    Study study = small();
    new Document(study).write(directory.resolve("one"));
    new Document(study).write(directory.resolve("two"));
    Map<String, String> files = files(directory.resolve("one"));
    assertThat(files).isEqualTo(files(directory.resolve("two")));
    assertThat(files)
        .containsOnlyKeys(
            "accuracy.md",
            "pictures/accuracy-delay.svg",
            "pictures/accuracy-loss.svg",
            "pictures/accuracy-time.svg");
    assertThat(files.get("accuracy.md"))
        .contains("`sas-token-renewal`", "beacon score + z-score", "| 20 % |", "pictures/accuracy")
        .doesNotContain("{{", "NaN", "Infinity");
    assertThat(files.get("pictures/accuracy-loss.svg")).startsWith("<svg ").endsWith("</svg>\n");
  }

  @Test
  void linesStayInsideTheAxes() {
    String svg =
        new LineChart(
                "a < b & c",
                new Axis("x", 0, 10, 2, 1),
                new Axis("y", 0, 1, 2, 100),
                List.of(new Line("one", List.of(new Point(-5, 0.5), new Point(20, 3)))))
            .svg();
    assertThat(svg)
        .contains(
            "a &lt; b &amp; c", "points=\"64.0,194.0 570.0,48.0\"", ">50</text>", ">5</text>");
  }

  /** One fleet stands for every condition: what is tested is the document. */
  private static Study small() {
    Specimen specimen = Specimen.of(io.hubtriage.lab.simulate.Scenario.mixed(30, 8, 77));
    Map<Method, Pool> pools = new EnumMap<>(Method.class);
    for (Method method : Method.values()) {
      Measure measure = Measure.of(specimen, method.judge(specimen));
      pools.put(method, Pool.of(List.of(measure, measure)));
    }
    Map<Condition, Map<Method, Pool>> all = new LinkedHashMap<>();
    Condition.all(Extent.QUICK).forEach(condition -> all.put(condition, pools));
    return new Study(Extent.QUICK, all, new TreeMap<>(Map.of(0.2, new Flips(100, 3, 1))));
  }

  private static Map<String, String> files(Path directory) {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path file : new ArrayList<>(all.filter(Files::isRegularFile).toList())) {
        files.put(directory.relativize(file).toString(), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }
}
