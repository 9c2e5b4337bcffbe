package io.hubtriage.lab.simulate;

import java.util.Arrays;

/** When one device was connected and when not, oldest first. Starts disconnected. */
final class StateChanges {
  private long[] packed = new long[64]; // tick * 2 + state
  private int size;

  void connected(long at) {
    add(at, 1);
  }

  void disconnected(long at) {
    add(at, 0);
  }

  int size() {
    return size;
  }

  long at(int index) {
    return packed[index] >> 1;
  }

  boolean connectedAfter(int index) {
    return (packed[index] & 1) == 1;
  }

  private void add(long at, int state) {
    int before = size == 0 ? 0 : (int) (packed[size - 1] & 1);
    if (state == before) {
      return;
    }
    if (size == packed.length) {
      packed = Arrays.copyOf(packed, size * 2);
    }
    packed[size++] = at * 2 + state;
  }
}
