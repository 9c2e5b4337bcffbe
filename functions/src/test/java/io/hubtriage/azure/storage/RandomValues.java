package io.hubtriage.azure.storage;

import io.hubtriage.diagnose.Burst;
import io.hubtriage.incident.Budget;
import io.hubtriage.incident.Facts;
import io.hubtriage.incident.Member;
import io.hubtriage.incident.Notice;
import io.hubtriage.incident.NoticeKind;
import io.hubtriage.incident.Roster;
import io.hubtriage.model.Device;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Window;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Makes any value of the model by looking at its records, so that a component somebody adds is in
 * the tests before he has thought of storing it.
 */
final class RandomValues {
  private static final String[] PIECES = {
    "a",
    "Z",
    "0",
    "-:.+%_#*?!(),=@;$'",
    "/\\",
    "\"",
    "\n\r\t",
    "\u0000\u001f",
    "\u007f",
    "é",
    "İı",
    "日本",
    "\ud83d\ude00",
    "\ud800",
    "\uffff",
    " ",
    "PT5M",
    "2026-03-10T12:00:00Z",
    "null",
    "1.0"
  };
  private static final double[] DOUBLES = {
    0.0, -0.0, 1, 3, 1.0 / 3, 1e300, Double.MIN_VALUE, Long.MAX_VALUE
  };

  private final Random random;
  private final Map<Class<?>, Supplier<Object>> makers = new HashMap<>();

  private RandomValues(Random random) {
    this.random = random;
    makers.put(String.class, this::text);
    makers.put(int.class, this::count);
    makers.put(Integer.class, this::count);
    makers.put(long.class, this::number);
    makers.put(Long.class, this::number);
    makers.put(double.class, this::real);
    makers.put(Double.class, this::real);
    makers.put(boolean.class, random::nextBoolean);
    makers.put(Instant.class, this::instant);
    makers.put(Duration.class, this::duration);
    makers.put(Object.class, this::finding);
    makers.put(Hub.class, () -> new Hub("h" + text()));
    makers.put(Window.class, this::window);
    makers.put(Roster.class, this::roster);
    makers.put(
        Notice.class,
        () ->
            new Notice(
                "abc-" + count(),
                (NoticeKind) any(NoticeKind.class),
                instant(),
                (Facts) any(Facts.class)));
    makers.put(Burst.class, () -> new Burst(text(), instant(), List.of(real(), real())));
    makers.put(Budget.Limit.class, () -> new Budget.Limit(2 + count(), duration()));
    makers.put(Budget.class, this::budget);
  }

  static <T> Arbitrary<T> of(Class<T> type) {
    return Arbitraries.randomValue(random -> type.cast(new RandomValues(random).any(type)));
  }

  /** A text with everything in it that some layer may stumble over. */
  static Arbitrary<String> texts() {
    return Arbitraries.randomValue(random -> new RandomValues(random).text());
  }

  private Object any(Type type) {
    if (type instanceof ParameterizedType generic) {
      return generic((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
    }
    Class<?> plain = (Class<?>) type;
    Supplier<Object> maker = makers.get(plain);
    if (maker != null) {
      return maker.get();
    }
    if (plain.isEnum()) {
      return pick(plain.getEnumConstants());
    }
    if (plain.isSealed()) {
      return any(pick(plain.getPermittedSubclasses()));
    }
    if (plain.isRecord()) {
      return record(plain);
    }
    throw new IllegalArgumentException("say here how to make a " + plain);
  }

  private Object record(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    try {
      Constructor<?> constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      return constructor.newInstance(
          Arrays.stream(components).map(c -> any(c.getGenericType())).toArray());
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("making a " + type, e);
    }
  }

  private Object generic(Class<?> type, Type[] of) {
    if (type == Optional.class) {
      return random.nextBoolean() ? Optional.of(any(of[0])) : Optional.empty();
    }
    if (type == List.class) {
      return several(of[0]);
    }
    if (type == java.util.Set.class) {
      return new HashSet<>(several(of[0]));
    }
    if (type == Map.class) {
      Map<Object, Object> map = new HashMap<>();
      several(of[0]).forEach(key -> map.put(key, any(of[1])));
      return map;
    }
    throw new IllegalArgumentException("say here how to make a " + type);
  }

  private List<Object> several(Type of) {
    return Stream.generate(() -> any(of)).limit(random.nextInt(4)).toList();
  }

  private <T> T pick(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    int pieces = random.nextInt(5);
    for (int i = 0; i < pieces; i++) {
      text.append(random.nextInt(4) == 0 ? (char) random.nextInt(0x10000) : pick(PIECES));
    }
    return text.toString();
  }

  private int count() {
    return random.nextBoolean() ? random.nextInt(100) : random.nextInt(Integer.MAX_VALUE - 2);
  }

  private long number() {
    return random.nextBoolean() ? random.nextInt(100) : random.nextLong();
  }

  private double real() {
    return random.nextBoolean() ? random.nextDouble() : DOUBLES[random.nextInt(DOUBLES.length)];
  }

  private Instant instant() {
    long second = 1_700_000_000L + random.nextInt(500_000_000);
    return Instant.ofEpochSecond(second, random.nextBoolean() ? 0 : random.nextInt(1_000_000_000));
  }

  private Duration duration() {
    return Duration.ofSeconds(1 + random.nextInt(100_000), random.nextInt(1_000_000_000));
  }

  private Object finding() {
    List<Object> values =
        List.of(
            number(),
            real(),
            text(),
            duration(),
            duration().negated(),
            instant(),
            Double.NaN,
            Double.NEGATIVE_INFINITY,
            "");
    return values.get(random.nextInt(values.size()));
  }

  private Window window() {
    Instant start = instant();
    return new Window(start, start.plus(duration()));
  }

  private Roster roster() {
    return new Roster(members(), count() / 4, count() / 4, count(), members());
  }

  private SortedMap<Device, Member> members() {
    SortedMap<Device, Member> members = new TreeMap<>();
    several(Member.class).forEach(m -> members.put(((Member) m).device(), (Member) m));
    return members;
  }

  private Budget budget() {
    List<Budget.Limit> limits = new ArrayList<>();
    several(Budget.Limit.class).forEach(limit -> limits.add((Budget.Limit) limit));
    return new Budget(limits, limits.stream().map(limit -> instant()).toList());
  }
}
