/**
 * Replays a log in virtual time through the shipped pipeline and writes down what would have
 * happened: verdicts, incidents, messages.
 */
@NullMarked
package io.hubtriage.lab.backtest;

import org.jspecify.annotations.NullMarked;
