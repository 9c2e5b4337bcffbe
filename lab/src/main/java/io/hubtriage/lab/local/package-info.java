/**
 * What the Function App needs around it, on this machine: Log Analytics and the metric of a
 * simulated hub whose time is the wall clock's, and receivers that keep what they are sent.
 */
@NullMarked
package io.hubtriage.lab.local;

import org.jspecify.annotations.NullMarked;
