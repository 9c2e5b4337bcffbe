/**
 * The values everything else speaks in: hubs, devices, what the connection log says of them,
 * causes, evidence. Only the JDK.
 */
@NullMarked
package io.hubtriage.model;

import org.jspecify.annotations.NullMarked;
