package io.hubtriage.lab.log;

import java.util.Arrays;

/** The columns of all rows, in step: 32 bytes a row. */
final class Columns {
  final int[] series;
  final long[] key;
  final long[] ingested;
  final int[] client;
  final int[] network;
  final int[] code;

  /** Columns of zeroes. */
  Columns(int size) {
    series = new int[size];
    key = new long[size];
    ingested = new long[size];
    client = new int[size];
    network = new int[size];
    code = new int[size];
  }

  private Columns(Columns old, int size) {
    series = Arrays.copyOf(old.series, size);
    key = Arrays.copyOf(old.key, size);
    ingested = Arrays.copyOf(old.ingested, size);
    client = Arrays.copyOf(old.client, size);
    network = Arrays.copyOf(old.network, size);
    code = Arrays.copyOf(old.code, size);
  }

  /** These rows, cut off or with zeroes behind them; this very object if the size is right. */
  Columns resized(int size) {
    return size == size() ? this : new Columns(this, size);
  }

  void copyRow(int from, Columns target, int to) {
    target.series[to] = series[from];
    target.key[to] = key[from];
    target.ingested[to] = ingested[from];
    target.client[to] = client[from];
    target.network[to] = network[from];
    target.code[to] = code[from];
  }

  int size() {
    return key.length;
  }
}
