package org.kongdee.evidence.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Keeps bytes under their SHA-256, once however often they arrive.
 *
 * <p>Bytes arrive through {@link #receive()} and exist for readers only after {@link
 * Incoming#publish}, which returns when they would survive a power cut. A crash before that leaves
 * at most something that {@link #removeAbandoned} clears. Who may still need some bytes is the
 * caller's knowledge: {@link #remove} asks nobody.
 */
public interface Storage {

    /** A place for bytes that are about to arrive. */
    Incoming receive() throws IOException;

    /**
     * The {@code length} bytes from {@code offset} on.
     *
     * @throws java.nio.file.NoSuchFileException if nothing is stored under the digest
     */
    InputStream open(Sha256 digest, long offset, long length) throws IOException;

    /** Where the kernel can send the bytes from, if they lie in a local file. */
    Optional<Path> localFile(Sha256 digest);

    /** Removes the bytes; nothing happens if there are none. */
    void remove(Sha256 digest) throws IOException;

    /** Names everything stored, in no order. */
    void list(Consumer<Sha256> each) throws IOException;

    /**
     * Clears what interrupted uploads that began before {@code before} left behind, and counts it.
     */
    int removeAbandoned(Instant before) throws IOException;

    /** What an operator would call this storage: a folder, a bucket. */
    String name();
}
