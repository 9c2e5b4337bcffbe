package io.hubtriage.azure.functions;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.QueueTrigger;
import io.hubtriage.azure.wiring.Ports;
import io.hubtriage.azure.wiring.Wiring;

/** Sends one notice to one channel and writes down what became of it. */
public final class DeliverNotice {
  private final Ports ports;

  /** As the worker makes it, one for every call. */
  public DeliverNotice() {
    this(Wiring.shared());
  }

  /** On other parts. */
  public DeliverNotice(Ports ports) {
    this.ports = ports;
  }

  /**
   * One wake-up.
   *
   * @param message which notice, for which channel
   * @throws io.hubtriage.incident.IncidentsUnavailableException if the store does not answer; the
   *     queue delivers again, and in the end to {@link DeliverPoison}
   */
  @FunctionName("DeliverNotice")
  public void run(
      @QueueTrigger(
              name = "message",
              queueName = Connections.NOTICES,
              connection = Connections.STORAGE)
          String message,
      ExecutionContext context) {
    new Courier(ports, context.getLogger()).deliver(message);
  }
}
