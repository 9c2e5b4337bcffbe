package io.hubtriage.settings;

import io.hubtriage.model.Window;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Reads the members of {@code muteWindows} and {@code silences}.
 *
 * @param zone of weekly windows that name none
 */
record MuteParser(ZoneId zone, MatchParser match) {
  Optional<MuteWindow> window(Value value) {
    return value.section(this::window);
  }

  Optional<Silence> silence(Value value) {
    return value.section(this::silence);
  }

  private Optional<MuteWindow> window(Section section) {
    Optional<String> name = section.required("name", "say what it is for", Readers::words);
    Matcher matcher = section.optional("match", match::read).orElse(Matcher.ANY);
    Optional<Schedule> weekly = section.optional("weekly", v -> v.section(this::weekly));
    Optional<Schedule> once = section.optional("once", v -> v.section(MuteParser::once));
    if (section.has("weekly") == section.has("once")) {
      section.fault("weekly", "write either weekly or once, to say when");
    }
    return section.build(
        () -> new MuteWindow(name.orElseThrow(), matcher, weekly.or(() -> once).orElseThrow()));
  }

  private Optional<Schedule> weekly(Section section) {
    Optional<List<DayOfWeek>> days =
        section.required(
            "days",
            "write a list such as [\"saturday\", \"sunday\"]",
            value ->
                value.node().isArray() && value.node().isEmpty()
                    ? value.fault("must have at least one day")
                    : value.list(Readers::day));
    Optional<LocalTime> from =
        section.required("from", "write a time such as \"22:00\"", Readers::time);
    Optional<LocalTime> to =
        section.required("to", "write a time such as \"06:00\"", Readers::time);
    ZoneId clocks = section.optional("zone", Readers::zone).orElse(zone);
    return section.build(
        () ->
            new Schedule.Weekly(
                new LinkedHashSet<>(days.orElseThrow()),
                from.orElseThrow(),
                to.orElseThrow(),
                clocks));
  }

  private static Optional<Schedule> once(Section section) {
    String hint = "write a moment such as \"2027-01-31T18:00:00Z\"";
    Optional<Instant> from = section.required("from", hint, Readers::instant);
    Optional<Instant> to = section.required("to", hint, Readers::instant);
    if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
      section.fault("to", "must be after from");
    }
    return section.build(() -> new Schedule.Once(new Window(from.orElseThrow(), to.orElseThrow())));
  }

  private Optional<Silence> silence(Section section) {
    Optional<String> reason =
        section.required("reason", "say why, for those who wonder at the quiet", Readers::words);
    Matcher matcher = section.optional("match", match::read).orElse(Matcher.ANY);
    Optional<Instant> until =
        section.required(
            "until", "write a moment such as \"2027-01-31T18:00:00Z\"", Readers::instant);
    return section.build(() -> new Silence(matcher, until.orElseThrow(), reason.orElseThrow()));
  }
}
