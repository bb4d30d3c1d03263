package org.kongdee.evidence.file;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Tells what a ZIP is: an office document, a program, or simply an archive; and whether it is safe.
 */
final class ZipArchive {

    /** Enough for all entries that are taken, with long names. */
    private static final long DIRECTORY_BUDGET = 24L << 20;

    private final ZipContents contents;

    ZipArchive(ZipContents contents) {
        this.contents = contents;
    }

    String mediaType(SeekableByteChannel bytes, Effort effort) throws IOException {
        var examined = new ExaminedBytes(bytes, DIRECTORY_BUDGET);
        try {
            ZipLayout.mustHaveAtMost(examined, ZipDirectory.MAX_ENTRIES);
            return opened(examined, effort);
        } catch (NotTaken reason) {
            throw reason;
        } catch (IOException | IllegalArgumentException broken) {
            examined.mustBeThere();
            throw new NotTaken(Refusal.DAMAGED_ARCHIVE);
        }
    }

    private String opened(ExaminedBytes bytes, Effort effort) throws IOException {
        try (ZipFile zip =
                ZipFile.builder()
                        .setSeekableByteChannel(bytes)
                        .setIgnoreLocalFileHeader(true)
                        .get()) {
            bytes.directoryIsRead();
            return mediaType(zip, bytes, effort);
        }
    }

    private String mediaType(ZipFile zip, ExaminedBytes bytes, Effort effort) throws IOException {
        List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
        ZipDirectory.mustBeSafe(entries, bytes.size());
        ZipLayout.mustBeClear(bytes, entries);
        Optional<String> office = OfficePackage.mediaType(zip, entries);
        Optional<String> open = OpenDocument.mediaType(zip, entries);
        if (office.isPresent() && open.isPresent()) {
            throw new NotTaken(Refusal.TWO_DOCUMENTS, office.get(), open.get());
        }
        Optional<String> document = office.or(() -> open);
        if (document.isPresent()) {
            contents.ofDocument(zip, entries, document.get(), effort);
            return document.get();
        }
        if (zip.getEntry("META-INF/MANIFEST.MF") != null) {
            return "application/java-archive";
        }
        if (effort.isInside()) {
            throw new NotTaken(Refusal.ARCHIVE_IN_ARCHIVE, FileName.of(""));
        }
        contents.ofArchive(zip, entries, effort);
        return FileFormat.ZIP.mediaType();
    }
}
