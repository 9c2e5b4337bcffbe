/** Microsoft Teams: Adaptive Cards for a Power Automate Workflows webhook. */
@NullMarked
package io.hubtriage.notify.teams;

import org.jspecify.annotations.NullMarked;
