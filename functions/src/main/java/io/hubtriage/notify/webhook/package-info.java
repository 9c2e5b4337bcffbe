/** Notices as Azure Monitor's common alert schema, which existing alert receivers already read. */
@NullMarked
package io.hubtriage.notify.webhook;

import org.jspecify.annotations.NullMarked;
