/** E-mail: MIME messages with a text and an HTML part. */
@NullMarked
package io.hubtriage.notify.email;

import org.jspecify.annotations.NullMarked;
