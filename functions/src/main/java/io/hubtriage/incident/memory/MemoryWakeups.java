package io.hubtriage.incident.memory;

import io.hubtriage.incident.Wakeup;
import io.hubtriage.incident.Wakeups;
import io.hubtriage.model.Hub;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Wake-ups in memory, kept until they are asked for. Safe to share. */
public final class MemoryWakeups implements Wakeups {
  private record Left(Wakeup wakeup, Duration delay) {}

  private final List<Left> left = new ArrayList<>();

  @Override
  public synchronized void wake(Hub hub, String noticeId, String channel, Duration delay) {
    left.add(new Left(new Wakeup(hub, noticeId, channel), Wakeups.bounded(delay)));
  }

  /** Every wake-up whose delay was not longer than this, in the order they were left. */
  public synchronized List<Wakeup> within(Duration delay) {
    return left.stream().filter(l -> l.delay().compareTo(delay) <= 0).map(Left::wakeup).toList();
  }
}
