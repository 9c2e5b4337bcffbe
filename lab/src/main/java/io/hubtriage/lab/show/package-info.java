/**
 * What HubTriage did, as a page on loopback: the cards as Teams draws them, the mails, the
 * incidents over time and the noise that nobody had to read.
 */
@NullMarked
package io.hubtriage.lab.show;

import org.jspecify.annotations.NullMarked;
