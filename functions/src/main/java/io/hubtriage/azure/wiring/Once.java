package io.hubtriage.azure.wiring;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that is made when it is first asked for and then kept. A failure is not kept: whoever
 * asks next tries again, because what was missing may be there by then. Safe to share.
 */
final class Once<T> implements Supplier<T> {
  private final Supplier<T> maker;
  private volatile @Nullable T made;

  /** Makes it this way. */
  Once(Supplier<T> maker) {
    this.maker = maker;
  }

  /**
   * The thing itself.
   *
   * @throws RuntimeException whatever making it throws
   */
  @Override
  public T get() {
    T ready = made;
    return ready == null ? make() : ready;
  }

  private synchronized T make() {
    T ready = made;
    if (ready == null) {
      ready = maker.get();
      made = ready;
    }
    return ready;
  }

  /** The thing if it was made, else null. */
  @Nullable T ifMade() {
    return made;
  }
}
