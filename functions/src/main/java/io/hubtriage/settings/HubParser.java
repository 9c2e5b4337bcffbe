package io.hubtriage.settings;

import io.hubtriage.model.Hub;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads {@code hubs}. */
final class HubParser {
  private static final Pattern HUB_ID = armId("Microsoft\\.Devices/IotHubs");
  private static final Pattern WORKSPACE_ID = armId("Microsoft\\.OperationalInsights/workspaces");

  /** Hub names seen, and where. */
  private final Map<String, String> seen = new HashMap<>();

  Optional<HubSettings> read(Value value) {
    return value.section(this::hub);
  }

  private Optional<HubSettings> hub(Section section) {
    Optional<Hub> hub =
        section.required(
            "resourceId", "copy it from the hub's Properties page in the portal", this::hubId);
    Optional<UUID> workspaceId = section.optional("workspaceId", Readers::guid);
    Optional<String> workspace = section.optional("workspaceResourceId", HubParser::workspaceId);
    Optional<List<String>> tags = section.optional("tags", v -> v.list(Readers::words));
    return section.build(
        () ->
            new HubSettings(
                hub.orElseThrow(),
                workspaceId,
                workspace,
                Set.copyOf(new LinkedHashSet<>(tags.orElse(List.of())))));
  }

  private Optional<Hub> hubId(Value value) {
    Optional<String> id =
        armId(value, HUB_ID, "Microsoft.Devices/IotHubs", "the hub's Properties page");
    if (id.isEmpty()) {
      return Optional.empty();
    }
    Hub hub = new Hub(id.get());
    String earlier = seen.putIfAbsent(hub.name(), value.path());
    return earlier == null
        ? Optional.of(hub)
        : value.fault("hub " + hub.name() + " is listed twice, first at " + earlier);
  }

  private static Optional<String> workspaceId(Value value) {
    return armId(
            value,
            WORKSPACE_ID,
            "Microsoft.OperationalInsights/workspaces",
            "the workspace's Properties page")
        .map(id -> id.toLowerCase(Locale.ROOT));
  }

  private static Optional<String> armId(Value value, Pattern shape, String type, String where) {
    String example = "a resource id, \"/subscriptions/.../providers/" + type + "/NAME\"";
    Optional<String> text = value.text(example);
    if (text.isEmpty() || shape.matcher(text.get()).matches()) {
      return text;
    }
    return value.fault(
        Value.quote(text.get())
            + " is not "
            + example
            + "; copy it from "
            + where
            + " in the portal");
  }

  private static Pattern armId(String type) {
    return Pattern.compile(
        "/subscriptions/[^/\\s]+/resourceGroups/[^/\\s]+/providers/" + type + "/[^/\\s]+",
        Pattern.CASE_INSENSITIVE);
  }
}
