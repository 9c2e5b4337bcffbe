package io.hubtriage.azure.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.hubtriage.azure.storage.Azurite;
import io.hubtriage.incident.Incidents.Book;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Window;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class WiringTest {
  private static final Hub HUB = new Hub("plant");
  private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

  private final Map<String, String> environment = new HashMap<>();
  private final String unique = UUID.randomUUID().toString().replace("-", "").substring(0, 12);

  private Wiring wiring() {
    environment.putIfAbsent("HubTriageStorage", Azurite.connection());
    environment.put("NOTICES_QUEUE", "n" + unique);
    return new Wiring(
        environment::get,
        Clock.fixed(NOON, ZoneOffset.UTC),
        Path.of("nowhere"),
        new Names("t" + unique, "j" + unique, "p" + unique, "s" + unique));
  }

  /** Several instances start at the same time, and none of them finds the storage ready. */
  @Test
  void storageIsMadeWhenFirstNeededByHoweverManyAtOnce() {
    List<Book> books =
        IntStream.range(0, 8)
            .parallel()
            .mapToObj(
                i -> {
                  Wiring wiring = wiring();
                  wiring.parking().park("test", "text " + i, NOON);
                  wiring.wakeups().wake(HUB, "n-" + i, "ops", Duration.ZERO);
                  return wiring.incidents().load(HUB);
                })
            .toList();
    assertThat(books).containsOnly(new Book(HUB, List.of(), "")).hasSize(8);
  }

  /** No network is touched before somebody asks for something. */
  @Test
  void nothingIsOpenedAhead() {
    environment.put("HubTriageStorage", "anything");
    try (Wiring wiring = wiring()) {
      assertThat(wiring.now()).isEqualTo(NOON);
      assertThat(wiring.chores()).hasSize(2);
    }
  }

  @Test
  void choresFindNothingInAnEmptyAccount() {
    try (Wiring wiring = wiring()) {
      assertThat(wiring.chores()).allMatch(chore -> chore.work().applyAsInt(NOON) == 0);
    }
  }

  @Test
  void whatIsNoConnectionStringIsNeverShown() {
    environment.put("HubTriageStorage", "must-not-be-seen");
    try (Wiring wiring = wiring()) {
      for (Runnable part :
          List.<Runnable>of(wiring::incidents, wiring::wakeups, wiring::parking, wiring::journal)) {
        assertThatThrownBy(part::run)
            .isInstanceOf(UnusableAppSettingException.class)
            .hasMessageContaining("HubTriageStorage")
            .hasNoCause()
            .hasMessageNotContaining("must-not-be-seen");
      }
    }
  }

  /** The client looks at the key only when it signs the first request. */
  @Test
  void keyThatIsNoneIsNotShownEither() {
    environment.put(
        "HubTriageStorage",
        "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=must-not-be-seen*;"
            + "TableEndpoint=http://127.0.0.1:1/a");
    try (Wiring wiring = wiring()) {
      Throwable failure = catchThrowable(wiring::incidents);
      assertThat(failure)
          .isInstanceOf(StorageUnavailableException.class)
          .hasMessageContaining("HubTriageStorage")
          .hasStackTraceContaining("IllegalArgumentException");
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace));
      assertThat(trace.toString()).doesNotContain("must-not-be-seen");
    }
  }

  @Test
  void noStorageAtAllSaysWhatToSet() {
    environment.put("HubTriageStorage", " ");
    try (Wiring wiring = wiring()) {
      assertThatThrownBy(wiring::incidents)
          .hasMessageContaining("HubTriageStorage is not set")
          .hasMessageContaining("HubTriageStorage__tableServiceUri");
    }
  }

  /** Nobody can sign in here; what counts is that it is tried, and said what is missing. */
  @Test
  void withoutConnectionStringTheIdentityIsUsed() {
    environment.put("HubTriageStorage", "");
    environment.put("HubTriageStorage__tableServiceUri", "https://account.invalid");
    environment.put("AZURE_TOKEN_CREDENTIALS", "EnvironmentCredential");
    try (Wiring wiring = wiring()) {
      assertThatThrownBy(wiring::incidents)
          .isInstanceOf(StorageUnavailableException.class)
          .hasMessageContaining("Storage Table, Queue and Blob Data Contributor");
    }
  }

  @Test
  void emulatorOfALaptopNeedsNoMoreThanItsName() {
    environment.put("HubTriageStorage", "UseDevelopmentStorage=true");
    environment.put("AZURE_TOKEN_CREDENTIALS", "an identity that cannot be made");
    Environment laptop = new Environment(environment::get);
    Storage storage = new Storage(laptop, () -> new Access(laptop), Names.SHIPPED);
    assertThat(storage.tables().getServiceEndpoint())
        .isEqualTo("http://127.0.0.1:10002/devstoreaccount1");
    assertThat(storage.container("parked").getBlobContainerUrl())
        .isEqualTo("http://127.0.0.1:10000/devstoreaccount1/parked");
  }

  @Test
  void windowsOfTheJournalAreReadableBeforeAnybodyWroteOne() {
    try (Wiring wiring = wiring()) {
      assertThat(wiring.journal().read(HUB, new Window(NOON, NOON.plusSeconds(60)))).isEmpty();
    }
  }
}
