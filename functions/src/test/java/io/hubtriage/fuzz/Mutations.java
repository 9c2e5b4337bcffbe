package io.hubtriage.fuzz;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.function.Executable;

/** Sound documents made unsound: some values replaced by nasty ones, then perhaps the text torn. */
public final class Mutations {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration SOON = Duration.ofSeconds(10);

  /** Values that break assumptions: about type, size, sign, alphabet, depth. */
  private static final List<JsonNode> NASTY = nasty();

  private Mutations() {}

  private static List<JsonNode> nasty() {
    JsonNodeFactory make = JsonNodeFactory.instance;
    List<JsonNode> all = new ArrayList<>();
    all.add(make.nullNode());
    all.add(make.booleanNode(true));
    for (String number : List.of("0", "-1", "1e400", "0.1", "9223372036854775808", "1e-400")) {
      all.add(make.numberNode(new BigDecimal(number)));
    }
    all.add(make.numberNode(Long.MIN_VALUE));
    all.add(make.numberNode(Double.NaN));
    for (String text :
        List.of(
            "",
            " ",
            "\u0000",
            "\ud800",
            "\u202e\u200b",
            "9999999999999999-01-01T00:00:00Z",
            "-1000000000-01-01T00:00:00Z",
            "PT999999999999999999H",
            "6f9619ff-8b86-d011-b42d-00cf4fc964ff",
            "1e9",
            "'; drop --",
            "[\"",
            "((((((((((a*)*)*)*)*)*)*)*)*)*b",
            "a".repeat(100_000))) {
      all.add(make.textNode(text));
    }
    all.add(make.arrayNode());
    all.add(make.objectNode());
    ArrayNode deep = make.arrayNode();
    for (int i = 0; i < 900; i++) {
      deep = make.arrayNode().add(deep);
    }
    all.add(deep);
    return all;
  }

  /** Does not look into what is nasty already: nesting has a limit, for writers too. */
  private static boolean deep(JsonNode node) {
    return node.isArray() && node.size() == 1 && node.path(0).path(0).path(0).isArray();
  }

  /** A variant of a JSON document; the same for the same seed. */
  public static String of(String document, long seed) {
    Random chance = new Random(seed * 0x9E3779B97F4A7C15L); // Neighbours begin alike otherwise.
    String text = chance.nextInt(4) == 0 ? document : replaced(document, chance);
    return chance.nextInt(3) == 0 ? torn(text, chance) : text;
  }

  /** A variant of any text; the same for the same seed. */
  public static String ofText(String text, long seed) {
    Random chance = new Random(seed * 0x9E3779B97F4A7C15L);
    String variant = text;
    for (int i = 1 + chance.nextInt(3); i > 0; i--) {
      int at = chance.nextInt(variant.length() + 1);
      String nasty = NASTY.get(chance.nextInt(NASTY.size())).asText();
      variant =
          chance.nextBoolean()
              ? torn(variant, chance)
              : variant.substring(0, at) + nasty + variant.substring(at);
    }
    return variant;
  }

  /**
   * Runs it, and not for long.
   *
   * @throws AssertionError if it takes ten seconds
   */
  public static void soon(Executable parsing) {
    assertTimeoutPreemptively(SOON, parsing);
  }

  private static String replaced(String document, Random chance) {
    try {
      JsonNode root = JSON.readTree(document);
      for (int i = 1 + chance.nextInt(3); i > 0; i--) {
        List<Runnable> places = new ArrayList<>();
        collect(root, places, chance);
        if (!places.isEmpty()) {
          places.get(chance.nextInt(places.size())).run();
        }
      }
      return root.toString();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a sound document is needed", e);
    }
  }

  /** Each of the places does its harm when it is run. */
  private static void collect(JsonNode node, List<Runnable> places, Random chance) {
    if (deep(node)) {
      return;
    }
    JsonNode nasty = NASTY.get(chance.nextInt(NASTY.size())).deepCopy();
    if (node instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        places.add(() -> object.set(name, nasty));
        places.add(() -> object.remove(name));
        collect(object.path(name), places, chance);
      }
      places.add(() -> object.set("surprise", nasty));
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        int place = i;
        places.add(() -> array.set(place, nasty));
        collect(array.path(i), places, chance);
      }
      places.add(() -> array.add(nasty));
      places.add(() -> array.addAll(array.deepCopy()));
    }
  }

  private static String torn(String text, Random chance) {
    int at = chance.nextInt(text.length() + 1);
    int to = Math.min(text.length(), at + chance.nextInt(20));
    return switch (chance.nextInt(5)) {
      case 0 -> text.substring(0, at);
      case 1 -> text.substring(0, at) + text.substring(to);
      case 2 -> text.substring(0, to) + text.substring(at);
      case 3 -> text.substring(0, at) + "[".repeat(100_000) + text.substring(at);
      default -> text.substring(0, at) + (char) chance.nextInt(0x10000) + text.substring(at);
    };
  }
}
