package io.hubtriage.azure.storage;

import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.http.policy.RetryOptions;
import com.azure.data.tables.TableClient;
import com.azure.data.tables.TableClientBuilder;
import com.azure.data.tables.TableServiceClient;
import com.azure.data.tables.TableServiceClientBuilder;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.BlobContainerClientBuilder;
import com.azure.storage.common.policy.RequestRetryOptions;
import com.azure.storage.common.policy.RetryPolicyType;
import com.azure.storage.queue.QueueClient;
import com.azure.storage.queue.QueueClientBuilder;
import com.azure.storage.queue.QueueMessageEncoding;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The storage emulator: one for all tests of a JVM, started by the first that asks and ended with
 * the JVM; in memory, on loopback, on ports it chooses itself. Every table, queue and container is
 * new, so tests do not meet.
 */
public final class Azurite {
  /** Named from any module: the lab's tests use it, too. */
  private static final Path PROGRAM =
      Path.of("../functions/src/test/node/node_modules/azurite/dist/src/azurite.js");

  private static final Pattern LISTENING =
      Pattern.compile("Azurite (\\w+) service is successfully listening at (http://\\S+)");

  /** The emulator's published account; it opens nothing else. */
  private static final String ACCOUNT = "devstoreaccount1";

  private static final String KEY =
      "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

  /** A failure that lasts is over soon. */
  private static final RequestRetryOptions FEW_TRIES =
      new RequestRetryOptions(
          RetryPolicyType.FIXED,
          2,
          Duration.ofSeconds(30),
          Duration.ofMillis(1),
          Duration.ofMillis(1),
          null);

  private static final AtomicInteger NAMES = new AtomicInteger();

  private enum Endpoint {
    BLOB,
    QUEUE,
    TABLE
  }

  /** Started when it is first asked for. */
  private static final class Running {
    static final Map<Endpoint, String> URLS = start();
  }

  private Azurite() {}

  /** A new table. */
  public static TableClient table(HttpPipelinePolicy... policies) {
    TableClient client = tableNamed(name("t"), policies);
    client.createTable();
    return client;
  }

  /** Another client of the same table. */
  static TableClient same(TableClient table, HttpPipelinePolicy... policies) {
    return tableNamed(table.getTableName(), policies);
  }

  /** A client of a table nobody made. */
  static TableClient tableNamed(String name, HttpPipelinePolicy... policies) {
    TableClientBuilder builder =
        new TableClientBuilder()
            .connectionString(connection())
            .retryOptions(new RetryOptions(new FixedDelayOptions(2, Duration.ofMillis(1))))
            .tableName(name);
    List.of(policies).forEach(builder::addPolicy);
    return builder.buildClient();
  }

  /** All tables of the account, other tests' too. */
  static TableServiceClient tables(HttpPipelinePolicy... policies) {
    TableServiceClientBuilder builder =
        new TableServiceClientBuilder()
            .connectionString(connection())
            .retryOptions(new RetryOptions(new FixedDelayOptions(2, Duration.ofMillis(1))));
    List.of(policies).forEach(builder::addPolicy);
    return builder.buildClient();
  }

  /** A new queue whose messages are Base64. */
  public static QueueClient queue(HttpPipelinePolicy... policies) {
    QueueClientBuilder builder =
        new QueueClientBuilder()
            .connectionString(connection())
            .retryOptions(FEW_TRIES)
            .queueName(name("q"))
            .messageEncoding(QueueMessageEncoding.BASE64);
    List.of(policies).forEach(builder::addPolicy);
    QueueClient client = builder.buildClient();
    client.create();
    return client;
  }

  /** A new blob container. */
  public static BlobContainerClient container(HttpPipelinePolicy... policies) {
    BlobContainerClientBuilder builder =
        new BlobContainerClientBuilder()
            .connectionString(connection())
            .retryOptions(FEW_TRIES)
            .containerName(name("c"));
    List.of(policies).forEach(builder::addPolicy);
    BlobContainerClient client = builder.buildClient();
    client.create();
    return client;
  }

  /** What a {@code ...ConnectionString} setting would hold. */
  public static String connection() {
    StringBuilder text =
        new StringBuilder(
            "DefaultEndpointsProtocol=http;AccountName=%s;AccountKey=%s;".formatted(ACCOUNT, KEY));
    Running.URLS.forEach(
        (endpoint, url) ->
            text.append(
                "%s%sEndpoint=%s/%s;"
                    .formatted(
                        endpoint.name().charAt(0),
                        endpoint.name().substring(1).toLowerCase(Locale.ROOT),
                        url,
                        ACCOUNT)));
    return text.toString();
  }

  /** A name no other test uses. */
  static String name(String prefix) {
    return prefix + "est" + NAMES.incrementAndGet();
  }

  private static Map<Endpoint, String> start() {
    try {
      Process process =
          new ProcessBuilder(
                  "node",
                  PROGRAM.toString(),
                  "--inMemoryPersistence",
                  "--disableTelemetry",
                  "--skipApiVersionCheck",
                  "--blobHost",
                  "127.0.0.1",
                  "--blobPort",
                  "0",
                  "--queueHost",
                  "127.0.0.1",
                  "--queuePort",
                  "0",
                  "--tableHost",
                  "127.0.0.1",
                  "--tablePort",
                  "0")
              .redirectErrorStream(true)
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      BufferedReader output = process.inputReader();
      Thread watch = new Thread(() -> endIfLate(process));
      watch.setDaemon(true);
      watch.start();
      Map<Endpoint, String> urls = readUrls(output);
      watch.interrupt();
      Thread drain = new Thread(() -> output.lines().forEach(line -> {}));
      drain.setDaemon(true);
      drain.start();
      return urls;
    } catch (IOException e) {
      throw new UncheckedIOException("starting " + PROGRAM + " with node", e);
    }
  }

  private static Map<Endpoint, String> readUrls(BufferedReader output) throws IOException {
    Map<Endpoint, String> urls = new EnumMap<>(Endpoint.class);
    StringBuilder said = new StringBuilder();
    while (urls.size() < Endpoint.values().length) {
      String line = output.readLine();
      if (line == null) {
        throw new IOException("the storage emulator ended early: " + said);
      }
      said.append(line).append('\n');
      Matcher matcher = LISTENING.matcher(line);
      if (matcher.find()) {
        urls.put(Endpoint.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)), matcher.group(2));
      }
    }
    return urls;
  }

  /** Ends a start that hangs, so that reading its output ends too. */
  private static void endIfLate(Process process) {
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
