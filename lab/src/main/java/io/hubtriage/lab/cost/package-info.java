/**
 * What HubTriage costs a month: list prices and assumptions in, dollars out. Calculated, never
 * measured on a bill.
 */
@NullMarked
package io.hubtriage.lab.cost;

import org.jspecify.annotations.NullMarked;
