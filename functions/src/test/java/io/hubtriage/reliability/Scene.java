package io.hubtriage.reliability;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.hubtriage.azure.functions.LogStandIn;
import io.hubtriage.azure.storage.Azurite;
import io.hubtriage.azure.wiring.Names;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The world around the app, with a toll on the way to each part of it that can be changed. */
final class Scene implements AutoCloseable {
  private static final Pattern ENDPOINT = Pattern.compile("(Blob|Queue|Table)Endpoint=([^;]+);");

  /** Little heap and the quick compiler: a process lives for seconds. */
  private static final List<String> JVM =
      List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

  final Tollgate gate;
  final TeamsSink teams;
  final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  final LogStandIn log;
  private final MailRelay mailRelay;
  private final List<StorageRelay> relays = new ArrayList<>();
  private final Path folder;
  private final String unique = UUID.randomUUID().toString().replace("-", "").substring(0, 12);
  private final Map<String, String> environment = new HashMap<>();

  Scene(Path folder, Tollgate gate) throws IOException {
    this.folder = folder;
    this.gate = gate;
    log = LogStandIn.of(Plot.HUB);
    Plot.tell(log);
    teams = new TeamsSink(gate);
    mail.start();
    mailRelay = new MailRelay(mail.getSmtp().getPort(), gate);
    Files.writeString(folder.resolve("hubtriage.json"), settings());
    environment.put("HubTriageStorage", storage());
    environment.put("HUBTRIAGE_LOCAL_ENDPOINT", log.origin());
    environment.put("NOTICES_QUEUE", "n" + unique);
    environment.put("TEAMS_OPS_URL", teams.url());
  }

  static Names names(String unique) {
    return new Names("t" + unique, "j" + unique, "p" + unique, "s" + unique);
  }

  /** One more instance of the app, in this process. */
  Host host() {
    return new Host(environment, folder, names(unique));
  }

  /**
   * An instance of the app as a process, until it ends or is killed.
   *
   * @return the minute it was in
   */
  int process() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JVM);
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            AppProcess.class.getName(),
            folder.toString(),
            unique));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.redirectError(folder.resolve("app.log").toFile());
    Process process = builder.start();
    gate.watch(process);
    int minute = 1;
    try (BufferedReader said = process.inputReader()) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        minute = Integer.parseInt(line);
      }
    } finally {
      process.destroyForcibly();
    }
    return minute;
  }

  private String storage() throws IOException {
    Matcher endpoint = ENDPOINT.matcher(Azurite.connection());
    StringBuilder connection = new StringBuilder();
    while (endpoint.find()) {
      String service = endpoint.group(1);
      StorageRelay relay =
          new StorageRelay(
              service.toLowerCase(java.util.Locale.ROOT), URI.create(endpoint.group(2)), gate);
      relays.add(relay);
      endpoint.appendReplacement(connection, service + "Endpoint=" + relay.address() + ";");
    }
    return endpoint.appendTail(connection).toString();
  }

  private String settings() {
    return """
    {
      "hubs": [{"resourceId": "%s", "workspaceId": "0f8fad5b-d9cb-469f-a165-70867728950e"}],
      "channels": {
        "ops": {"kind": "teams", "urlSetting": "TEAMS_OPS_URL"},
        "mail": {"kind": "email", "from": "hubtriage@example.com", "to": ["ops@example.com"],
          "smtp": {"host": "127.0.0.1", "port": %d, "security": "none"}}
      }
    }
    """
        .formatted(Plot.HUB, mailRelay.port());
  }

  @Override
  public void close() throws IOException {
    log.close();
    teams.close();
    mailRelay.close();
    mail.stop();
    for (StorageRelay relay : relays) {
      relay.close();
    }
  }
}
