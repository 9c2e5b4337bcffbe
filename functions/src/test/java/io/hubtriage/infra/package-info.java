/**
 * Checks of {@code infra/} that need no Azure: the templates parse and name only what is declared,
 * and they, the scripts and the code agree on settings, roles, names and schedules. Each check is a
 * function of the files' texts, so that tests can show what a renamed word brings to light.
 */
@NullMarked
package io.hubtriage.infra;

import org.jspecify.annotations.NullMarked;
