package io.hubtriage.infra;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every app setting that is read is set and described, and the reverse. */
final class SettingsCheck {
  private static final String APP = "infra/modules/app.bicep";
  private static final String GUIDE = "docs/deploy.md";
  private static final String LIST =
      "functions/src/main/java/io/hubtriage/azure/wiring/AppSetting.java";
  private static final String PARAMETERS = "infra/hubtriage.sample.bicepparam";
  private static final Set<String> VARIABLES =
      Set.of("hostSettings", "storageSettings", "ownSettings", "reachSettings");

  private SettingsCheck() {}

  static List<String> faults(Infra infra) {
    Map<String, List<String>> objects = Bicep.of(infra.bicep(), APP).objects();
    Set<String> set =
        objects.entrySet().stream()
            .filter(e -> VARIABLES.contains(e.getKey()))
            .flatMap(e -> e.getValue().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> read =
        Stream.concat(Agreed.SETTINGS.stream(), Agreed.HOST_SETTINGS.stream())
            .collect(Collectors.toSet());
    List<String> faults = new ArrayList<>();
    difference(read, set, "is read, but not set in " + APP, faults);
    difference(set, read, "is set in " + APP + ", but nobody reads it", faults);
    declared(infra, faults);
    String table = infra.text(GUIDE).replaceFirst("(?s).*\n### App settings", "");
    Set<String> described = Infra.caught(table, "\n\\| `([A-Za-z_]+)` \\|");
    difference(set, described, "is set, but has no row in " + GUIDE, faults);
    difference(described, set, "has a row in " + GUIDE + ", but is not set", faults);
    difference(secretsNamed(infra), secretsSet(infra), "is not in " + PARAMETERS, faults);
    difference(secretsSet(infra), secretsNamed(infra), "is not in hubtriage.sample.json", faults);
    return faults;
  }

  /** The code's own list and the laptop's sample know no other settings than these. */
  private static void declared(Infra infra, List<String> faults) {
    Set<String> known = new TreeSet<>(Agreed.SETTINGS);
    known.addAll(Agreed.HOST_SETTINGS);
    known.addAll(Agreed.LAPTOP_SETTINGS);
    known.addAll(Agreed.LEFT_OUT);
    known.addAll(secretsNamed(infra));
    String list = infra.texts().getOrDefault(LIST, "");
    Set<String> inCode = Infra.caught(list, "\\(\"(\\w+)\", Place\\.");
    difference(inCode, known, "is read by the code, but not agreed", faults);
    if (!inCode.isEmpty()) {
      difference(Agreed.SETTINGS, inCode, "is agreed, but the code does not read it", faults);
    }
    String sample = infra.texts().getOrDefault("local.settings.json.sample", "");
    Set<String> onLaptop = Infra.caught(sample, "\n    \"(\\w+)\":");
    difference(onLaptop, known, "is in local.settings.json.sample, but not agreed", faults);
  }

  private static Set<String> secretsNamed(Infra infra) {
    return Infra.caught(infra.text("hubtriage.sample.json"), "Setting\": *\"(\\w+)\"");
  }

  private static Set<String> secretsSet(Infra infra) {
    return Infra.caught(infra.find(PARAMETERS, "param secretSettings = \\[([^\\]]*)]"), "'(\\w+)'");
  }

  static void difference(Set<String> all, Set<String> but, String fault, List<String> faults) {
    all.stream()
        .filter(name -> !but.contains(name))
        .sorted()
        .forEach(name -> faults.add(name + " " + fault));
  }
}
