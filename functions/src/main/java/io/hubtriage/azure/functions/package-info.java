/**
 * The triggers: each takes what the host hands over and passes it on. The worker makes a new object
 * for every invocation, so they hold nothing; what lives longer is in {@link
 * io.hubtriage.azure.Wiring}.
 */
@NullMarked
package io.hubtriage.azure.functions;

import org.jspecify.annotations.NullMarked;
