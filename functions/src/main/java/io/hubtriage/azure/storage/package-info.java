/**
 * The stores behind the ports: incidents, outbox, budgets and the sweep's memory in one Azure
 * table, wake-ups in a storage queue, parked input in a blob container. The clients are built and
 * their table, queue and container are made elsewhere.
 */
@NullMarked
package io.hubtriage.azure.storage;

import org.jspecify.annotations.NullMarked;
