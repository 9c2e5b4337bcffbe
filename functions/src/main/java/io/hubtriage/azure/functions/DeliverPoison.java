package io.hubtriage.azure.functions;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.QueueTrigger;
import io.hubtriage.azure.wiring.Ports;
import io.hubtriage.azure.wiring.Wiring;

/** Hands a notice whose delivery failed five times to the fallback channel, and says so. */
public final class DeliverPoison {
  private final Ports ports;

  /** As the worker makes it, one for every call. */
  public DeliverPoison() {
    this(Wiring.shared());
  }

  /** On other parts. */
  public DeliverPoison(Ports ports) {
    this.ports = ports;
  }

  /**
   * One message that nobody could work off.
   *
   * @param message as {@link DeliverNotice} got it
   * @throws io.hubtriage.incident.IncidentsUnavailableException if the store does not answer; the
   *     queue delivers again
   */
  @FunctionName("DeliverPoison")
  public void run(
      @QueueTrigger(
              name = "message",
              queueName = Connections.POISON,
              connection = Connections.STORAGE)
          String message,
      ExecutionContext context) {
    new Courier(ports, context.getLogger()).giveUp(message);
  }
}
