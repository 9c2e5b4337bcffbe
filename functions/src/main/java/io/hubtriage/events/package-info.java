/** Reads the connection events that Event Grid delivers. Pure: text in, values out. */
@NullMarked
package io.hubtriage.events;

import org.jspecify.annotations.NullMarked;
