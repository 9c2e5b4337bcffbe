/** The hub metric {@code connectedDeviceCount} in Azure Monitor. */
@NullMarked
package io.hubtriage.azure.metrics;

import org.jspecify.annotations.NullMarked;
