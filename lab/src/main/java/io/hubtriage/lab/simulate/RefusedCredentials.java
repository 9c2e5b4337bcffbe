package io.hubtriage.lab.simulate;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Signal;
import java.util.List;

/**
 * The hub refuses the device's key, certificate or clock from some moment on. The device goes on
 * trying, up to every few minutes, until somebody repairs it, or for ever.
 *
 * @param repairedAt in ticks, {@link Ticks#NEVER} if never
 * @param message what the rows say instead of the error's name; {@code ""} for the name
 */
record RefusedCredentials(long refusedFrom, long repairedAt, double patience, String message)
    implements Behaviour {
  /**
   * Texts of learn.microsoft.com/azure/iot-hub/troubleshoot-error-codes (401003), instead of its
   * name.
   */
  static final List<String> SAS_MESSAGES =
      List.of(
          "Authentication failed for this device, renew token or certificate and reconnect",
          "Authorization header missing");

  static final String X509_MESSAGE =
      "Thumbprint does not match configuration: 9F1C6B7E0D2A4C58B3E1F60A7D94C2E853B1A09D";

  static RefusedCredentials of(SimulatedDevice device, World world, Draws draws) {
    long from = (long) (world.horizon() * draws.uniform(0.1, 0.7));
    long repaired =
        draws.chance(0.5) ? Ticks.NEVER : from + Ticks.ofSeconds(3600 * draws.uniform(1, 8));
    String message =
        draws.chance(0.85)
            ? ""
            : device.auth() == Auth.X509 ? X509_MESSAGE : draws.pick(SAS_MESSAGES);
    return new RefusedCredentials(from, repaired, draws.uniform(60, 300), message);
  }

  @Override
  public long endOf(Session session, Draws draws) {
    return session.connectedAt() >= repairedAt
        ? Ticks.NEVER
        : Math.max(refusedFrom, session.connectedAt());
  }

  @Override
  public long end(Session session, long at, Journal journal) {
    Draws draws = journal.draws();
    journal.disconnect(at, Signal.UNAUTHORIZED, message, Cause.AUTHENTICATION_FAILURE);
    long next = at;
    double wait = 4;
    while (next < journal.horizon()) {
      next += draws.seconds(wait * 0.7, wait * 1.3);
      if (next >= repairedAt) {
        return next;
      }
      journal.refuse(next, Signal.UNAUTHORIZED, message, Cause.AUTHENTICATION_FAILURE);
      wait = Math.min(patience, wait * 2);
    }
    return Ticks.NEVER;
  }
}
