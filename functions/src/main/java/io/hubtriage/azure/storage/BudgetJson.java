package io.hubtriage.azure.storage;

import io.hubtriage.incident.Budget;
import io.hubtriage.incident.Budget.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is left of a channel's budget. */
final class BudgetJson {
  private BudgetJson() {}

  static Body write(Budget budget) {
    List<Body> buckets = new ArrayList<>();
    for (int i = 0; i < budget.limits().size(); i++) {
      Limit limit = budget.limits().get(i);
      buckets.add(
          new Body()
              .number("count", limit.count())
              .text("per", limit.per().toString())
              .at("fullAt", budget.fullAt().get(i)));
    }
    return new Body().objects("buckets", buckets, b -> b);
  }

  static Budget read(Fields fields) {
    List<Limit> limits =
        fields.objects("buckets", b -> new Limit(b.count("count"), Duration.parse(b.text("per"))));
    List<Instant> fullAt = fields.objects("buckets", b -> b.at("fullAt"));
    return new Budget(limits, fullAt);
  }
}
