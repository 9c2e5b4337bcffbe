package io.hubtriage.lab.simulate;

import io.hubtriage.model.Client;
import io.hubtriage.model.Device;
import io.hubtriage.model.Hub;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/**
 * A device of a simulated fleet, and what is wrong with it.
 *
 * @param number its place in the fleet, from 0
 * @param hubNumber its hub's place in {@link World#hubs}
 * @param sdkVersion as connect rows show it; {@code ""} if the client does not say
 * @param protocol {@code Mqtt}, {@code MqttWs} or {@code Amqp}
 * @param life of its SAS tokens; means nothing for X.509
 * @param site where it stands, or -1 if it roams among carrier addresses
 * @param gateway the gateway whose token it uses, if it has none of its own
 * @param faults what is wrong with it alone
 */
public record SimulatedDevice(
    int number,
    int hubNumber,
    Hub hub,
    Device device,
    Sdk sdk,
    String sdkVersion,
    Auth auth,
    String protocol,
    Duration life,
    Duration keepAlive,
    int site,
    OptionalInt gateway,
    List<Fault> faults) {
  /** Takes a copy of the faults. */
  public SimulatedDevice {
    faults = List.copyOf(faults);
  }

  boolean amqp() {
    return protocol.startsWith("Amqp");
  }

  boolean roams() {
    return site < 0;
  }

  /** Whether the end of a token ends a connection: not so for X.509, nor over AMQP (CBS). */
  public boolean dropsAtRenewal() {
    return auth == Auth.SAS && !amqp();
  }

  /**
   * How long the hub waits for a silent client: 1.5 times the keep-alive, at most 29.45 min (the
   * load balancer's idle limit).
   */
  public Duration silenceLimit() {
    Duration limit = keepAlive.multipliedBy(3).dividedBy(2);
    Duration ceiling = Duration.ofSeconds(1767);
    return limit.compareTo(ceiling) < 0 ? limit : ceiling;
  }

  /** The client as a successful connect row shows it. */
  Client named() {
    return Client.of(sdkVersion, protocol, auth.type());
  }

  /** The client as any other row shows it: without {@code sdkVersion}. */
  Client unnamed() {
    return new Client("", "", protocol, auth.type());
  }

  SimulatedDevice with(List<Fault> more) {
    return new SimulatedDevice(
        number,
        hubNumber,
        hub,
        device,
        sdk,
        sdkVersion,
        auth,
        protocol,
        life,
        keepAlive,
        site,
        gateway,
        more);
  }
}
