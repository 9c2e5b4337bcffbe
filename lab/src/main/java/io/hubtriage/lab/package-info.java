/** The pipeline on a laptop: simulator, backtest, report. */
package io.hubtriage.lab;
