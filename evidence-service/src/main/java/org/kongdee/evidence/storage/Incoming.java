package org.kongdee.evidence.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * Bytes on their way into the storage, hashed as they pass. After the last byte {@link #complete()}
 * them; then they can be inspected by {@link #reread()} and kept by {@link #publish}. Closing
 * forgets what was not published.
 */
public abstract class Incoming extends OutputStream {

    private final MessageDigest hash = Sha256.newDigest();
    private long size;
    private @Nullable Sha256 digest;

    @Override
    public final void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public final void write(byte[] bytes, int offset, int length) throws IOException {
        if (digest != null) {
            throw new IllegalStateException("already complete");
        }
        hash.update(bytes, offset, length);
        size += length;
        append(bytes, offset, length);
    }

    /** No more bytes will come. */
    public final Sha256 complete() throws IOException {
        if (digest == null) {
            digest = Sha256.of(hash);
            end();
        }
        return digest;
    }

    public final long size() {
        return size;
    }

    public final Sha256 digest() {
        if (digest == null) {
            throw new IllegalStateException("still arriving");
        }
        return digest;
    }

    /** The bytes again, for whoever must look inside before they are kept. */
    public abstract SeekableByteChannel reread() throws IOException;

    /**
     * Makes the bytes durable under their digest. Where the same bytes already lie, these are
     * dropped instead, unless {@code replace} says that the others are known to be damaged.
     */
    public abstract void publish(boolean replace) throws IOException;

    /** Forgets the bytes unless they were published. */
    @Override
    public abstract void close() throws IOException;

    abstract void append(byte[] bytes, int offset, int length) throws IOException;

    abstract void end() throws IOException;
}
