/**
 * The settings file {@code hubtriage.json}: which hubs, who is told what and when to keep quiet.
 * Parsed once, every fault at once; secrets are only named here, never held.
 */
@NullMarked
package io.hubtriage.settings;

import org.jspecify.annotations.NullMarked;
