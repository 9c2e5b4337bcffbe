package io.hubtriage.pipeline;

import io.hubtriage.notify.Audience;
import io.hubtriage.notify.Renderer;
import io.hubtriage.notify.email.Addresses;
import io.hubtriage.notify.email.EmailRenderer;
import io.hubtriage.notify.teams.TeamsRenderer;
import io.hubtriage.notify.webhook.WebhookRenderer;
import io.hubtriage.settings.ChannelSettings;
import io.hubtriage.settings.HubSettings;
import io.hubtriage.settings.Settings;
import java.util.HashMap;
import java.util.Map;

/** How each channel of the settings speaks: in which form, to whom, in which language. */
public final class Voices {
  private Voices() {}

  /** What makes the channel's bytes. */
  public static Renderer renderer(ChannelSettings channel) {
    if (channel instanceof ChannelSettings.Email email) {
      return new EmailRenderer(new Addresses(email.from(), email.to()));
    }
    if (channel instanceof ChannelSettings.Webhook) {
      return new WebhookRenderer();
    }
    if (channel instanceof ChannelSettings.Teams) {
      return new TeamsRenderer();
    }
    throw new IllegalArgumentException("no renderer for channels like " + channel.name());
  }

  /** Who reads the channel. */
  public static Audience audience(Settings settings, ChannelSettings channel) {
    Map<String, String> workspaces = new HashMap<>();
    for (HubSettings hub : settings.hubs()) {
      hub.workspaceResourceId().ifPresent(id -> workspaces.put(hub.hub().resourceId(), id));
    }
    return new Audience(
        channel.name(), channel.locale(), channel.zone(), settings.runbooks(), workspaces);
  }
}
