package io.hubtriage.lab.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads small files a user named. */
public final class InputFiles {
  private InputFiles() {}

  /**
   * The whole text of a UTF-8 file.
   *
   * @throws InputException if there is no such file, or it cannot be read as text
   */
  public static String text(Path file) {
    if (Files.isDirectory(file)) {
      throw new InputException(file + ": is a directory; name a file");
    }
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new InputException(file + ": no such file; check the path", e);
    } catch (CharacterCodingException e) {
      throw new InputException(file + ": not UTF-8 text; save it as UTF-8", e);
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }
}
