package io.hubtriage.azure.loganalytics;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.hubtriage.model.Client;
import io.hubtriage.model.Cohort;
import io.hubtriage.model.Device;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Operation;
import io.hubtriage.model.Signal;
import io.hubtriage.model.Timeline;
import io.hubtriage.model.Trait;
import io.hubtriage.model.Window;
import io.hubtriage.sweep.ConnectionLog;
import io.hubtriage.sweep.ConnectionLogUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class WorkspacesTest {
  private static final Hub A = new Hub("/a");
  private static final Hub B = new Hub("/b");
  private static final Hub UNLISTED = new Hub("/c");
  private static final Window TIME = new Window(Samples.NOON, Samples.AS_OF);

  /**
   * Answers with one part per hub, of which there are {@code count}, and echoes what is watched.
   */
  private record Fixed(long count, Set<Hub> hubs) implements ConnectionLog {
    @Override
    public List<ActivityCount> activity(Window time, Instant asOf) {
      return hubs.stream()
          .map(
              hub ->
                  new ActivityCount(
                      hub, asOf, Operation.CONNECT, Signal.NONE, count, count, time.start()))
          .toList();
    }

    @Override
    public List<SessionCount> sessions(Window time, Duration lookBack, Instant asOf) {
      return hubs.stream()
          .map(
              hub ->
                  new SessionCount(
                      hub, new Cohort("", "", ""), 1, Ending.QUIET, Reconnect.LATER, count, count))
          .toList();
    }

    @Override
    public TimelineAnswer timelines(TimelineQuestion question) {
      return new TimelineAnswer(
          question.watched().entrySet().stream()
              .flatMap(e -> e.getValue().stream().map(device -> timeline(e.getKey(), device)))
              .toList(),
          hubs.stream().collect(toMap(hub -> hub, hub -> (int) count)));
    }

    @Override
    public Map<Trait, Long> population(Hub hub, Set<Trait> traits, Window time, Instant asOf) {
      return traits.stream().collect(toMap(trait -> trait, trait -> count));
    }

    private static Timeline timeline(Hub hub, Device device) {
      return new Timeline(hub, device, Client.UNKNOWN, List.of(), new long[0]);
    }
  }

  private static final Workspaces BOTH =
      new Workspaces(
          List.of(
              new Workspaces.Source(new Fixed(1, Set.of(A, B, UNLISTED)), Set.of(A)),
              new Workspaces.Source(new Fixed(2, Set.of(A, B)), Set.of(B))));

  @Test
  void aHubInTwoWorkspacesCountsOnce() {
    assertThat(BOTH.activity(TIME, Samples.AS_OF))
        .extracting(ConnectionLog.ActivityCount::hub, ConnectionLog.ActivityCount::rows)
        .containsExactly(tuple(A, 1L), tuple(B, 2L));
    assertThat(BOTH.sessions(TIME, Duration.ofHours(1), Samples.AS_OF))
        .extracting(ConnectionLog.SessionCount::hub, ConnectionLog.SessionCount::sessions)
        .containsExactly(tuple(A, 1L), tuple(B, 2L));
  }

  @Test
  void eachIsAskedOnlyAboutItsHubs() {
    ConnectionLog.TimelineQuestion question =
        new ConnectionLog.TimelineQuestion(
            TIME,
            Duration.ofHours(1),
            Map.of(),
            Map.of(A, Set.of(Device.of("a1")), B, Set.of(Device.of("b1"), Device.of("b2"))),
            Duration.ofMinutes(20),
            10,
            5);
    ConnectionLog.TimelineAnswer answer = BOTH.timelines(question);
    assertThat(answer.unexplained()).isEqualTo(Map.of(A, 1, B, 2));
    assertThat(answer.timelines())
        .extracting(timeline -> timeline.hub().resourceId() + " " + timeline.device().label())
        .containsExactlyInAnyOrder("/a a1", "/b b1", "/b b2");
  }

  @Test
  void aHubsOwnWorkspaceKnowsItsDevices() {
    Trait java = new Trait(Trait.Kind.SDK, "java");
    assertThat(BOTH.population(B, Set.of(java), TIME, Samples.AS_OF))
        .containsExactly(entry(java, 2L));
    assertThat(BOTH.population(UNLISTED, Set.of(java), TIME, Samples.AS_OF)).isEmpty();
  }

  @Test
  void oneThatDoesNotAnswerLeavesNoAnswer() {
    ConnectionLog dead = mock();
    when(dead.activity(TIME, Samples.AS_OF))
        .thenThrow(new ConnectionLogUnavailableException("asking workspace dead"));
    Workspaces log =
        new Workspaces(
            List.of(
                new Workspaces.Source(new Fixed(1, Set.of(A)), Set.of(A)),
                new Workspaces.Source(dead, Set.of(B))));
    assertThatThrownBy(() -> log.activity(TIME, Samples.AS_OF))
        .isInstanceOf(ConnectionLogUnavailableException.class)
        .hasMessage("asking workspace dead");
  }

  @Test
  void aHubBelongsToOneWorkspace() {
    Workspaces.Source source = new Workspaces.Source(new Fixed(1, Set.of(A)), Set.of(A));
    assertThatThrownBy(() -> new Workspaces(List.of(source, source)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("/a");
  }
}
