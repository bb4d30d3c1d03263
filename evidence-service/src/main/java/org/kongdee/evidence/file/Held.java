package org.kongdee.evidence.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.kongdee.web.problem.StorageFull;
import org.kongdee.web.text.Message;

/** What was unpacked and has to be read here and there: in a file that is gone when closed. */
final class Held {

    private static final int BUFFER = 64 * 1024;

    private Held() {}

    static SeekableByteChannel of(byte[] head, InputStream rest) throws IOException {
        Path file = Files.createTempFile("kongdee-packed", ".tmp");
        FileChannel held =
                FileChannel.open(
                        file,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE);
        boolean whole = false;
        try {
            write(held, head, head.length);
            byte[] buffer = new byte[BUFFER];
            for (int count = rest.read(buffer); count >= 0; count = rest.read(buffer)) {
                write(held, buffer, count);
            }
            whole = true;
            return held.position(0);
        } finally {
            if (!whole) {
                held.close();
            }
        }
    }

    /** A disk that is full says nothing about the archive, so this is another kind of failure. */
    private static void write(FileChannel held, byte[] bytes, int length) {
        ByteBuffer left = ByteBuffer.wrap(bytes, 0, length);
        try {
            while (left.hasRemaining()) {
                held.write(left);
            }
        } catch (IOException e) {
            throw new StorageFull(
                    Message.of(
                            "There is no room to look into this upload; nothing of it was kept."));
        }
    }
}
