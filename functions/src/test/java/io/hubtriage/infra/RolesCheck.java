package io.hubtriage.infra;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Every role that something needs is assigned, and no other. */
final class RolesCheck {
  private static final String TYPES = "infra/modules/types.bicep";
  private static final String GUIDE = "docs/deploy.md";

  /** What a client of Azure's SDK needs to do its work. */
  private static final Map<String, String> CLIENTS =
      Map.of(
          "LogsQueryClient", "Log Analytics Reader",
          "MetricsQueryClient", "Monitoring Reader",
          "TableClient", "Storage Table Data Contributor",
          "TableServiceClient", "Storage Table Data Contributor",
          "QueueClient", "Storage Queue Data Contributor",
          "QueueServiceClient", "Storage Queue Data Contributor",
          "BlobClient", "Storage Blob Data Owner",
          "BlobContainerClient", "Storage Blob Data Owner",
          "BlobServiceClient", "Storage Blob Data Owner",
          "HttpClient", "");

  /** What words in the templates make necessary. */
  private static final Map<String, String> PLATFORM =
      Map.of(
          "@Microsoft.KeyVault(", "Key Vault Secrets User",
          "Authorization=AAD", "Monitoring Metrics Publisher",
          "AzureWebJobsStorage__credential", "Storage Blob Data Owner",
          "deadLetterWithResourceIdentity", "Storage Blob Data Contributor");

  /** learn.microsoft.com/azure/role-based-access-control/built-in-roles. */
  private static final Map<String, String> BUILT_IN =
      Map.of(
          "Key Vault Secrets User", "4633458b-17de-408a-b874-0445c86b69e6",
          "Log Analytics Reader", "73c42c96-874c-492b-b04d-ab87d138a893",
          "Monitoring Metrics Publisher", "3913510d-42f4-4e42-8a64-420c390055eb",
          "Monitoring Reader", "43d0d8ad-25c7-4714-9337-8ba259a9fe05",
          "Storage Blob Data Contributor", "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
          "Storage Blob Data Owner", "b7e6dc6d-f1e8-4753-8033-0f276bb0955b",
          "Storage Queue Data Contributor", "974c5e8b-45b9-4653-ba55-5f855dd0fb88",
          "Storage Table Data Contributor", "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3");

  private RolesCheck() {}

  static List<String> faults(Infra infra) {
    List<String> faults = new ArrayList<>();
    Set<String> needed = needed(infra, faults);
    Set<String> assigned = assigned(infra, faults);
    SettingsCheck.difference(needed, assigned, "is needed, but not assigned", faults);
    SettingsCheck.difference(assigned, needed, "is assigned, but nothing needs it", faults);
    Set<String> described = Infra.caught(infra.text(GUIDE), "\n\\| ([A-Z][A-Za-z ]+?) \\|");
    SettingsCheck.difference(assigned, described, "has no row in " + GUIDE, faults);
    return faults;
  }

  private static Set<String> needed(Infra infra, List<String> faults) {
    Set<String> needed = new TreeSet<>();
    for (String client :
        Infra.caught(infra.code(), "import com\\.azure\\.[a-z.]+\\.([A-Z]\\w*Client);")) {
      String role = CLIENTS.get(client);
      if (role == null) {
        faults.add(client + " is used; say in RolesCheck which role it needs");
      } else if (!role.isEmpty()) {
        needed.add(role);
      }
    }
    String templates = infra.templates();
    PLATFORM.forEach(
        (word, role) -> {
          if (templates.contains(word)) {
            needed.add(role);
          }
        });
    return needed;
  }

  /** Names of the roles that a role assignment uses; of a GUID that is no known role, the GUID. */
  private static Set<String> assigned(Infra infra, List<String> faults) {
    Map<String, String> guids = new TreeMap<>();
    Pattern.compile("\\b(\\w+): '([0-9a-f-]{36})'")
        .matcher(infra.text(TYPES))
        .results()
        .forEach(found -> guids.put(found.group(1), found.group(2)));
    Map<String, String> names = new TreeMap<>();
    BUILT_IN.forEach((name, guid) -> names.put(guid, name));
    Set<String> assigned = new TreeSet<>();
    for (String symbol : Infra.caught(infra.templates(), "roleIds\\.(\\w+)")) {
      String guid = guids.getOrDefault(symbol, "undeclared role " + symbol);
      assigned.add(names.getOrDefault(guid, guid));
      guids.remove(symbol);
    }
    guids.keySet().forEach(symbol -> faults.add(symbol + " is in " + TYPES + ", but not assigned"));
    Set<String> written = Infra.caught(infra.templates(), "roleDefinitions', '([^']*)'");
    written.forEach(guid -> faults.add("role " + guid + " is not named in " + TYPES));
    return assigned;
  }
}
