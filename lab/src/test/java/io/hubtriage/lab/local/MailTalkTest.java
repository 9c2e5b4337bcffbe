package io.hubtriage.lab.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a mail client may say, and what is kept of it. */
final class MailTalkTest {
  private static final InstantSource NOON =
      InstantSource.fixed(Instant.parse("2026-03-02T12:00:00Z"));

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path dir;

  @Test
  void aMailIsKeptByteForByte() throws IOException {
    String said =
        talk(
            lines(
                "EHLO here",
                "MAIL FROM:<a@example.com>",
                "RCPT TO:<b@example.com>",
                "DATA",
                "Subject: \u00e4",
                "",
                "..one dot",
                ".",
                "QUIT"));
    assertThat(codes(said)).isEqualTo("220 250 250 250 354 250 221");
    assertThat(kept()).containsExactly("20260302T120000-0001.email.eml");
    assertThat(Files.readString(dir.resolve("notices").resolve(kept().get(0))))
        .isEqualTo(lines("Subject: \u00e4", "", ".one dot"));
  }

  @Test
  void severalMailsInOneTalkAreSeveralFiles() throws IOException {
    String mail = "MAIL FROM:<a@example.com>\nRCPT TO:<b@example.com>\nDATA\nx\n.\n";
    talk("HELO here\n" + mail + "RSET\nNOOP\n" + mail + "QUIT\n");
    assertThat(kept()).hasSize(2);
  }

  @Test
  void whatIsNotOfferedIsRefused() throws IOException {
    assertThat(codes(talk(lines("STARTTLS", "AUTH PLAIN AAAA", "VRFY a", "QUIT"))))
        .isEqualTo("220 502 502 252 221");
    assertThat(kept()).isEmpty();
  }

  @Test
  void aMailThatBreaksOffIsNotKept() {
    assertThatThrownBy(() -> talk("DATA\r\nSubject: half")).isInstanceOf(EOFException.class);
    assertThat(kept()).isEmpty();
  }

  private static String lines(String... lines) {
    return String.join("\r\n", lines) + "\r\n";
  }

  private String talk(String client) throws IOException {
    ByteArrayOutputStream server = new ByteArrayOutputStream();
    byte[] bytes = client.getBytes(StandardCharsets.UTF_8);
    new MailTalk(new ByteArrayInputStream(bytes), server, new Arrivals(dir, NOON)).run();
    return server.toString(StandardCharsets.US_ASCII);
  }

  private static String codes(String said) {
    return said.lines().map(line -> line.substring(0, 3)).collect(Collectors.joining(" "));
  }

  private List<String> kept() {
    try (Stream<Path> files = Files.list(dir.resolve("notices"))) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
