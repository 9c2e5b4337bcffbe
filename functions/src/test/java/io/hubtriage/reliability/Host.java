package io.hubtriage.reliability;

import com.azure.core.util.Context;
import com.azure.storage.queue.QueueClient;
import com.azure.storage.queue.QueueClientBuilder;
import com.azure.storage.queue.QueueMessageEncoding;
import com.azure.storage.queue.models.QueueMessageItem;
import com.microsoft.azure.functions.ExecutionContext;
import io.hubtriage.azure.functions.DeliverNotice;
import io.hubtriage.azure.functions.MovableClock;
import io.hubtriage.azure.functions.ReceiveConnectionEvents;
import io.hubtriage.azure.functions.SweepEvents;
import io.hubtriage.azure.functions.SweepLogs;
import io.hubtriage.azure.wiring.Names;
import io.hubtriage.azure.wiring.Wiring;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.logging.Logger;

/** Plays the Functions host for one instance of the app, in virtual time, a minute at a step. */
final class Host implements AutoCloseable {
  private static final String TIMER = "{\"Schedule\":{},\"IsPastDue\":false}";
  private static final int SWEEP_LOGS_EVERY = 5;

  /** Longer than any run: a message whose reader dies is not seen again. */
  private static final Duration HIDDEN = Duration.ofHours(1);

  private final MovableClock clock = new MovableClock(Plot.START);
  private final ExecutionContext context = new PlainContext();
  private final QueueClient queue;
  final Wiring wiring;

  Host(Map<String, String> environment, Path folder, Names names) {
    wiring = new Wiring(environment::get, clock, folder, names);
    queue =
        new QueueClientBuilder()
            .connectionString(Objects.requireNonNull(environment.get("HubTriageStorage")))
            .queueName(Objects.requireNonNull(environment.get("NOTICES_QUEUE")))
            .messageEncoding(QueueMessageEncoding.BASE64)
            .buildClient();
  }

  /**
   * From a minute to the end. A run that was cut short is repeated, as the host repeats a timer run
   * that is past due and Event Grid what nobody acknowledged.
   *
   * @param begun hears the number of every minute before it begins
   */
  void play(int from, IntConsumer begun) {
    for (int minute = from; minute <= Plot.MINUTES; minute++) {
      begun.accept(minute);
      receive(minute);
      sweep(minute);
      deliver();
    }
  }

  /** The events of the minute that ends with this number. */
  void receive(int minute) {
    Instant now = at(minute);
    for (Plot.Delivery delivery : Plot.deliveries()) {
      if (delivery.at().isBefore(now) && !delivery.at().isBefore(now.minusSeconds(60))) {
        receive(delivery);
      }
    }
  }

  void receive(Plot.Delivery delivery) {
    clock.set(delivery.at());
    new ReceiveConnectionEvents(wiring).run(delivery.json(), context);
  }

  void sweep(int minute) {
    clock.set(at(minute));
    if (Plot.looksAtEvents(minute)) {
      new SweepEvents(wiring).run(TIMER, context);
    }
    if (minute % SWEEP_LOGS_EVERY == 0) {
      new SweepLogs(wiring).run(TIMER, context);
    }
  }

  /** Hands over every message that is visible. */
  void deliver() {
    queue.createIfNotExists();
    for (List<QueueMessageItem> some = messages(); !some.isEmpty(); some = messages()) {
      for (QueueMessageItem message : some) {
        deliver(message.getBody().toString());
        queue.deleteMessage(message.getMessageId(), message.getPopReceipt());
      }
    }
  }

  void deliver(String message) {
    new DeliverNotice(wiring).run(message, context);
  }

  /** The visible messages, which nobody gets any more. */
  List<String> taken() {
    queue.createIfNotExists();
    return messages().stream().map(message -> message.getBody().toString()).toList();
  }

  private List<QueueMessageItem> messages() {
    return queue.receiveMessages(32, HIDDEN, null, Context.NONE).stream().toList();
  }

  static Instant at(int minute) {
    return Plot.START.plusSeconds(60L * minute);
  }

  @Override
  public void close() {
    wiring.close();
  }

  private static final class PlainContext implements ExecutionContext {
    private final Logger logger = Logger.getLogger("io.hubtriage.app");

    @Override
    public Logger getLogger() {
      return logger;
    }

    @Override
    public String getInvocationId() {
      return "1";
    }

    @Override
    public String getFunctionName() {
      return "any";
    }
  }
}
