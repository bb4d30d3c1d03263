package org.kongdee.evidence.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * Bytes as the readers of archives and Office files want them, wherever they lie. Such a reader
 * holds the directory of a file in memory, which an attacker makes as large as the file; so until
 * {@link #directoryIsRead} no more than a budget is read. It closes nothing: that is the owner's.
 */
final class ExaminedBytes extends FileChannel {

    private final SeekableByteChannel bytes;
    private long budget;
    private @Nullable IOException failure;

    /**
     * @param budget how many bytes of a directory are read
     */
    ExaminedBytes(SeekableByteChannel bytes, long budget) {
        this.bytes = bytes;
        this.budget = budget;
    }

    /** From now on all may be read, since it is not kept. */
    void directoryIsRead() {
        budget = Long.MAX_VALUE;
    }

    /**
     * @throws IOException if the bytes could not be read, which says nothing about what they are
     */
    void mustBeThere() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        try {
            int count = bytes.read(target);
            budget -= Math.max(count, 0);
            if (budget >= 0) {
                return count;
            }
        } catch (IOException e) {
            failure = e;
            throw e;
        }
        throw new IOException("the directory is larger than is read here");
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
        long before = bytes.position();
        bytes.position(position);
        try {
            return read(target);
        } finally {
            bytes.position(before);
        }
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
        long all = 0;
        for (int i = offset; i < offset + length; i++) {
            all += Math.max(0, read(targets[i]));
        }
        return all;
    }

    @Override
    public long position() throws IOException {
        return bytes.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
        bytes.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return bytes.size();
    }

    @Override
    protected void implCloseChannel() {
        // The owner closes.
    }

    @Override
    public void force(boolean metadata) {
        // Nothing was written.
    }

    @Override
    public int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public int write(ByteBuffer source, long position) {
        throw new NonWritableChannelException();
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) {
        throw new NonWritableChannelException();
    }

    @Override
    public FileChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
        throw new NonWritableChannelException();
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) {
        throw new NonReadableChannelException();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
        throw new NonReadableChannelException();
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) {
        throw new NonWritableChannelException();
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) {
        throw new NonWritableChannelException();
    }
}
