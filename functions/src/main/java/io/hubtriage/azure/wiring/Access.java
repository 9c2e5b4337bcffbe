package io.hubtriage.azure.wiring;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.util.ConfigurationBuilder;
import com.azure.identity.DefaultAzureCredentialBuilder;

/** How everything in Azure is reached: over one HTTP client, as one identity. Safe to share. */
final class Access {
  private final Environment environment;
  private final HttpClient http = QuietClient.make();
  private final Once<TokenCredential> credential = new Once<>(this::openCredential);

  Access(Environment environment) {
    this.environment = environment;
  }

  /** The one client all share. */
  HttpClient http() {
    return http;
  }

  /** Who asks; nobody signs in before the first token is wanted. */
  TokenCredential credential() {
    return credential.get();
  }

  /**
   * On Azure only its identities, on a laptop who is signed in to the Azure CLI: a chain of guesses
   * would hide the one error that counts, and the ways of the IDEs need libraries the app leaves
   * out.
   */
  private TokenCredential openCredential() {
    boolean onAzure = environment.find(AppSetting.IDENTITY_ENDPOINT).isPresent();
    String ways =
        environment.find(AppSetting.TOKEN_CREDENTIALS, onAzure ? "prod" : "AzureCliCredential");
    DefaultAzureCredentialBuilder builder =
        new DefaultAzureCredentialBuilder()
            .httpClient(http)
            .configuration(
                new ConfigurationBuilder()
                    .putProperty(AppSetting.TOKEN_CREDENTIALS.key(), ways)
                    .build());
    environment.find(AppSetting.CLIENT_ID).ifPresent(builder::managedIdentityClientId);
    return builder.build();
  }
}
