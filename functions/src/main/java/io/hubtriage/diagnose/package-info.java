/**
 * Why a connection ended. Causes compete: each says how likely a row is under it, now, in this
 * context, and the one that leads clearly is the verdict. A cause is one {@link
 * io.hubtriage.diagnose.Explanation}; {@link io.hubtriage.diagnose.Catalogue} lists them.
 */
@NullMarked
package io.hubtriage.diagnose;

import org.jspecify.annotations.NullMarked;
