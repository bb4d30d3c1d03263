package org.kongdee.evidence.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.utils.IOUtils;

/**
 * Where things lie in a ZIP (APPNOTE, 4.3). Readers that begin at the start and readers that begin
 * at the end must see the same: entries cover all that is before the directory, each is called the
 * same in both places, and the end record is the end.
 */
final class ZipLayout {

    private static final int LOCAL_HEADER = 30;
    private static final int END_RECORD = 22;
    private static final int END_LOCATOR_64 = 20;
    private static final int END_RECORD_64 = 56;
    private static final int MAX_COMMENT = 0xffff;
    private static final int DIRECTORY_ENTRY = 46;
    private static final long UNSIGNED = 0xffff_ffffL;

    /** What may follow an entry whose sizes were not known when it began (4.3.9). */
    private static final int DATA_DESCRIPTOR = 24;

    private ZipLayout() {}

    /** Counts them before anybody holds them all in memory. */
    static void mustHaveAtMost(SeekableByteChannel bytes, int most) throws IOException {
        long at = directory(bytes);
        for (int count = 0; at >= 0 && at + DIRECTORY_ENTRY <= bytes.size(); count++) {
            ByteBuffer entry = read(bytes, at, DIRECTORY_ENTRY);
            if (entry.getInt(0) != 0x02014b50) {
                return;
            }
            if (count == most) {
                throw new NotTaken(Refusal.TOO_MANY_ENTRIES);
            }
            at += DIRECTORY_ENTRY;
            for (int length = 28; length <= 32; length += 2) {
                at += entry.getShort(length) & 0xffff;
            }
        }
    }

    static void mustBeClear(SeekableByteChannel bytes, List<ZipArchiveEntry> entries)
            throws IOException {
        long end = 0;
        for (ZipArchiveEntry entry : inOrder(entries)) {
            long start = entry.getLocalHeaderOffset();
            mustFollow(end, start);
            ByteBuffer header = read(bytes, start, LOCAL_HEADER);
            if (header.getInt(0) != 0x04034b50) {
                throw new NotTaken(Refusal.DAMAGED_ARCHIVE);
            }
            int name = header.getShort(26) & 0xffff;
            int extra = header.getShort(28) & 0xffff;
            if (!Arrays.equals(
                    read(bytes, start + LOCAL_HEADER, name).array(), entry.getRawName())) {
                throw new NotTaken(Refusal.TWO_NAMES, FileName.of(entry.getName()));
            }
            end = start + LOCAL_HEADER + name + extra + entry.getCompressedSize();
        }
        mustFollow(end, directory(bytes));
    }

    private static List<ZipArchiveEntry> inOrder(List<ZipArchiveEntry> entries) {
        return entries.stream()
                .sorted(Comparator.comparingLong(ZipArchiveEntry::getLocalHeaderOffset))
                .toList();
    }

    private static void mustFollow(long end, long start) throws NotTaken {
        if (start < end) {
            throw new NotTaken(Refusal.OVERLAP);
        }
        if (start > end + (end == 0 ? 0 : DATA_DESCRIPTOR)) {
            throw new NotTaken(Refusal.STRAY_BYTES);
        }
    }

    /** Where the directory begins, as the record at the end says. */
    private static long directory(SeekableByteChannel bytes) throws IOException {
        long size = bytes.size();
        ByteBuffer tail = tail(bytes);
        int at = lastEndRecord(tail);
        if (at < 0) {
            throw new NotTaken(Refusal.DAMAGED_ARCHIVE);
        }
        if (!endsAt(tail, at)) {
            throw new NotTaken(Refusal.STRAY_BYTES);
        }
        long record = size - tail.capacity() + at;
        long offset = tail.getInt(at + 16) & UNSIGNED;
        if (record < END_LOCATOR_64) {
            return offset;
        }
        ByteBuffer locator = read(bytes, record - END_LOCATOR_64, END_LOCATOR_64);
        return locator.getInt(0) == 0x07064b50
                ? read(bytes, locator.getLong(8), END_RECORD_64).getLong(48)
                : offset;
    }

    /** Whether a ZIP reader, which looks at the end of a file, would take this for an archive. */
    static boolean endsLikeZip(SeekableByteChannel bytes) throws IOException {
        if (bytes.size() < END_RECORD) {
            return false;
        }
        ByteBuffer tail = tail(bytes);
        for (int at = tail.capacity() - END_RECORD; at >= 0; at--) {
            if (isEndRecord(tail, at) && endsAt(tail, at)) {
                return true;
            }
        }
        return false;
    }

    private static ByteBuffer tail(SeekableByteChannel bytes) throws IOException {
        int length = (int) Math.min(bytes.size(), END_RECORD + MAX_COMMENT);
        return read(bytes, bytes.size() - length, length);
    }

    private static int lastEndRecord(ByteBuffer tail) {
        int at = tail.capacity() - END_RECORD;
        while (at >= 0 && !isEndRecord(tail, at)) {
            at--;
        }
        return at;
    }

    private static boolean isEndRecord(ByteBuffer tail, int at) {
        return tail.getInt(at) == 0x06054b50;
    }

    private static boolean endsAt(ByteBuffer tail, int at) {
        return at + END_RECORD + (tail.getShort(at + 20) & 0xffff) == tail.capacity();
    }

    private static ByteBuffer read(SeekableByteChannel bytes, long position, int length)
            throws IOException {
        ByteBuffer read = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(position);
        IOUtils.readFully(bytes, read);
        return read;
    }
}
