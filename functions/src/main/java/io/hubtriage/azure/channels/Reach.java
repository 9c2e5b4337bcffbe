package io.hubtriage.azure.channels;

/** Where webhooks may point. */
public enum Reach {
  /**
   * Public addresses, by https only: a URL in an app setting must not become a way into the network
   * the app runs in, or to the platform's metadata and identity endpoints.
   */
  PUBLIC_HTTPS,
  /** Anywhere, by http too: for tests and a laptop. */
  ANYWHERE
}
