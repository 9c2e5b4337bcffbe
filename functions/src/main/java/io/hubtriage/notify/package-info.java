/**
 * Notices become bytes here: the words in {@code text}, what is said in {@code bulletin}, how it
 * looks in one folder per channel. Pure; sending happens elsewhere.
 */
@NullMarked
package io.hubtriage.notify;

import org.jspecify.annotations.NullMarked;
