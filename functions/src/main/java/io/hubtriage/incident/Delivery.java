package io.hubtriage.incident;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The channels there are and how patient to be with them.
 *
 * @param channels by name
 * @param budgets what a channel takes, by name; unlimited if absent
 * @param fallbacks the channel that tells what another one rejected, by the other one's name
 * @param lease how long one attempt may take before another one may begin; longer than any send,
 *     usually 2 min
 * @param attempts how often a channel may ask for patience before that counts as rejection
 */
public record Delivery(
    Map<String, Channel> channels,
    Map<String, Budget> budgets,
    Map<String, String> fallbacks,
    Duration lease,
    int attempts) {
  /** Two minutes and 50 attempts. */
  public static Delivery to(
      Map<String, Channel> channels, Map<String, Budget> budgets, Map<String, String> fallbacks) {
    return new Delivery(channels, budgets, fallbacks, Duration.ofMinutes(2), 50);
  }

  /** Copies the maps. */
  public Delivery {
    channels = Map.copyOf(channels);
    budgets = Map.copyOf(budgets);
    fallbacks = Map.copyOf(fallbacks);
  }

  Budget fresh(String channel) {
    return budgets.getOrDefault(channel, Budget.UNLIMITED);
  }

  Optional<String> fallback(String channel) {
    return Optional.ofNullable(fallbacks.get(channel));
  }

  /** One attempt. A channel that throws is taken to be down for a while. */
  Sent send(OutboxRow row) {
    Channel channel = channels.get(row.channel());
    if (channel == null) {
      return new Sent.Rejected(
          "no channel is named " + row.channel() + "; add it to the settings or change the route");
    }
    try {
      return channel.send(row.notice());
    } catch (RuntimeException e) {
      return new Sent.Deferred(lease);
    }
  }
}
