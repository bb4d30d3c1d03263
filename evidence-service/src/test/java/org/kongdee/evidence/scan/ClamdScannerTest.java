package org.kongdee.evidence.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kongdee.evidence.scan.Scanner.Clean;
import org.kongdee.evidence.scan.Scanner.Infected;
import org.kongdee.evidence.scan.Scanner.Verdict;
import org.kongdee.web.text.Message;

/**
 * Against a real clamd with one signature of our own; skipped, visibly, where Debian's
 * clamav-daemon is not there.
 */
class ClamdScannerTest {

    @TempDir static Path folder;

    private static TestClamd clamd;

    @BeforeAll
    static void start() throws Exception {
        clamd = TestClamd.start(folder);
    }

    @AfterAll
    static void stop() {
        clamd.close();
    }

    @BeforeEach
    void needsClamd() {
        assumeTrue(clamd.isRunning(), "needs clamd: apt-get install clamav-daemon");
    }

    @Test
    void passesHarmlessBytes() throws Exception {
        assertThat(scan("harmless".getBytes(StandardCharsets.UTF_8))).isEqualTo(new Clean());
    }

    @Test
    void findsTheSignature() throws Exception {
        assertThat(scan(TestClamd.MALWARE))
                .isEqualTo(new Infected(Message.verbatim("Kongdee.Test.UNOFFICIAL")));
    }

    @Test
    void holdsBackWhatIsTooLargeToScan() throws Exception {
        assertThat(scan(new byte[TestClamd.MAX_STREAM + (4 << 20)]))
                .isEqualTo(new Infected(Message.of("it is larger than the antivirus takes")));
    }

    /** As clamd does at its size limit: it answers and closes, and what we sent lies unread. */
    @Test
    void takesTheAnswerOfAScannerThatHangsUp() throws Exception {
        Path socket = folder.resolve("hasty.sock");
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            Thread hasty =
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        try (SocketChannel client = server.accept()) {
                                            int unused = client.read(ByteBuffer.allocate(1));
                                            client.write(
                                                    ByteBuffer.wrap(
                                                            "INSTREAM size limit exceeded. ERROR\0"
                                                                    .getBytes(
                                                                            StandardCharsets
                                                                                    .US_ASCII)));
                                        } catch (IOException e) {
                                            throw new UncheckedIOException(e);
                                        }
                                    });
            var late =
                    new InputStream() {
                        @Override
                        public int read() {
                            try {
                                hasty.join();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            return 0;
                        }
                    };

            assertThat(new ClamdScanner("unix:" + socket, Duration.ofSeconds(20)).scan(late))
                    .isEqualTo(new Infected(Message.of("it is larger than the antivirus takes")));
        }
    }

    private static Verdict scan(byte[] bytes) throws IOException {
        return new ClamdScanner("unix:" + clamd.socket(), Duration.ofSeconds(20))
                .scan(new ByteArrayInputStream(bytes));
    }

    @Test
    void givesNoVerdictWithoutClamd() {
        var scanner =
                new ClamdScanner("unix:" + folder.resolve("nobody.sock"), Duration.ofSeconds(1));
        assertThatThrownBy(() -> scanner.scan(new ByteArrayInputStream(new byte[1])))
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "stream: ",
                "stream: FOUND",
                "stream:  FOUND",
                "UNKNOWN COMMAND",
                "stream: Can't allocate memory ERROR"
            })
    void takesNothingButAVerdictForOne(String answer) {
        assertThatThrownBy(() -> ClamdScanner.verdict(answer)).isInstanceOf(IOException.class);
    }
}
