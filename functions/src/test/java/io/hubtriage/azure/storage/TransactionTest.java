package io.hubtriage.azure.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.data.tables.models.TableEntity;
import com.azure.data.tables.models.TableTransactionAction;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Some of this the emulator takes and the service refuses. */
final class TransactionTest {
  private final Transaction transaction = new Transaction("p");

  @Test
  void rowsOfSeveralPartitionsAreRefused() {
    assertThatThrownBy(() -> transaction.add(Transaction.put(new TableEntity("q", "r"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("transaction in partition p: row r is of partition q");
  }

  @Test
  void rowTwiceIsRefusedWhateverIsDoneWithIt() {
    transaction.add(Transaction.put(row("r")));
    assertThatThrownBy(() -> transaction.add(Transaction.delete(row("r"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("transaction in partition p: row r is in it twice");
  }

  @Test
  void hundredRowsAreTakenAndOneMoreIsRefused() {
    IntStream.range(0, 100).forEach(i -> transaction.add(Transaction.put(row("r" + i))));
    assertThat(transaction.actions()).hasSize(100);
    assertThatThrownBy(() -> transaction.add(Transaction.put(row("r"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("row r would be one too many: 100");
  }

  @Test
  void fourMegabytesAreTakenAndMoreIsRefused() {
    transaction.add(List.of(big("a"), big("b"), big("c")));
    assertThatThrownBy(() -> transaction.add(big("d")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("row d makes it");
  }

  @Test
  void everyRowCarriesTheStampAndNoTwoTransactionsHaveOne() {
    transaction.add(Transaction.put(row("r")));
    assertThat(transaction.actions().get(0).getEntity().getProperty(Transaction.STAMP))
        .isEqualTo(transaction.stamp());
    assertThat(new Transaction("p").stamp()).isNotEqualTo(transaction.stamp());
  }

  @Test
  void groupsAreSharedOutInOrderAndStayWhole() {
    List<TableTransactionAction> first = List.of(Transaction.put(row("head")));
    List<List<TableTransactionAction>> groups =
        List.of(many("a", 50), many("b", 49), many("c", 1), many("d", 98), many("e", 1));
    assertThat(Transaction.parts("p", first, groups))
        .extracting(List::size)
        .containsExactly(99, 99, 1);
    assertThat(Transaction.parts("p", first, List.of())).isEmpty();
  }

  @Test
  void groupsAreSharedOutByBytesToo() {
    List<List<TableTransactionAction>> groups =
        List.of(List.of(big("a")), List.of(big("b"), big("c")), List.of(big("d")));
    assertThat(Transaction.parts("p", List.of(), groups))
        .extracting(List::size)
        .containsExactly(3, 1);
  }

  @Test
  void groupThatFitsInNoTransactionIsRefused() {
    assertThatThrownBy(() -> Transaction.parts("p", List.of(), List.of(many("a", 101))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("one too many");
  }

  private static List<TableTransactionAction> many(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> Transaction.put(row(prefix + i))).toList();
  }

  /** Some 1.3 MB in Base64. */
  private static TableTransactionAction big(String key) {
    return Transaction.put(row(key).addProperty("bytes", new byte[990_000]));
  }

  private static TableEntity row(String key) {
    return new TableEntity("p", key);
  }
}
