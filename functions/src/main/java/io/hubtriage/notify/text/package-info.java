/** Words, numbers and times in the reader's language, and text of others made harmless. */
@NullMarked
package io.hubtriage.notify.text;

import org.jspecify.annotations.NullMarked;
