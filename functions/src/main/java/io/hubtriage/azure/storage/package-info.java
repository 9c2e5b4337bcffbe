/**
 * The stores behind the ports: incidents, outbox, budgets and the sweeps' memory in one Azure
 * table, wake-ups in a storage queue, parked input in a blob container, and the journal of events
 * in a table per day. The clients are built elsewhere, and all but the journal's tables are made
 * there.
 */
@NullMarked
package io.hubtriage.azure.storage;

import org.jspecify.annotations.NullMarked;
