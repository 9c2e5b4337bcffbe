package io.hubtriage.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.reliability.Tollgate.Point;
import io.hubtriage.reliability.Tollgate.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The app as a real process that gets SIGKILL at one of its effects, before it happens or before
 * its answer is seen; a second life goes on from what is stored. No notice is lost, none comes
 * twice but the one that was sent and not yet recorded, and what is remembered is as if nothing had
 * happened. {@code -Dsoak=true} kills at every effect, otherwise at one of each kind that matters
 * most.
 */
final class KillPointTest {
  private static final Path TABLE = Path.of("target", "kill-points.txt");
  private static final Set<String> SOME =
      Set.of("teams", "mail", "table POST $batch", "table POST item", "queue POST messages");

  @TempDir Path folder = Path.of("");

  private record Line(Point point, String kind, int minute, Ending ending) {}

  @Test
  void nothingIsLostWhereverTheProcessDies() throws IOException {
    Scene whole = new Scene(folder("whole"), new Tollgate(Point.NEVER));
    Ending steady = live(whole, 1);
    List<String> effects = whole.gate.passed();
    assertThat(steady.heard()).hasSizeGreaterThanOrEqualTo(8).doesNotHaveDuplicates();
    assertThat(steady.heard())
        .as("blind, and not any more")
        .filteredOn(KillPointTest::ofItself)
        .hasSize(4);
    assertThat(steady.unsent()).isEmpty();
    assertThat(effects).contains("teams", "mail", "table POST $batch", "queue POST messages");
    List<Line> lines = new ArrayList<>();
    for (Point point : points(effects)) {
      Scene scene = new Scene(folder(point.number() + "-" + point.side()), new Tollgate(point));
      int minute = scene.process();
      assertThat(scene.gate.passed()).as("effects until the kill").hasSize(point.number());
      Line line = new Line(point, effects.get(point.number() - 1), minute, live(scene, minute));
      lines.add(line);
      check(line, effects, steady);
      Files.write(TABLE, table(lines, effects.size()));
    }
  }

  private static Ending live(Scene scene, int minute) throws IOException {
    try (scene;
        Host host = scene.host()) {
      host.play(minute, begun -> {});
      return Ending.of(scene, host.wiring);
    }
  }

  private static void check(Line line, List<String> effects, Ending steady) {
    String where =
        "%s the effect %d, %s, in minute %d"
            .formatted(line.point().side(), line.point().number(), line.kind(), line.minute());
    Ending ending = line.ending();
    assertThat(ending.told()).as("told after a death " + where).isEqualTo(steady.told());
    assertThat(ending.repeats())
        .as("repeated after a death " + where)
        .hasSize(sentAndNotRecorded(line.point(), effects) ? 1 : 0);
    assertThat(ending.unsent()).as("unsent after a death " + where).isEmpty();
    assertThat(ending.memory()).as("remembered after a death " + where).isEqualTo(steady.memory());
    assertThat(ending.incidents())
        .as("incidents after a death " + where)
        .isEqualTo(steady.incidents());
  }

  private static boolean sentAndNotRecorded(Point point, List<String> effects) {
    int last = point.side() == Side.AFTER ? point.number() : point.number() - 1;
    return last > 0 && sends(effects.get(last - 1));
  }

  private static boolean ofItself(String notice) {
    return notice.contains(" blind-");
  }

  private static boolean sends(String kind) {
    return kind.equals("teams") || kind.equals("mail");
  }

  /**
   * After every effect, and before every send: killed before any other effect, the world is as it
   * was after the one before. In no order, so that a part of them says something about all.
   */
  private static List<Point> points(List<String> effects) {
    List<Point> points = new ArrayList<>();
    for (int number = 1; number <= effects.size(); number++) {
      points.add(new Point(number, Side.AFTER));
      if (sends(effects.get(number - 1))) {
        points.add(new Point(number, Side.BEFORE));
      }
    }
    Collections.shuffle(points, new Random(6));
    return Boolean.getBoolean("soak") ? points : some(points, effects);
  }

  /** A few: a send on either channel, and what comes first of the others. */
  private static List<Point> some(List<Point> points, List<String> effects) {
    Map<String, Point> some = new TreeMap<>();
    for (Point point : points) {
      if (point.side() == Side.AFTER) {
        some.putIfAbsent(effects.get(point.number() - 1), point);
      }
    }
    some.keySet().retainAll(SOME);
    return List.copyOf(some.values());
  }

  private static List<String> table(List<Line> lines, int effects) {
    Map<String, int[]> kinds = new TreeMap<>();
    for (Line line : lines) {
      int[] sums = kinds.computeIfAbsent(line.kind(), k -> new int[2]);
      sums[0]++;
      sums[1] += line.ending().repeats().size();
    }
    List<String> rows = new ArrayList<>();
    rows.add("%d effects in a run, killed at %d points".formatted(effects, lines.size()));
    rows.add("%-24s %6s %5s %8s".formatted("effect", "killed", "lost", "repeated"));
    kinds.forEach(
        (kind, sums) -> rows.add("%-24s %6d %5d %8d".formatted(kind, sums[0], 0, sums[1])));
    return rows;
  }

  private Path folder(String name) throws IOException {
    return Files.createDirectory(folder.resolve(name));
  }
}
