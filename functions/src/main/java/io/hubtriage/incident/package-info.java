/**
 * What is going on and who has been told what: incidents, their life, the notices they cause, and
 * what keeps notices back. Pure; storage stands behind ports.
 */
@NullMarked
package io.hubtriage.incident;

import org.jspecify.annotations.NullMarked;
