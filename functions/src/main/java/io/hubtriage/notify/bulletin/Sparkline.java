package io.hubtriage.notify.bulletin;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A row of block characters: the only chart that every Teams client and mail program shows. */
final class Sparkline {
  private static final String BLOCKS = "▁▂▃▄▅▆▇█";
  private static final int WIDEST = 48;

  private Sparkline() {}

  /**
   * Draws values from zero up; any value above zero is higher than zero. More than {@value WIDEST}
   * values are drawn in groups by their largest.
   *
   * @param values not negative
   */
  static String of(List<Integer> values) {
    List<Integer> bars = values.size() <= WIDEST ? values : grouped(values);
    int peak = bars.stream().mapToInt(Integer::intValue).max().orElse(0);
    return bars.stream()
        .map(value -> String.valueOf(BLOCKS.charAt(height(value, peak))))
        .collect(Collectors.joining());
  }

  private static int height(int value, int peak) {
    int top = BLOCKS.length() - 1;
    return value <= 0 ? 0 : Math.max(1, (int) Math.round((double) value * top / peak));
  }

  private static List<Integer> grouped(List<Integer> values) {
    return IntStream.range(0, WIDEST)
        .map(i -> largest(values.subList(edge(i, values.size()), edge(i + 1, values.size()))))
        .boxed()
        .toList();
  }

  private static int edge(int group, int size) {
    return (int) ((long) group * size / WIDEST);
  }

  private static int largest(List<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).max().orElse(0);
  }
}
