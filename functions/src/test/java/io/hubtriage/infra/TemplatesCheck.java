package io.hubtriage.infra;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a compiler would say first: the templates parse, use only names that are declared, give each
 * module the parameters it wants, and their resource types are those of the list.
 */
final class TemplatesCheck {
  private static final String LIST = "infra/resource-types.txt";
  private static final Set<String> TOP =
      Set.of("infra/main.bicep", "infra/events.bicep", "infra/modules/types.bicep");

  private TemplatesCheck() {}

  static List<String> faults(Infra infra) {
    Map<String, Bicep> files = infra.bicep();
    List<String> faults = new ArrayList<>();
    Set<String> used = new HashSet<>(TOP);
    files.forEach(
        (path, file) -> {
          file.errors().forEach(error -> faults.add(path + ":" + error + " is no Bicep"));
          file.unknown().forEach(name -> faults.add(path + ":" + name + " is not declared"));
          file.modules().forEach(module -> used.add(module(path, module, files, faults)));
          outputs(path, infra.text(path), file, files, faults);
        });
    files.keySet().stream()
        .filter(path -> path.endsWith(".bicep") && !used.contains(path))
        .forEach(path -> faults.add(path + " is used nowhere"));
    types(infra, files, faults);
    sample(files, faults);
    return faults;
  }

  private static String module(
      String path, Bicep.Module module, Map<String, Bicep> files, List<String> faults) {
    String target = "infra/" + module.path();
    Bicep file = files.get(target);
    if (file == null) {
      faults.add(path + " uses " + target + ", which is not there");
      return target;
    }
    Set<String> wanted =
        file.params().entrySet().stream()
            .filter(param -> param.getValue().isEmpty())
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    Set<String> given = Set.copyOf(module.params());
    SettingsCheck.difference(
        wanted, given, "is wanted by " + target + ", but " + path + " does not give it", faults);
    SettingsCheck.difference(
        given, file.params().keySet(), "is given to " + target + ", which has no such", faults);
    return target;
  }

  private static void outputs(
      String path, String text, Bicep file, Map<String, Bicep> files, List<String> faults) {
    Pattern.compile("\\b(\\w+)(?:\\[\\w+])?\\.outputs\\.(\\w+)")
        .matcher(text)
        .results()
        .forEach(
            use -> {
              boolean there =
                  file.modules().stream()
                      .filter(module -> module.symbol().equals(use.group(1)))
                      .map(module -> files.get("infra/" + module.path()))
                      .anyMatch(to -> to != null && to.outputs().contains(use.group(2)));
              if (!there) {
                faults.add(path + " uses " + use.group() + ", which is not put out");
              }
            });
  }

  /** The grammar sees no misspelt property; the list has those somebody looked up. */
  private static void types(Infra infra, Map<String, Bicep> files, List<String> faults) {
    Set<String> used = new TreeSet<>();
    for (Bicep file : files.values()) {
      for (Bicep.Resource resource : file.resources()) {
        String type = resource.type() + "@" + resource.version();
        used.add(type);
        resource.properties().forEach(property -> used.add(type + " " + property));
      }
    }
    Set<String> listed = new TreeSet<>();
    String type = "";
    for (String line : infra.text(LIST).lines().filter(l -> !l.startsWith("#")).toList()) {
      type = line.startsWith(" ") ? type : line;
      listed.add(line.startsWith(" ") ? type + " " + line.strip() : type);
    }
    SettingsCheck.difference(used, listed, "is used, but not in " + LIST, faults);
    SettingsCheck.difference(listed, used, "is in " + LIST + ", but not used", faults);
  }

  private static void sample(Map<String, Bicep> files, List<String> faults) {
    Map<String, String> params = Bicep.of(files, "infra/main.bicep").params();
    String path = "infra/hubtriage.sample.bicepparam";
    Set<String> given = Bicep.of(files, path).objects().keySet();
    SettingsCheck.difference(
        given, params.keySet(), "is in " + path + ", but no parameter", faults);
    Set<String> wanted =
        params.entrySet().stream()
            .filter(param -> param.getValue().isEmpty())
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    SettingsCheck.difference(wanted, given, "must be given, but is not in " + path, faults);
  }
}
