package io.hubtriage.lab.backtest;

import io.hubtriage.incident.Channel;
import io.hubtriage.incident.Delivery;
import io.hubtriage.lab.cli.Progress;
import io.hubtriage.pipeline.Rules;
import io.hubtriage.pipeline.Voices;
import io.hubtriage.settings.ChannelSettings;
import io.hubtriage.settings.Settings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A replay whose alerts are written to a folder, byte for byte as they would have been sent. */
public final class Backtest {
  private static final int STEPS = 1_000;

  private final Output output;
  private final Settings settings;

  private Backtest(Output output, Settings settings) {
    this.output = output;
    this.settings = settings;
  }

  /**
   * Makes a folder ready; messages of an earlier run are removed.
   *
   * @throws io.hubtriage.lab.cli.InputException if it cannot be written to
   */
  public static Backtest into(Path folder, Settings settings) {
    return new Backtest(Output.in(folder), settings);
  }

  /**
   * Replays all rows and writes every file of the contract.
   *
   * @param sources what the pipeline asks; about the same rows as {@code inputs}
   * @param out where the summary goes
   * @param err where the progress is shown
   */
  public void run(Inputs inputs, Sources sources, PrintWriter out, PrintWriter err) {
    SentLog sent = new SentLog();
    Replay replay =
        new Replay(inputs.log(), sources, inputs.events(), Rules.of(settings), delivery(sent));
    try (Progress progress =
        new Progress(err, Progress.Style.detect(), "replaying", STEPS, System::nanoTime)) {
      replay.run(share -> progress.at(Math.round(share * STEPS)));
    }
    new Results(inputs, replay, sent).write(output, out);
  }

  private Delivery delivery(SentLog sent) {
    Map<String, Channel> channels = new HashMap<>();
    for (ChannelSettings channel : settings.channels()) {
      channels.put(
          channel.name(),
          new RecordingChannel(
              Voices.renderer(channel), Voices.audience(settings, channel), output, sent));
    }
    Rules rules = Rules.of(settings);
    return Delivery.to(channels, rules.budgets(), rules.fallbacks());
  }
}
