package org.kongdee.evidence.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks an archive to nowhere and counts. The sizes in a directory are only a claim, which an
 * attacker writes as small as needed; never more is unpacked than is claimed.
 */
final class ZipContents {

    private static final int BUFFER = 64 * 1024;

    private ZipContents() {}

    /** What is wrong with the contents, or null. */
    static @Nullable String fault(ZipFile zip, List<ZipArchiveEntry> entries) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (ZipArchiveEntry entry : entries) {
            if (!zip.canReadEntryData(entry)) {
                return "is packed in a way that cannot be checked here";
            }
            if (!hasItsSize(zip, entry, buffer)) {
                return "is not true about the size of what is in it";
            }
        }
        return null;
    }

    private static boolean hasItsSize(ZipFile zip, ZipArchiveEntry entry, byte[] buffer)
            throws IOException {
        if (entry.getMethod() == ZipEntry.STORED) {
            return entry.getSize() == entry.getCompressedSize();
        }
        long left = entry.getSize();
        try (InputStream unpacked = zip.getInputStream(entry)) {
            for (int count = unpacked.read(buffer);
                    count >= 0 && left >= 0;
                    count = unpacked.read(buffer)) {
                left -= count;
                // Other uploads have their turn: virtual threads are not interrupted while they
                // compute.
                Thread.yield();
            }
        }
        return left == 0;
    }
}
