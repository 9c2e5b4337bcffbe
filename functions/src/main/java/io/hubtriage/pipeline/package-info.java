/**
 * What the settings make of the pipeline: rules, channels and their wording, the same on Azure and
 * on a laptop. Pure.
 */
@NullMarked
package io.hubtriage.pipeline;

import org.jspecify.annotations.NullMarked;
