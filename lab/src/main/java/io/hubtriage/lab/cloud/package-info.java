/**
 * Azure Monitor on loopback: a Log Analytics workspace and a hub metric that answer the official
 * clients, as of a moment that is set.
 */
@NullMarked
package io.hubtriage.lab.cloud;

import org.jspecify.annotations.NullMarked;
