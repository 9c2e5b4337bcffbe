package io.hubtriage.azure.wiring;

import com.azure.storage.common.policy.RequestRetryOptions;
import com.azure.storage.common.policy.RetryPolicyType;
import com.azure.storage.queue.QueueClient;
import com.azure.storage.queue.QueueMessageEncoding;
import com.azure.storage.queue.QueueServiceClient;
import com.azure.storage.queue.QueueServiceClientBuilder;
import java.time.Duration;

/** The account's queues. */
final class Queues {
  private final QueueServiceClient service;
  private final Once<QueueClient> notices;

  /**
   * Those of an account.
   *
   * @param name of the one that wakes the sender
   */
  Queues(Account account, String name) {
    service =
        account.open(
            AppSetting.STORAGE_QUEUES,
            (text, access) -> builder(access).connectionString(text).buildClient(),
            (uri, access) ->
                builder(access).endpoint(uri).credential(access.credential()).buildClient());
    notices = new Once<>(() -> make(name));
  }

  /** The outbox has what a wake-up is for, so it is not worth waiting minutes for a queue. */
  private static QueueServiceClientBuilder builder(Access access) {
    return new QueueServiceClientBuilder()
        .httpClient(access.http())
        .retryOptions(
            new RequestRetryOptions(
                RetryPolicyType.FIXED,
                /* maxTries= */ 2,
                Duration.ofSeconds(10),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                /* secondaryHost= */ null))
        .messageEncoding(QueueMessageEncoding.BASE64);
  }

  private QueueClient make(String name) {
    QueueClient queue = service.getQueueClient(name);
    Account.make("queue " + name, queue::createIfNotExists);
    return queue;
  }

  /** The one that wakes the sender; it exists. */
  QueueClient notices() {
    return notices.get();
  }
}
