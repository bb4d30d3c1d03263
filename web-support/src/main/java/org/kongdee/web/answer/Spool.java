package org.kongdee.web.answer;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A pipe that holds what its reader has not taken: a little in memory, the rest in a file. Its
 * writer waits for the reader only where all disk space for answers is taken.
 */
final class Spool implements Closeable {

    static final int PIECE = 32 * 1024;

    private static final int PIECES_IN_MEMORY = 8;
    private static final long NANOS_BETWEEN_TRIES = 1_000_000_000;

    private final SpoolRoom room;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** The oldest bytes; whatever is in the file came later. */
    private final ArrayDeque<byte[]> memory = new ArrayDeque<>();

    private long reserved;
    private long used;
    private @Nullable FileChannel file;
    private long written;
    private long read;
    private boolean finished;
    private boolean closed;

    /**
     * @param reserved bytes of room that were taken for it already
     */
    Spool(SpoolRoom room, long reserved) {
        this.room = room;
        this.reserved = reserved;
    }

    /** Takes bytes, which are this spool's from now on. */
    void put(byte[] bytes) throws IOException {
        lock.lock();
        try {
            while (!closed && !hasRoom(bytes.length)) {
                // Another answer's end makes room too, and tells nobody.
                long unused = changed.awaitNanos(NANOS_BETWEEN_TRIES);
            }
            if (closed) {
                throw new IOException("the reader is gone");
            }
            if (inMemory()) {
                memory.add(bytes);
            } else {
                append(ByteBuffer.wrap(bytes));
            }
            changed.signalAll();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        } finally {
            lock.unlock();
        }
    }

    private boolean inMemory() {
        return written == read && memory.size() < PIECES_IN_MEMORY;
    }

    /** In memory there is; on disk as much as was reserved, and more as long as it lasts. */
    private boolean hasRoom(int count) {
        if (inMemory()) {
            return true;
        }
        long more = used + count - reserved;
        if (more > 0) {
            if (!room.take(more)) {
                return false;
            }
            reserved += more;
        }
        used += count;
        return true;
    }

    private void append(ByteBuffer bytes) throws IOException {
        if (file == null) {
            file = room.open();
        }
        while (bytes.hasRemaining()) {
            written += file.write(bytes, written);
        }
    }

    /** Nothing more will be put. */
    void finish() {
        lock.lock();
        try {
            finished = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Gives everything to the reader as it comes, until it is finished. */
    void drainTo(OutputStream reader) throws IOException {
        for (byte[] piece = take(); piece.length > 0; piece = take()) {
            reader.write(piece);
        }
    }

    /** The next bytes; none at the end. */
    private byte[] take() throws IOException {
        lock.lock();
        try {
            while (memory.isEmpty() && written == read && !finished && !closed) {
                changed.awaitUninterruptibly();
            }
            byte[] next = memory.isEmpty() ? fromFile() : memory.remove();
            changed.signalAll();
            return next;
        } finally {
            lock.unlock();
        }
    }

    private byte[] fromFile() throws IOException {
        if (file == null || written == read || closed) {
            return new byte[0];
        }
        ByteBuffer piece = ByteBuffer.allocate((int) Math.min(PIECE, written - read));
        while (piece.hasRemaining()) {
            if (file.read(piece, read + piece.position()) < 0) {
                throw new IOException("the spool lost its end");
            }
        }
        read += piece.position();
        if (written == read) {
            file.truncate(0);
            written = 0;
            read = 0;
            used = 0;
        }
        return piece.array();
    }

    /** The reader takes no more; whoever writes is told. */
    void abandon() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        lock.lock();
        try {
            closed = true;
            memory.clear();
            room.give(reserved);
            reserved = 0;
            changed.signalAll();
            if (file != null) {
                file.close();
            }
        } finally {
            lock.unlock();
        }
    }
}
