package io.hubtriage.lab.log;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers for values that come again and again, in order of first appearance from 0. */
final class Dictionary<T> {
  private final Map<T, Integer> numbers = new HashMap<>();
  private final List<T> values = new ArrayList<>();

  /** The value's number, a new one if it was not seen before. */
  int number(T value) {
    Integer known = numbers.putIfAbsent(value, values.size());
    if (known != null) {
      return known;
    }
    values.add(value);
    return values.size() - 1;
  }

  /** The value's number, or -1 if it was never seen. */
  int find(T value) {
    return numbers.getOrDefault(value, -1);
  }

  T value(int number) {
    return values.get(number);
  }

  int size() {
    return values.size();
  }

  /** The same values, numbered in their order. */
  Dictionary<T> sorted(Comparator<? super T> order) {
    Dictionary<T> sorted = new Dictionary<>();
    values.stream().sorted(order).forEach(sorted::number);
    return sorted;
  }
}
