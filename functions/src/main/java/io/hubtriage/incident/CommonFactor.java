package io.hubtriage.incident;

import io.hubtriage.model.Evidence;
import io.hubtriage.model.Evidence.Finding;
import io.hubtriage.model.Population;
import io.hubtriage.model.Trait;
import io.hubtriage.model.Trait.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What sets an incident's members apart from the other devices of the hub. Pure.
 *
 * <p>A trait is told if most members have it, few others do, and a group of as many devices drawn
 * at random would hardly have it so often. The log shows a device only when it connects or drops,
 * and how often it does depends on the very traits that are compared: a sound device with a
 * certificate may not show for weeks. So the hub's metric says how many others there are, and all
 * of those that the log does not show are taken to have the trait. What stands out even so does.
 */
final class CommonFactor {
  private static final int MOST_TOLD = 2;

  /** Members have it so many times as often as others. */
  private static final double LIFT = 2;

  /** Looks are taken many times, so this is less than one usually asks of a test. */
  private static final double CHANCE = 0.001;

  private final Incident incident;
  private final Population population;
  private final Shares members;

  /** Members there are for each one listed. */
  private final double scale;

  /**
   * A trait that stands out.
   *
   * @param inside share of the members that have it
   * @param outside share of the others that the log shows
   * @param chance that a random group has it as often, all traits that were tried allowed for
   */
  private record Factor(Trait trait, double inside, double outside, double chance) {
    private static final Comparator<Factor> MOST_TELLING =
        Comparator.comparingDouble(Factor::chance)
            .thenComparingDouble(Factor::outside)
            .thenComparing(Factor::trait);

    boolean ofSoftware() {
      return trait.kind() == Kind.SDK || trait.kind() == Kind.VERSION;
    }

    Finding finding() {
      String key = "common-" + trait.kind().code();
      int slash = trait.kind() == Kind.VERSION ? trait.value().indexOf('/') : -1;
      return slash < 0
          ? Finding.of(
              key, "value", trait.value(), "inside", inside, "outside", outside, "p", chance)
          : Finding.of(
              key,
              "value",
              trait.value().substring(0, slash),
              "version",
              trait.value().substring(slash + 1),
              "inside",
              inside,
              "outside",
              outside,
              "p",
              chance);
    }
  }

  private CommonFactor(Incident incident, Population population, Shares members) {
    this.incident = incident;
    this.population = population;
    this.members = members;
    this.scale = (double) incident.roster().count() / incident.roster().listed().size();
  }

  /**
   * The findings, most telling first, at most {@value #MOST_TOLD}; {@link Evidence#NONE} if nothing
   * stands out. What was found earlier stays while it cannot be known better: the population was
   * not asked, or too few members are left to compare.
   */
  static Evidence of(Incident incident, Population population) {
    Shares members = Shares.ofMembers(incident.roster().listed().values());
    Evidence before = incident.findings().commonFactor();
    if (members.devices() < Shares.LEAST) {
      return before;
    }
    Set<Trait> common = members.common();
    if (!incident.network().isEmpty()) {
      common.removeIf(t -> t.kind() == Kind.NETWORK); // That is what the incident is.
    }
    if (!common.isEmpty() && (population.connected() == 0 || !population.tells(common))) {
      return before;
    }
    return new CommonFactor(incident, population, members).among(common);
  }

  private Evidence among(Set<Trait> common) {
    List<Factor> standing = new ArrayList<>();
    common.forEach(trait -> factor(trait).ifPresent(standing::add));
    standing.sort(Factor.MOST_TELLING);
    List<Finding> told = new ArrayList<>();
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    for (Factor factor : standing) {
      // A version says its SDK, and an SDK of one version says no more than it.
      boolean said =
          factor.ofSoftware() && (kinds.contains(Kind.SDK) || kinds.contains(Kind.VERSION));
      if (!said && told.size() < MOST_TOLD) {
        told.add(factor.finding());
        kinds.add(factor.trait().kind());
      }
    }
    return new Evidence(told);
  }

  private Optional<Factor> factor(Trait trait) {
    int drawn = members.devices();
    int have = members.with(trait);
    Kind kind = trait.kind();
    long others = Math.max(0, population.with(Trait.any(kind)) - all(members.with(kind)));
    long otherHave = Math.max(0, Math.min(others, population.with(trait) - all(have)));
    long here = all(drawn) - incident.roster().offline();
    long unseen = Math.max(0, population.connected() - others - Math.max(0, here));
    double inside = (double) have / drawn;
    double atMost = (double) (otherHave + unseen) / Math.max(1, others + unseen);
    if (others == 0 || inside < LIFT * atMost) {
      return Optional.empty();
    }
    double chance =
        Hypergeometric.atLeast(have, drawn, have + otherHave + unseen, drawn + others + unseen);
    double corrected = Math.min(1, chance * members.variety());
    return corrected <= CHANCE
        ? Optional.of(new Factor(trait, inside, (double) otherHave / others, corrected))
        : Optional.empty();
  }

  /** How many members there are for so many listed ones. */
  private long all(int listed) {
    return Math.round(listed * scale);
  }
}
