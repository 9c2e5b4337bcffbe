package io.hubtriage.azure.functions;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.azure.core.util.Context;
import com.azure.storage.queue.QueueClient;
import com.azure.storage.queue.QueueClientBuilder;
import com.azure.storage.queue.QueueMessageEncoding;
import com.azure.storage.queue.models.QueueMessageItem;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.azure.functions.ExecutionContext;
import io.hubtriage.azure.ScriptedServer;
import io.hubtriage.azure.storage.Azurite;
import io.hubtriage.azure.wiring.Names;
import io.hubtriage.azure.wiring.Wiring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * The whole app in virtual time: the functions on the shipped wiring, the storage emulator, and
 * stand-ins for Log Analytics, Teams and the mail server on loopback. Plays the host: calls
 * functions, hands over queue messages.
 */
final class App implements AutoCloseable {
  static final String HUB =
      "/subscriptions/6f1c3a52-0d2e-4c39-9d2b-3f5f8f1f6a01/resourcegroups/iot/providers"
          + "/microsoft.devices/iothubs/plant-berlin";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TIMER = "{\"Schedule\":{},\"IsPastDue\":false}";

  final MovableClock clock;
  final LogStandIn log;
  final ScriptedServer teams;
  final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  final Map<String, String> environment = new HashMap<>();
  final Wiring wiring;
  final ExecutionContext context = mock(ExecutionContext.class);
  final List<LogRecord> lines = new CopyOnWriteArrayList<>();
  private final Logger logger = Logger.getLogger(App.class.getName() + "." + UUID.randomUUID());
  private final QueueClient queue;

  App(Path folder, Instant start) throws IOException {
    clock = new MovableClock(start);
    log = LogStandIn.of(HUB);
    teams = ScriptedServer.start();
    teams.script(ScriptedServer.Reply.text(202, Map.of(), ""));
    mail.start();
    String unique = UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    queue = queue("n" + unique);
    Files.writeString(folder.resolve("hubtriage.json"), settings());
    environment.put("HubTriageStorage", Azurite.connection());
    environment.put("HUBTRIAGE_LOCAL_ENDPOINT", log.origin());
    environment.put("NOTICES_QUEUE", "n" + unique);
    environment.put("TEAMS_OPS_URL", "http://127.0.0.1:" + teams.port() + "/hook?sig=secret");
    wiring =
        new Wiring(
            environment::get,
            clock,
            folder,
            new Names("t" + unique, "j" + unique, "p" + unique, "s" + unique));
    logger.setUseParentHandlers(false);
    logger.setLevel(Level.ALL);
    logger.addHandler(recorder());
    when(context.getLogger()).thenReturn(logger);
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
        .formatted(HUB, mail.getSmtp().getPort());
  }

  private static QueueClient queue(String name) {
    return new QueueClientBuilder()
        .connectionString(Azurite.connection())
        .queueName(name)
        .messageEncoding(QueueMessageEncoding.BASE64)
        .buildClient();
  }

  void receive(String event) {
    new ReceiveConnectionEvents(wiring).run(event, context);
  }

  void sweepEvents() {
    new SweepEvents(wiring).run(TIMER, context);
  }

  void sweepLogs() {
    new SweepLogs(wiring).run(TIMER, context);
  }

  /** Hands over every message that is visible, as the host does. */
  int deliver() {
    int delivered = 0;
    for (List<QueueMessageItem> some = messages(queue); !some.isEmpty(); some = messages(queue)) {
      for (QueueMessageItem message : some) {
        new DeliverNotice(wiring).run(message.getBody().toString(), context);
        queue.deleteMessage(message.getMessageId(), message.getPopReceipt());
        delivered++;
      }
    }
    return delivered;
  }

  private static List<QueueMessageItem> messages(QueueClient from) {
    from.createIfNotExists();
    return from.receiveMessages(32, Duration.ofMinutes(5), null, Context.NONE).stream().toList();
  }

  /** Takes the visible wake-ups away, as a host would that then dies. */
  List<String> stolen() {
    return messages(queue).stream().map(m -> m.getBody().toString()).toList();
  }

  /** What Teams heard: the one-line text of each card, oldest first. */
  List<String> heard() {
    List<String> cards = new ArrayList<>();
    for (ScriptedServer.Request request : teams.requests()) {
      try {
        cards.add(
            JSON.readTree(request.body()).at("/attachments/0/content/fallbackText").textValue());
      } catch (IOException e) {
        throw new IllegalStateException("not JSON: " + request.body(), e);
      }
    }
    return cards;
  }

  List<String> logged(Level least) {
    return lines.stream()
        .filter(l -> l.getLevel().intValue() >= least.intValue())
        .map(LogRecord::getMessage)
        .toList();
  }

  private Handler recorder() {
    return new Handler() {
      @Override
      public void publish(LogRecord line) {
        lines.add(line);
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  /** Wake-ups in the queue, hidden ones too. */
  long waiting() {
    return queue.getProperties().getApproximateMessagesCountLong();
  }

  @Override
  public void close() {
    wiring.close();
    log.close();
    teams.close();
    mail.stop();
  }
}
