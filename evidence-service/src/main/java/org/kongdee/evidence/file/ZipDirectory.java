package org.kongdee.evidence.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.kongdee.evidence.file.FileType.Refused;

/**
 * Looks into the directory of a ZIP, and then whether it tells the truth. Refuses what would blow
 * up or break out where somebody unpacks it: bombs, archives in archives, paths that leave the
 * folder, encrypted entries that no scanner sees.
 */
final class ZipDirectory {

    private static final int MAX_ENTRIES = 20_000;
    private static final long FREE_UNPACKED_SIZE = 100L << 20;
    private static final int MAX_RATIO = 100;

    /** As much as may be unpacked here to check the rest. */
    private static final long MAX_UNPACKED_SIZE = 16L << 30;

    private static final int END_RECORD = 22;
    private static final int MAX_COMMENT = 0xffff;
    private static final int MAX_FORMAT_NAME = 200;

    private static final Set<String> ARCHIVES =
            Set.of(
                    "zip", "7z", "rar", "gz", "tgz", "bz2", "xz", "zst", "tar", "jar", "cab", "iso",
                    "lzh", "arj");

    private static final Map<String, String> OFFICE =
            Map.of(
                    "word/document.xml",
                            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                    "xl/workbook.xml",
                            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    "ppt/presentation.xml",
                            "application/vnd.openxmlformats-officedocument.presentationml.presentation");

    private ZipDirectory() {}

    sealed interface Finding {}

    /**
     * Nothing is wrong with it, and this is what it is: an office document, or simply an archive.
     */
    record Sound(String mediaType) implements Finding {}

    record Unsound(Refused refused) implements Finding {}

    static Finding inspect(SeekableByteChannel bytes, FileName name) throws IOException {
        bytes.position(0);
        try (ZipFile zip = ZipFile.builder().setSeekableByteChannel(new Uncloseable(bytes)).get()) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
            String fault = fault(entries, bytes.size());
            if (fault == null) {
                fault = ZipContents.fault(zip, entries);
            }
            return fault == null
                    ? new Sound(mediaType(zip))
                    : new Unsound(
                            new Refused(
                                    "unsafe-archive",
                                    "The archive '%s' %s.".formatted(name, fault)));
        } catch (IOException | IllegalArgumentException broken) {
            return new Unsound(
                    new Refused(
                            "unsafe-archive",
                            "The archive '%s' is damaged or incomplete.".formatted(name)));
        }
    }

    private static @Nullable String fault(List<ZipArchiveEntry> entries, long size) {
        if (entries.size() > MAX_ENTRIES) {
            return "has %d entries; at most %d are taken".formatted(entries.size(), MAX_ENTRIES);
        }
        long packed = 0;
        long unpacked = 0;
        for (ZipArchiveEntry entry : entries) {
            if (leavesFolder(entry.getName())) {
                return "has an entry whose path leaves its folder";
            }
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                return "is encrypted, so that nobody can check it";
            }
            if (ARCHIVES.contains(FileName.of(entry.getName()).extension())) {
                return "has another archive in it; send the files of the inner one instead";
            }
            packed += Math.max(0, entry.getCompressedSize());
            unpacked += Math.max(0, entry.getSize());
            if (packed < 0 || unpacked < 0) {
                return "has sizes that cannot be true";
            }
        }
        if (packed > size) {
            return "has entries that overlap, as only bombs do";
        }
        if (unpacked > FREE_UNPACKED_SIZE && unpacked / MAX_RATIO > size) {
            return "would unpack to more than %d times its size".formatted(MAX_RATIO);
        }
        if (unpacked > MAX_UNPACKED_SIZE) {
            return "would unpack to more than %,d bytes".formatted(MAX_UNPACKED_SIZE);
        }
        return null;
    }

    private static boolean leavesFolder(String path) {
        String slashes = path.replace('\\', '/');
        return slashes.startsWith("/")
                || slashes.matches("^[A-Za-z]:.*")
                || ("/" + slashes + "/").contains("/../")
                || slashes.indexOf('\0') >= 0;
    }

    private static String mediaType(ZipFile zip) throws IOException {
        ZipArchiveEntry mimetype = zip.getEntry("mimetype");
        if (mimetype != null && mimetype.getSize() <= MAX_FORMAT_NAME) {
            try (InputStream in = zip.getInputStream(mimetype)) {
                return new String(in.readNBytes(MAX_FORMAT_NAME), StandardCharsets.US_ASCII)
                        .strip();
            }
        }
        if (zip.getEntry("[Content_Types].xml") != null) {
            boolean macros =
                    Collections.list(zip.getEntries()).stream()
                            .anyMatch(
                                    entry ->
                                            entry.getName()
                                                    .toLowerCase(Locale.ROOT)
                                                    .endsWith("vbaproject.bin"));
            for (var format : OFFICE.entrySet()) {
                if (zip.getEntry(format.getKey()) != null) {
                    return macros ? format.getValue() + "+macros" : format.getValue();
                }
            }
        }
        if (zip.getEntry("META-INF/MANIFEST.MF") != null) {
            return "application/java-archive";
        }
        return "application/zip";
    }

    /** Whether a ZIP reader, which looks at the end of a file, would take this for an archive. */
    static boolean endsLikeZip(SeekableByteChannel bytes) throws IOException {
        long size = bytes.size();
        if (size < END_RECORD) {
            return false;
        }
        ByteBuffer tail = ByteBuffer.allocate((int) Math.min(size, END_RECORD + MAX_COMMENT));
        bytes.position(size - tail.capacity());
        while (tail.hasRemaining() && bytes.read(tail) >= 0) {
            continue;
        }
        byte[] end = tail.array();
        for (int at = end.length - END_RECORD; at >= 0; at--) {
            if (end[at] == 'P' && end[at + 1] == 'K' && end[at + 2] == 5 && end[at + 3] == 6) {
                int comment = (end[at + 20] & 0xff) | (end[at + 21] & 0xff) << 8;
                if (at + END_RECORD + comment == end.length) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Closing the reader must not close what others still read. */
    private record Uncloseable(SeekableByteChannel bytes) implements SeekableByteChannel {
        @Override
        public int read(ByteBuffer target) throws IOException {
            return bytes.read(target);
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            return bytes.write(source);
        }

        @Override
        public long position() throws IOException {
            return bytes.position();
        }

        @Override
        public SeekableByteChannel position(long position) throws IOException {
            bytes.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return bytes.size();
        }

        @Override
        public SeekableByteChannel truncate(long size) throws IOException {
            return bytes.truncate(size);
        }

        @Override
        public boolean isOpen() {
            return bytes.isOpen();
        }

        @Override
        public void close() {
            // The owner closes.
        }
    }
}
