/**
 * Puts the parts together, on Azure and wherever else the functions run: app settings, clients,
 * stores, each made when it is first asked for.
 */
@NullMarked
package io.hubtriage.azure.wiring;

import org.jspecify.annotations.NullMarked;
