package io.hubtriage.notify.bulletin;

import io.hubtriage.incident.Facts;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Window;
import io.hubtriage.notify.Audience;
import io.hubtriage.notify.text.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** The links of a bulletin. A link that would be too long is shortened or left out. */
final class Links {
  private static final String PORTAL = "https://portal.azure.com/#@";

  /** Shown before and after the affected rows: the connects around them tell the story. */
  private static final Duration MARGIN = Duration.ofMinutes(10);

  private final Remedies remedies;
  private final Language language;
  private final Audience audience;

  Links(Remedies remedies, Language language, Audience audience) {
    this.remedies = remedies;
    this.language = language;
    this.audience = audience;
  }

  /** Everything that helps with an incident: the fix, the rows, the hub, the runbook. */
  List<Link> of(Facts.OfIncident incident) {
    List<Link> links = new ArrayList<>();
    Optional.ofNullable(audience.runbooks().get(incident.cause()))
        .ifPresent(uri -> links.add(link("runbook", uri.toASCIIString())));
    links.add(
        link(
            incident.cause() == Cause.UNKNOWN ? "guide" : "docs", documentation(incident.cause())));
    query(incident).ifPresent(url -> links.add(link("query", url)));
    hub(incident.hub()).ifPresent(links::add);
    return links;
  }

  /** The hub's page in the portal; empty if only its name is known. */
  Optional<Link> hub(Hub hub) {
    return Optional.of(hub.resourceId())
        .filter(id -> id.startsWith("/"))
        .map(id -> PORTAL + "/resource" + encode(id).replace("%2F", "/"))
        .filter(url -> url.length() <= Audience.MAX_LINK)
        .map(url -> link("hub", url));
  }

  private String documentation(Cause cause) {
    Remedy remedy = remedies.of(cause);
    return "https://learn.microsoft.com/"
        + language.learnLocale()
        + remedy.path()
        + (remedy.anchor().isEmpty() ? "" : "#" + remedy.anchor());
  }

  private Optional<String> query(Facts.OfIncident incident) {
    return audience.workspace(incident.hub()).flatMap(workspace -> query(incident, workspace));
  }

  /**
   * As many of the devices as fit. A fault of a hub or site has too many devices to name, and its
   * rows are best read together, so it asks for the whole hub.
   */
  private Optional<String> query(Facts.OfIncident incident, String workspace) {
    List<String> devices =
        incident.cause().wide() || incident.provisional()
            ? List.of()
            : incident.devices().stream().map(d -> d.device().deviceId()).distinct().toList();
    Window span =
        new Window(incident.span().start().minus(MARGIN), incident.span().end().plus(MARGIN));
    for (int named = devices.size(); named >= 0; named--) {
      int others = named == 0 ? 0 : Math.max(0, incident.members() - named);
      LogQuery query = new LogQuery(incident.hub(), span, devices.subList(0, named), others);
      String url = logs(workspace, query);
      if (url.length() < Audience.MAX_LINK) {
        return Optional.of(url);
      }
    }
    return Optional.empty();
  }

  /**
   * The Logs blade's own share link: the query gzipped, in base64, percent-encoded; the time range
   * beside it is ignored by the portal when the query has its own, but must hold it.
   */
  private static String logs(String workspace, LogQuery query) {
    String packed = Base64.getEncoder().encodeToString(gzip(query.kql()));
    return PORTAL
        + "/blade/Microsoft_OperationsManagementSuite_Workspace/Logs.ReactView/resourceId/"
        + encode(workspace)
        + "/source/LogsBlade.AnalyticsShareLinkToQuery/q/"
        + encode(packed)
        + "/timespan/"
        + encode(query.span().start() + "/" + query.span().end());
  }

  private static byte[] gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("packing a query in memory", e);
    }
    return bytes.toByteArray();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private Link link(String kind, String url) {
    return new Link(language.text("link." + kind), url);
  }
}
