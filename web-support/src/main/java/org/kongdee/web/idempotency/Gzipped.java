package org.kongdee.web.idempotency;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Texts as they are kept: gzipped, and never long. */
final class Gzipped {

    private Gzipped() {}

    /** Writes a text. */
    @FunctionalInterface
    interface Writer {
        void writeTo(OutputStream out) throws IOException;
    }

    /** What was written, gzipped; empty if that is over {@code most} bytes, however much it is. */
    static Optional<byte[]> of(Writer text, int most) {
        var bytes = new Bounded(most);
        try (var out = new GZIPOutputStream(bytes)) {
            text.writeTo(out);
        } catch (TooLong e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(bytes.toByteArray());
    }

    static String text(byte[] gzipped) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(gzipped))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** There is no need to write on. */
    private static final class TooLong extends IOException {
        private static final long serialVersionUID = 1;
    }

    private static final class Bounded extends OutputStream {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final int most;

        Bounded(int most) {
            this.most = most;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] some, int offset, int length) throws IOException {
            if (bytes.size() + length > most) {
                throw new TooLong();
            }
            bytes.write(some, offset, length);
        }

        byte[] toByteArray() {
            return bytes.toByteArray();
        }
    }
}
