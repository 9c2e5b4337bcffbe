package io.hubtriage.infra;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Functions, queues, tables, containers and event types are called the same everywhere. */
final class NamesCheck {
  private static final String STORAGE = "infra/modules/storage.bicep";
  private static final String SUBSCRIPTION = "infra/modules/hub-subscription.bicep";
  private static final String CODE = "functions/src/main/java/io/hubtriage/azure/";
  private static final String NAMES = CODE + "wiring/Names.java";
  private static final String BINDINGS = CODE + "functions/Connections.java";

  private NamesCheck() {}

  static List<String> faults(Infra infra) {
    List<String> faults = new ArrayList<>();
    functions(infra, faults);
    storage(infra, faults);
    code(infra, faults);
    bindings(infra, faults);
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

  /** What the code calls its things in the storage account. */
  private static void code(Infra infra, List<String> faults) {
    String shipped = "new Names\\(\"(\\w+)\", [\\w.]+, \"(\\w+)\", \"(\\w+)\"\\)";
    equal(infra, NAMES, shipped, Agreed.TABLE, faults);
    for (String name : Infra.caught(infra.text(NAMES), "[,(] \"(\\w+)\"")) {
      if (!Agreed.CONTAINERS.contains(name)) {
        faults.add(NAMES + " has the container " + name + ", which nobody makes");
      }
    }
    equal(
        infra,
        CODE + "wiring/Storage.java",
        "AppSetting\\.NOTICES_QUEUE, \"([^\"]*)\"",
        Agreed.QUEUE,
        faults);
  }

  /** What the triggers have the host look up. */
  private static void bindings(Infra infra, List<String> faults) {
    SettingsCheck.difference(
        Infra.caught(infra.text(BINDINGS), "\"%(\\w+)%\""),
        Agreed.SETTINGS,
        "is looked up by a trigger, but not set",
        faults);
    String storage = infra.find(BINDINGS, "STORAGE = \"(\\w+)\"");
    if (!Agreed.SETTINGS.contains(storage + "__queueServiceUri")) {
      faults.add("the queue triggers use the storage " + storage + ", whose address is not set");
    }
    equal(infra, BINDINGS, "POISON = NOTICES \\+ \"([^\"]*)\"", "-poison", faults);
  }

  private static void equal(
      Infra infra, String path, String regex, String expected, List<String> faults) {
    String found = infra.find(path, regex);
    if (!found.equals(expected)) {
      faults.add(path + " says " + found + ", not " + expected);
    }
  }
}
