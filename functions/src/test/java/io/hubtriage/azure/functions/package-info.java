/** The functions as the host calls them, on the real adapters and loopback services. */
@NullMarked
package io.hubtriage.azure.functions;

import org.jspecify.annotations.NullMarked;
