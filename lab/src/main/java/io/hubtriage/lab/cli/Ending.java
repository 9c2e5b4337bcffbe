package io.hubtriage.lab.cli;

import java.util.concurrent.CountDownLatch;

/** The end of a command that goes on until somebody stops it. */
public final class Ending {
  private Ending() {}

  /** Returns when this thread is interrupted; Ctrl+C ends the process before that. */
  public static void await() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
