package io.hubtriage.settings;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Severity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads {@code match}, and says when it asks for something that cannot turn up.
 *
 * @param hubs names of the hubs in the file; empty if any hub may turn up
 * @param tags of the hubs in the file; empty if they could not be read
 */
record MatchParser(Optional<Set<String>> hubs, Optional<Set<String>> tags) {
  /** Takes every hub and tag, so that a fault among the hubs makes no further ones here. */
  static final MatchParser UNCHECKED = new MatchParser(Optional.empty(), Optional.empty());

  static MatchParser of(List<HubSettings> hubs) {
    Set<String> names = new TreeSet<>();
    Set<String> tags = new TreeSet<>();
    for (HubSettings hub : hubs) {
      names.add(hub.hub().name());
      tags.addAll(hub.tags());
    }
    return new MatchParser(
        names.isEmpty() ? Optional.empty() : Optional.of(names), Optional.of(tags));
  }

  Optional<Matcher> read(Value value) {
    return value.section(this::match);
  }

  private Optional<Matcher> match(Section section) {
    Set<String> hubNames = some(section, "hubs", this::hub);
    Set<Cause> causes = some(section, "causes", Readers::cause);
    Severity least = section.optional("severityAtLeast", Readers::severity).orElse(Severity.NONE);
    Set<String> wanted = some(section, "tags", this::tag);
    return section.build(() -> new Matcher(hubNames, causes, least, wanted));
  }

  private static <T> Set<T> some(Section section, String key, Value.Reader<T> reader) {
    Value.Reader<List<T>> list =
        value ->
            value.node().isArray() && value.node().isEmpty()
                ? value.fault("is empty and would match nothing; leave it out to match all")
                : value.list(reader);
    return new LinkedHashSet<>(section.optional(key, list).orElse(List.of()));
  }

  private Optional<String> hub(Value value) {
    return value
        .text("a hub's name")
        .map(text -> new Hub(text).name())
        .flatMap(
            name ->
                known(hubs, name)
                    ? Optional.of(name)
                    : value.fault(
                        "there is no hub "
                            + Value.quote(name)
                            + " under hubs; "
                            + guess(name, hubs, "add it there")));
  }

  private Optional<String> tag(Value value) {
    return value
        .text("a tag")
        .flatMap(
            tag ->
                known(tags, tag)
                    ? Optional.of(tag)
                    : value.fault(
                        "no hub has the tag "
                            + Value.quote(tag)
                            + "; "
                            + guess(tag, tags, "add it to the tags of a hub")));
  }

  private static boolean known(Optional<Set<String>> names, String name) {
    return names.map(all -> all.contains(name)).orElse(true);
  }

  private static String guess(String name, Optional<Set<String>> names, String advice) {
    return Readers.guess(name, names.orElse(Set.of()), advice);
  }
}
