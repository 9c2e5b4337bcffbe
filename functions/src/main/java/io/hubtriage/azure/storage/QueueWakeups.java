package io.hubtriage.azure.storage;

import com.azure.core.util.Context;
import com.azure.storage.queue.QueueClient;
import com.azure.storage.queue.QueueMessageEncoding;
import io.hubtriage.incident.IncidentsUnavailableException;
import io.hubtriage.incident.Wakeup;
import io.hubtriage.incident.Wakeups;
import io.hubtriage.model.Hub;
import java.time.Duration;

/** Wake-ups as messages of an Azure storage queue, which triggers a function. Safe to share. */
public final class QueueWakeups implements Wakeups {
  /** Else a message ends after 7 days, just when the longest delay does. */
  private static final Duration FOR_EVER = Duration.ofSeconds(-1);

  private final QueueClient queue;

  /**
   * Works on a queue that exists.
   *
   * @throws IllegalArgumentException if the client does not encode messages in Base64, as the
   *     functions host expects them (learn.microsoft.com/azure/azure-functions/functions-bindings-
   *     storage-queue, "host.json settings")
   */
  public QueueWakeups(QueueClient queue) {
    if (queue.getMessageEncoding() != QueueMessageEncoding.BASE64) {
      throw new IllegalArgumentException(
          "the client of queue %s must be built with QueueMessageEncoding.BASE64"
              .formatted(queue.getQueueName()));
    }
    this.queue = queue;
  }

  @Override
  public void wake(Hub hub, String noticeId, String channel, Duration delay) {
    Duration hidden = Wakeups.bounded(delay);
    String text = WakeupMessage.write(new Wakeup(hub, noticeId, channel));
    try {
      queue.sendMessageWithResponse(text, hidden, FOR_EVER, null, Context.NONE);
    } catch (RuntimeException e) {
      throw new IncidentsUnavailableException(
          "queueing notice %s for channel %s in %s: %s"
              .formatted(noticeId, channel, queue.getQueueName(), Reason.of(e)),
          e);
    }
  }
}
