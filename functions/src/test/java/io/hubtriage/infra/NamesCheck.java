package io.hubtriage.infra;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Functions, queues, tables, containers and event types are called the same everywhere. */
final class NamesCheck {
  private static final String STORAGE = "infra/modules/storage.bicep";
  private static final String SUBSCRIPTION = "infra/modules/hub-subscription.bicep";

  private NamesCheck() {}

  static List<String> faults(Infra infra) {
    List<String> faults = new ArrayList<>();
    functions(infra, faults);
    storage(infra, faults);
    Set<String> sent =
        Infra.caught(infra.text(SUBSCRIPTION), "'Microsoft\\.Devices\\.(Device\\w+)'");
    if (!sent.equals(Set.of("DeviceConnected", "DeviceDisconnected"))) {
      faults.add("events " + sent + " are sent to the app");
    }
    sent.stream()
        .filter(type -> !infra.code().contains("Microsoft.Devices." + type))
        .forEach(type -> faults.add("event " + type + " is sent, but the app does not read it"));
    return faults;
  }

  private static void functions(Infra infra, List<String> faults) {
    Set<String> real = Infra.caught(infra.code(), "@FunctionName\\(\"(\\w+)\"\\)");
    if (!real.isEmpty() && !real.equals(Agreed.FUNCTIONS)) {
      faults.add("the code has the functions " + real + ", not " + Agreed.FUNCTIONS);
    }
    used(infra, SUBSCRIPTION, "/functions/(\\w+)", faults);
    used(infra, "infra/deploy.sh", "--function-name (\\w+)", faults);
    used(infra, "infra/modules/watch.bicep", "name == \"(\\w+)\"", faults);
    used(infra, "infra/workbook.json", "name == \\\\\"(\\w+)\\\\\"", faults);
    String listed = infra.find("infra/workbook.json", "name in \\(([^)]*)\\)");
    if (!Infra.caught(listed, "\"(\\w+)\\\\\"").equals(Agreed.FUNCTIONS)) {
      faults.add("infra/workbook.json lists " + listed + ", not all functions");
    }
  }

  private static void used(Infra infra, String path, String regex, List<String> faults) {
    Set<String> names = Infra.caught(infra.text(path), regex);
    if (names.isEmpty()) {
      faults.add(path + " names no function");
    }
    SettingsCheck.difference(
        names, Agreed.FUNCTIONS, "is in " + path + ", but no function", faults);
  }

  private static void storage(Infra infra, List<String> faults) {
    equal(infra, "infra/main.bicep", "var noticesQueue = '([^']*)'", Agreed.QUEUE, faults);
    equal(
        infra,
        STORAGE,
        "var queues = (\\[.*])",
        "[noticesQueue, '${noticesQueue}-poison']",
        faults);
    equal(infra, STORAGE, "parent: tableService\n  name: '([^']*)'", Agreed.TABLE, faults);
    Set<String> containers =
        Infra.caught(infra.find(STORAGE, "var containers = \\[([^\\]]*)]"), "'(\\w+)' //");
    if (!containers.equals(Agreed.CONTAINERS)) {
      faults.add(STORAGE + " makes the containers " + containers + ", not " + Agreed.CONTAINERS);
    }
    equal(infra, SUBSCRIPTION, "blobContainerName: '(\\w+)'", "deadletter", faults);
    equal(
        infra,
        "infra/modules/dead-letter-writer.bicep",
        "'containers' existing = \\{\n\\s+name: '(\\w+)'",
        "deadletter",
        faults);
    equal(infra, "infra/modules/app.bicep", "\\$\\{blobEndpoint}(\\w+)'", "deployments", faults);
  }

  private static void equal(
      Infra infra, String path, String regex, String expected, List<String> faults) {
    String found = infra.find(path, regex);
    if (!found.equals(expected)) {
      faults.add(path + " says " + found + ", not " + expected);
    }
  }
}
