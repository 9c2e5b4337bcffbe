/**
 * How HubTriage watches over itself: does it still see its hubs, and can it speak? Pure; storage
 * stands behind ports.
 */
@NullMarked
package io.hubtriage.watch;

import org.jspecify.annotations.NullMarked;
