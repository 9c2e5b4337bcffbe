package io.hubtriage.infra;

import io.hubtriage.settings.Sweeps;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The timers run as often as the sweeps think they do. */
final class SchedulesCheck {
  private static final String MAIN = "infra/main.bicep";
  private static final String LAPTOP = "local.settings.json.sample";

  private SchedulesCheck() {}

  static List<String> faults(Infra infra) {
    List<String> faults = new ArrayList<>();
    Sweeps sweeps = Sweeps.DEFAULT;
    every(infra, MAIN, "sweepLogsSchedule string = '(.*)'", sweeps.logEvery(), faults);
    every(infra, MAIN, "sweepEventsSchedule string = '(.*)'", sweeps.eventsEvery(), faults);
    if (infra.texts().containsKey(LAPTOP)) {
      every(infra, LAPTOP, "SWEEP_LOGS_SCHEDULE\": *\"([^\"]*)\"", sweeps.logEvery(), faults);
      every(infra, LAPTOP, "SWEEP_EVENTS_SCHEDULE\": *\"([^\"]*)\"", sweeps.eventsEvery(), faults);
    }
    Duration window =
        Duration.parse(infra.find("infra/modules/watch.bicep", "window: '(.*)'\n.*'LessThan'"));
    if (window.compareTo(sweeps.logEvery().multipliedBy(3)) < 0) {
      faults.add("the alert on missing sweeps looks back " + window + ": one late run sets it off");
    }
    return faults;
  }

  private static void every(
      Infra infra, String path, String regex, Duration expected, List<String> faults) {
    String schedule = infra.find(path, regex);
    Duration found = period(schedule);
    if (!found.equals(expected)) {
      faults.add(path + " has a timer " + schedule + ", but the sweep counts on " + expected);
    }
  }

  /** How often an NCRONTAB of a plain sort comes; zero for any other. */
  static Duration period(String schedule) {
    Matcher minutes = Pattern.compile("0 (?:\\*/(\\d+)|\\*) \\* \\* \\* \\*").matcher(schedule);
    if (minutes.matches()) {
      String step = minutes.group(1);
      return Duration.ofMinutes(step == null ? 1 : Long.parseLong(step));
    }
    Matcher seconds = Pattern.compile("\\*/(\\d+) \\* \\* \\* \\* \\*").matcher(schedule);
    return seconds.matches() ? Duration.ofSeconds(Long.parseLong(seconds.group(1))) : Duration.ZERO;
  }
}
