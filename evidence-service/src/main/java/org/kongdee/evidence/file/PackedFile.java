package org.kongdee.evidence.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * An entry of an archive while it is unpacked to nowhere. The size in the directory is only a
 * claim, which an attacker writes as small as needed; never more is unpacked than is claimed.
 */
final class PackedFile extends FilterInputStream {

    private final Effort effort;
    private long left;

    PackedFile(InputStream unpacked, long claimed, Effort effort) {
        super(unpacked);
        this.left = claimed;
        this.effort = effort;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = in.read(bytes, offset, length);
        if (count > 0) {
            left -= count;
            if (left < 0) {
                throw new NotTaken(Refusal.UNTRUE_SIZE);
            }
            effort.unpacked(count);
            // Other uploads have their turn: virtual threads are not interrupted while they
            // compute.
            Thread.yield();
        }
        return count;
    }

    /** Unpacks the rest. */
    void mustHaveItsSize() throws IOException {
        long unused = transferTo(OutputStream.nullOutputStream());
        if (left != 0) {
            throw new NotTaken(Refusal.UNTRUE_SIZE);
        }
    }
}
