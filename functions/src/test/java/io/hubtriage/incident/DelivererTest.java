package io.hubtriage.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.incident.Budget.Limit;
import io.hubtriage.incident.OutboxRow.State;
import io.hubtriage.incident.memory.MemoryBudgets;
import io.hubtriage.incident.memory.MemoryStore;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Condition;
import io.hubtriage.model.Impact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

final class DelivererTest {
  private static final Instant NOON = Looks.at("12:00");
  private static final Budget TWO_AN_HOUR = Budget.of(new Limit(4, Duration.ofHours(1)));

  private final MemoryStore store = new MemoryStore();
  private final MemoryBudgets budgets = new MemoryBudgets();
  private final List<String> heard = new ArrayList<>();

  @Test
  void acceptedIsSentOnce() {
    put(NOON, 1);
    Deliverer deliverer = deliverer(n -> new Sent.Accepted("202"), Budget.UNLIMITED);
    assertThat(deliverer.deliverDue(NOON, 10))
        .singleElement()
        .matches(r -> r.state() == State.SENT && r.proof().equals("202"))
        .matches(r -> r.sentAt().filter(NOON::equals).isPresent() && r.attempts() == 1);
    deliverer.deliverDue(NOON.plus(Duration.ofDays(1)), 10);
    assertThat(heard).hasSize(1);
  }

  @Test
  void deferredIsSentAgainWhenTheChannelSaid() {
    put(NOON, 1);
    Deliverer deliverer =
        deliverer(n -> new Sent.Deferred(Duration.ofSeconds(30)), Budget.UNLIMITED);
    deliverer.deliverDue(NOON, 10);
    deliverer.deliverDue(NOON.plusSeconds(29), 10);
    assertThat(heard).hasSize(1);
    deliverer.deliverDue(NOON.plusSeconds(30), 10);
    assertThat(heard).hasSize(2);
  }

  @Test
  void rejectedIsToldOnTheFallbackChannel() {
    put(NOON, 1);
    Deliverer deliverer = deliverer(n -> new Sent.Rejected("404"), Budget.UNLIMITED);
    deliverer.deliverDue(NOON, 10);
    deliverer.deliverDue(NOON, 10);
    assertThat(heard).hasSize(2).anyMatch(h -> h.startsWith("mail"));
    assertThat(store.rows())
        .extracting(OutboxRow::channel, OutboxRow::state)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("mail", State.SENT),
            org.assertj.core.groups.Tuple.tuple("teams", State.REJECTED));
  }

  @Test
  void whatIsGivenUpIsToldOnTheFallbackChannel() {
    put(NOON, 1);
    OutboxRow row = store.rows().get(0);
    Deliverer deliverer = deliverer(n -> new Sent.Accepted(""), Budget.UNLIMITED);
    assertThat(deliverer.giveUp(Looks.HUB, row.notice().id(), "teams", "no storage", NOON))
        .matches(r -> r.orElseThrow().state() == State.REJECTED)
        .matches(r -> r.orElseThrow().proof().equals("given up: no storage"));
    assertThat(deliverer.giveUp(Looks.HUB, row.notice().id(), "teams", "again", NOON)).isEmpty();
    deliverer.deliverDue(NOON, 10);
    assertThat(heard).singleElement().asString().startsWith("mail");
  }

  @Test
  void nothingIsGivenUpThatNobodyElseWouldTell() {
    put(NOON, 1);
    OutboxRow row = store.rows().get(0);
    Deliverer alone = new Deliverer(store, budgets, Delivery.to(Map.of(), Map.of(), Map.of()));
    assertThat(alone.giveUp(Looks.HUB, row.notice().id(), "teams", "no storage", NOON)).isEmpty();
    assertThat(store.rows()).containsExactly(row);
  }

  @Test
  void channelThatIsNotThereIsRejected() {
    put(NOON, 1);
    Deliverer deliverer = new Deliverer(store, budgets, Delivery.to(Map.of(), Map.of(), Map.of()));
    assertThat(deliverer.deliverDue(NOON, 10))
        .singleElement()
        .matches(r -> r.state() == State.REJECTED && r.proof().contains("teams"));
  }

  @Test
  void endlessPatienceCountsAsRejection() {
    put(NOON, 1);
    Deliverer deliverer =
        deliverer(n -> new Sent.Deferred(Duration.ofSeconds(1)), Budget.UNLIMITED);
    for (int i = 0; i < 51; i++) {
      deliverer.deliverDue(NOON.plusSeconds(i), 10);
    }
    assertThat(heard).filteredOn(h -> h.startsWith("teams")).hasSize(50);
    assertThat(heard).filteredOn(h -> h.startsWith("mail")).hasSize(1);
  }

  @Test
  void crashWhileSendingRepeatsAfterTheLeaseAndLosesNothing() {
    put(NOON, 1);
    Deliverer dying =
        deliverer(
            n -> {
              throw new AssertionError("power cut");
            },
            Budget.UNLIMITED);
    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> dying.deliverDue(NOON, 10)))
        .hasMessage("power cut");
    Deliverer next = deliverer(n -> new Sent.Accepted(""), Budget.UNLIMITED);
    next.deliverDue(NOON.plusSeconds(119), 10);
    assertThat(heard).hasSize(1);
    next.deliverDue(NOON.plusSeconds(120), 10);
    assertThat(heard).hasSize(2);
    assertThat(store.rows()).allMatch(r -> r.state() == State.SENT);
  }

  @Test
  void channelThatThrowsIsTriedLater() {
    put(NOON, 1);
    Deliverer deliverer =
        deliverer(
            n -> {
              throw new IllegalStateException("socket closed");
            },
            Budget.UNLIMITED);
    deliverer.deliverDue(NOON, 10);
    assertThat(store.rows()).allMatch(r -> r.state() == State.DEFERRED);
  }

  @Test
  void whatTheBudgetHoldsBackGoesOutInOneSummary() {
    put(NOON, 5);
    Deliverer deliverer = deliverer(n -> new Sent.Accepted(""), TWO_AN_HOUR);
    deliverer.deliverDue(NOON, 10);
    assertThat(heard).hasSize(2);
    assertThat(store.held(Looks.HUB, "teams")).hasSize(3);
    Instant next = NOON.plus(Duration.ofMinutes(30));
    deliverer.deliverDue(next.minusMillis(1), 10);
    assertThat(heard).hasSize(2);
    deliverer.deliverDue(next, 10);
    assertThat(heard).hasSize(3);
    assertThat(heard.get(2)).startsWith("teams SUMMARY");
    assertThat(store.rows()).noneMatch(r -> r.state().waits());
    assertThat(store.rows())
        .filteredOn(r -> r.notice().facts() instanceof Facts.OfSummary s && s.lines().size() == 3)
        .hasSize(1);
  }

  @Test
  void oneHeldNoticeGoesOutAsItself() {
    put(NOON, 3);
    Deliverer deliverer = deliverer(n -> new Sent.Accepted(""), TWO_AN_HOUR);
    deliverer.deliverDue(NOON, 10);
    deliverer.deliverDue(NOON.plus(Duration.ofMinutes(30)), 10);
    assertThat(heard).hasSize(3).allMatch(h -> h.startsWith("teams OPENED"));
  }

  /** Opens incidents of as many causes. */
  private void put(Instant now, int count) {
    List<Cause> causes =
        List.of(
            Cause.CONNECTION_LOST,
            Cause.CRASH_LOOP,
            Cause.AUTHENTICATION_FAILURE,
            Cause.DUPLICATE_IDENTITY,
            Cause.THROTTLED);
    List<Condition> conditions =
        causes.stream()
            .limit(count)
            .map(c -> Looks.condition(c.code(), c, Impact.OFFLINE, now))
            .toList();
    new IncidentDesk(store, Lifecycle.DEFAULT, (hub, cause, severity) -> List.of("teams"))
        .work(Looks.look(now, List.of(), conditions, List.of()), now);
  }

  private Deliverer deliverer(Function<Notice, Sent> teams, Budget budget) {
    return new Deliverer(
        store,
        budgets,
        Delivery.to(
            Map.of("teams", channel("teams", teams), "mail", channel("mail", this::accept)),
            Map.of("teams", budget),
            Map.of("teams", "mail")));
  }

  private Sent accept(Notice notice) {
    return new Sent.Accepted(notice.id());
  }

  private Channel channel(String name, Function<Notice, Sent> send) {
    return new Channel() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Sent send(Notice notice) {
        heard.add(name + " " + notice.kind());
        return send.apply(notice);
      }
    };
  }
}
