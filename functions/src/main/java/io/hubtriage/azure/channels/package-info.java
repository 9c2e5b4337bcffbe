/**
 * The channels themselves: rendered notices go over HTTPS and SMTP here, and what comes back is put
 * into words an operator can act on. Secrets go in as {@link io.hubtriage.settings.Secret} and come
 * out nowhere: no answer, log line, exception or {@code toString} holds one.
 */
@NullMarked
package io.hubtriage.azure.channels;

import org.jspecify.annotations.NullMarked;
