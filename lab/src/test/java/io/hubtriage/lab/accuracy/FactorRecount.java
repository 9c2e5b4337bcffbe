package io.hubtriage.lab.accuracy;

import static io.hubtriage.lab.accuracy.DeviceRecount.values;

import io.hubtriage.incident.Incident;
import io.hubtriage.lab.log.MemoryConnectedDevices;
import io.hubtriage.model.Client;
import io.hubtriage.model.ConnectionRow;
import io.hubtriage.model.CountSample;
import io.hubtriage.model.Device;
import io.hubtriage.model.Evidence.Finding;
import io.hubtriage.model.Operation;
import io.hubtriage.model.Window;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Counts again, from the log's rows and the metric, what is said that an incident's devices share.
 *
 * @param inside per member, what is known of it
 * @param seen per device of the hub, what its rows showed when the log was asked
 * @param connected how many devices the metric knew at most, in the hours before
 */
record FactorRecount(
    Incident incident,
    Map<String, Set<String>> inside,
    Map<String, Set<String>> seen,
    long connected) {
  private static final Duration METRIC = Duration.ofHours(4);

  static FactorRecount of(
      Incident incident, Instant asOf, LogView view, MemoryConnectedDevices metric) {
    Map<String, Set<String>> inside = new HashMap<>();
    incident
        .roster()
        .listed()
        .forEach(
            (device, member) ->
                inside
                    .computeIfAbsent(device.deviceId(), d -> new HashSet<>())
                    .addAll(words(member.client(), member.network())));
    Map<String, Set<String>> seen = new HashMap<>();
    for (Device device : view.devices(incident.hub())) {
      for (ConnectionRow row : view.device(incident.hub(), device, asOf)) {
        boolean tells = row.operation() == Operation.CONNECT;
        seen.computeIfAbsent(device.deviceId(), d -> new HashSet<>())
            .addAll(words(tells ? row.client() : Client.UNKNOWN, row.network()));
      }
    }
    double most =
        metric.counts(incident.hub(), new Window(asOf.minus(METRIC), asOf)).stream()
            .mapToDouble(CountSample::maximum)
            .max()
            .orElse(0);
    return new FactorRecount(incident, inside, seen, (long) Math.ceil(most));
  }

  /** {@code kind value}, for all that is known. */
  private static Set<String> words(Client client, String network) {
    Set<String> words = new HashSet<>();
    if (!client.sdk().isEmpty()) {
      words.add("common-sdk " + client.sdk());
    }
    if (!client.sdk().isEmpty() && !client.sdkVersion().isEmpty()) {
      words.add("common-version " + client.sdk() + " " + client.sdkVersion());
    }
    if (!client.protocol().isEmpty()) {
      words.add("common-protocol " + client.protocol());
    }
    if (!client.authType().isEmpty()) {
      words.add("common-auth " + client.authType());
    }
    if (!network.isEmpty()) {
      words.add("common-network " + network);
    }
    return words;
  }

  /** The finding as it should be. */
  Map<String, Object> expected(Finding finding) {
    String word = finding.key() + " " + finding.values().get("value");
    word += finding.values().containsKey("version") ? " " + finding.values().get("version") : "";
    long members = inside.size();
    long have = with(inside, word);
    long others = any(seen, finding.key()) - any(inside, finding.key());
    // A member may not have been in the log when that was asked.
    long otherHave = Math.max(0, with(seen, word) - have);
    long unseen = Math.max(0, connected - others - (members - incident.roster().offline()));
    long variety = inside.values().stream().flatMap(Set::stream).distinct().count();
    double exact =
        Math.min(
            1,
            variety * atLeast(have, members, have + otherHave + unseen, members + others + unseen));
    double p = (double) Objects.requireNonNull(finding.values().get("p"));
    boolean close = Math.abs(p - exact) <= 1e-7 * exact;
    Map<String, Object> values =
        values(
            "value",
            Objects.requireNonNull(finding.values().get("value")),
            "inside",
            (double) have / members,
            "outside",
            (double) otherHave / others,
            "p",
            close ? p : exact);
    Object version = finding.values().get("version");
    if (version != null) {
      values.put("version", version);
    }
    return values;
  }

  private static long with(Map<String, Set<String>> devices, String word) {
    return devices.values().stream().filter(words -> words.contains(word)).count();
  }

  private static long any(Map<String, Set<String>> devices, String kind) {
    return devices.values().stream()
        .filter(words -> words.stream().anyMatch(word -> word.startsWith(kind + " ")))
        .count();
  }

  /** The chance of at least so many marked ones, in exact fractions. */
  private static double atLeast(long count, long drawn, long marked, long all) {
    BigInteger tail = BigInteger.ZERO;
    for (long k = count; k <= Math.min(drawn, marked); k++) {
      tail = tail.add(choose(marked, k).multiply(choose(all - marked, drawn - k)));
    }
    return new BigDecimal(tail)
        .divide(new BigDecimal(choose(all, drawn)), MathContext.DECIMAL64)
        .doubleValue();
  }

  private static BigInteger choose(long n, long k) {
    BigInteger result = k > n ? BigInteger.ZERO : BigInteger.ONE;
    for (long i = 1; i <= k && k <= n; i++) {
      result = result.multiply(BigInteger.valueOf(n - k + i)).divide(BigInteger.valueOf(i));
    }
    return result;
  }
}
