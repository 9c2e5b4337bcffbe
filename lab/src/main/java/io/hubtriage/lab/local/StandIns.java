package io.hubtriage.lab.local;

import io.hubtriage.lab.cli.InputException;
import io.hubtriage.lab.cloud.LocalMonitor;
import io.hubtriage.lab.show.CardPage;
import io.hubtriage.lab.show.Serving;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/** All stand-ins of one machine, open. */
final class StandIns implements AutoCloseable {
  private final LocalFleet fleet;
  private final LocalMonitor monitor;
  private final MailSink mail;
  private final Serving page;

  /**
   * Where they listen on loopback; 0 takes a port that is free.
   *
   * @param cloud Log Analytics, metrics, {@code /teams} and {@code /webhook}
   * @param mail SMTP
   * @param page the page with what arrived
   */
  record Ports(int cloud, int mail, int page) {}

  private StandIns(LocalFleet fleet, LocalMonitor monitor, MailSink mail, Serving page) {
    this.fleet = fleet;
    this.monitor = monitor;
    this.mail = mail;
    this.page = page;
  }

  /**
   * Opens them all, or none.
   *
   * @param folder where messages and the app's two files are kept; made if it does not exist
   * @param clock the fleet's time
   * @throws InputException if a port or the folder cannot be used
   */
  static StandIns open(LocalFleet fleet, Path folder, Ports ports, InstantSource clock) {
    Arrivals arrivals = arrivals(folder, clock);
    LocalMonitor monitor = fleet.loader().open(ports.cloud());
    monitor.follow(clock);
    monitor.also("/teams", new Receiver("teams", arrivals));
    monitor.also("/webhook", new Receiver("webhook", arrivals));
    try {
      MailSink mail = MailSink.open(ports.mail(), arrivals);
      try {
        StandIns all = new StandIns(fleet, monitor, mail, new CardPage(folder).serve(ports.page()));
        all.writeFiles(folder);
        return all;
      } catch (RuntimeException e) {
        mail.close();
        throw e;
      }
    } catch (RuntimeException e) {
      monitor.close();
      throw e;
    }
  }

  private static Arrivals arrivals(Path folder, InstantSource clock) {
    try {
      return new Arrivals(folder, clock);
    } catch (UncheckedIOException e) {
      throw new InputException(
          folder + ": cannot be written to; name another folder with --out", e);
    }
  }

  private void writeFiles(Path folder) {
    try {
      Files.writeString(folder.resolve("hubtriage.json"), AppFiles.hubtriage(fleet.hubs(), mail()));
      Files.writeString(folder.resolve("local.settings.json"), appSettings());
    } catch (IOException e) {
      throw new InputException(
          folder + ": cannot be written to; name another folder with --out", e);
    }
  }

  /** {@code local.settings.json}. */
  String appSettings() {
    return AppFiles.appSettings(cloud());
  }

  /** Log Analytics, the metrics and the webhooks. */
  URI cloud() {
    return monitor.endpoint();
  }

  /** The port for mails. */
  int mail() {
    return mail.port();
  }

  /** The page with what arrived. */
  URI page() {
    return page.uri();
  }

  /** Closes all ports. What arrived stays in the folder. */
  @Override
  public void close() {
    page.close();
    mail.close();
    monitor.close();
  }
}
