package org.kongdee.evidence.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import software.amazon.awssdk.core.exception.SdkException;

/** Reads an S3 object here and there, a block at a time. */
final class ObjectChannel implements SeekableByteChannel {

    private static final int BLOCK = 256 * 1024;

    private final S3Storage storage;
    private final String key;
    private final long size;
    private long position;
    private long blockStart = -1;
    private byte[] block = {};
    private boolean open = true;

    ObjectChannel(S3Storage storage, String key, long size) {
        this.storage = storage;
        this.key = key;
        this.size = size;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        if (position >= size) {
            return -1;
        }
        if (blockStart < 0 || position < blockStart || position >= blockStart + block.length) {
            load(position / BLOCK * BLOCK);
        }
        int from = (int) (position - blockStart);
        int count = Math.min(target.remaining(), block.length - from);
        target.put(block, from, count);
        position += count;
        return count;
    }

    private void load(long start) throws IOException {
        long length = Math.min(BLOCK, size - start);
        try {
            block =
                    storage.client
                            .getObjectAsBytes(
                                    get ->
                                            get.bucket(storage.bucket)
                                                    .key(key)
                                                    .range(S3Storage.range(start, length)))
                            .asByteArrayUnsafe();
            blockStart = start;
        } catch (SdkException e) {
            throw S3Storage.translate(e, key);
        }
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long newPosition) {
        position = newPosition;
        return this;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long newSize) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
    }
}
