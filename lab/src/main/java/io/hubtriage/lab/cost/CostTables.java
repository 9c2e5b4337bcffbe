package io.hubtriage.lab.cost;

import io.hubtriage.lab.cost.Setup.Events;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The cost tables of {@code docs/operations.md}, in Markdown. */
public final class CostTables {
  private static final List<Long> FLEETS = List.of(1_000L, 100_000L, 1_000_000L);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final int USUAL_MB = 2_048;

  private final CostModel model;

  /** Tables by this model. */
  public CostTables(CostModel model) {
    this.model = model;
  }

  /** What each item costs, with connection events and without. */
  public String items() {
    StringBuilder table = new StringBuilder("| a month, US dollars |");
    FLEETS.forEach(f -> table.append(cell(devices(f) + ", events")).append(cell("log only")));
    table.append('\n').append("|---|").append("--:|".repeat(2 * FLEETS.size())).append('\n');
    for (Item item : Item.values()) {
      row(table, item.title(), bill -> bill.of(item));
    }
    row(table, "**together**", Bill::total);
    return table.toString();
  }

  private void row(StringBuilder table, String title, Function<Bill, Double> amount) {
    table.append("| ").append(title).append(" |");
    for (long devices : FLEETS) {
      for (Events events : Events.values()) {
        Bill bill = model.bill(new Fleet(devices, HOUR), new Setup(events, USUAL_MB));
        table.append(cell(dollars(amount.apply(bill))));
      }
    }
    table.append('\n');
  }

  /** What the two levers do to the sum. */
  public String levers() {
    StringBuilder table = new StringBuilder("| together, with events |");
    FLEETS.forEach(f -> table.append(cell(devices(f))));
    table.append('\n').append("|---|").append("--:|".repeat(FLEETS.size())).append('\n');
    lever(table, "tokens live 1 h, 2,048 MB", HOUR, USUAL_MB);
    lever(table, "tokens live 1 h, 512 MB", HOUR, 512);
    lever(table, "**tokens live 24 h**, 2,048 MB", DAY, USUAL_MB);
    lever(table, "**tokens live 24 h**, 512 MB", DAY, 512);
    return table.toString();
  }

  private void lever(StringBuilder table, String title, Duration life, int memory) {
    String cells =
        FLEETS.stream()
            .map(f -> model.bill(new Fleet(f, life), new Setup(Events.RECEIVED, memory)))
            .map(bill -> cell(dollars(bill.total())))
            .collect(Collectors.joining());
    table.append("| ").append(title).append(" |").append(cells).append('\n');
  }

  private static String devices(long count) {
    return String.format(Locale.ROOT, "%,d devices", count);
  }

  private static String cell(String text) {
    return " " + text + " |";
  }

  private static String dollars(double amount) {
    return String.format(Locale.ROOT, amount < 10 ? "%.2f" : "%,.0f", amount);
  }
}
