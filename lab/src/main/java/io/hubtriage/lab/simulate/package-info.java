/**
 * Simulated fleets: a log of connections with the cause of every row known. Every behaviour is
 * modelled from what Azure documents about hubs and SDKs, never from how HubTriage diagnoses it.
 *
 * <p>One type per {@link io.hubtriage.lab.simulate.Behaviour behaviour}. A device's sessions end by
 * whichever of its behaviours strikes first; the behaviour writes the rows of that end and says
 * when the device is back. So a new cause is one new type and one line in {@link
 * io.hubtriage.lab.simulate.Fault}.
 *
 * <p>Inside the package a time is a {@code long} of microseconds since the scenario's start ({@link
 * io.hubtriage.lab.simulate.Ticks}).
 */
@NullMarked
package io.hubtriage.lab.simulate;

import org.jspecify.annotations.NullMarked;
