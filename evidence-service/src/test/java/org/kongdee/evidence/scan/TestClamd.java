package org.kongdee.evidence.scan;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Debian's clamd with a signature database of one line, so that nothing is downloaded and nothing
 * dangerous is needed.
 */
public final class TestClamd implements AutoCloseable {

    public static final byte[] MALWARE =
            "this text is what the test calls malware\n".getBytes(StandardCharsets.UTF_8);
    static final int MAX_STREAM = 2 << 20;

    private static final Path PROGRAM = Path.of("/usr/sbin/clamd");

    private final @Nullable Process process;
    private final Path socket;

    private TestClamd(@Nullable Process process, Path socket) {
        this.process = process;
        this.socket = socket;
    }

    public static TestClamd start(Path folder) throws Exception {
        Path socket = folder.resolve("clamd.sock");
        if (!Files.isExecutable(PROGRAM)) {
            return new TestClamd(null, socket);
        }
        Path signatures = Files.createDirectory(folder.resolve("signatures"));
        String md5 = HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(MALWARE));
        Files.writeString(
                signatures.resolve("test.hdb"),
                "%s:%d:Kongdee.Test\n".formatted(md5, MALWARE.length));
        Path config = folder.resolve("clamd.conf");
        Files.writeString(
                config,
                """
                Foreground true
                LocalSocket %s
                DatabaseDirectory %s
                StreamMaxLength %d
                """
                        .formatted(socket, signatures, MAX_STREAM));
        Process process =
                new ProcessBuilder(PROGRAM.toString(), "--config-file=" + config)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("clamd.log").toFile())
                        .start();
        var clamd = new TestClamd(process, socket);
        for (int i = 0; i < 200 && process.isAlive() && !clamd.accepts(); i++) {
            Thread.sleep(50);
        }
        return clamd;
    }

    private boolean accepts() {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException notYet) {
            return false;
        }
    }

    public boolean isRunning() {
        return process != null && process.isAlive() && accepts();
    }

    public Path socket() {
        return socket;
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroy();
        }
    }
}
