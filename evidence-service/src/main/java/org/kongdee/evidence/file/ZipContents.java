package org.kongdee.evidence.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Unpacks an archive to nowhere, counts, and looks what is in it: in an archive of files only what
 * would be taken by itself, in a document no programs, and nothing with macros in either.
 */
final class ZipContents {

    /** What has to be read here and there is held on disk meanwhile, if it is not larger. */
    private static final long MAX_HELD = 256L << 20;

    private static final Set<String> LEFT_BEHIND = Set.of(".ds_store", "thumbs.db", "desktop.ini");

    private final Recogniser recogniser;
    private final TakenTypes taken;

    ZipContents(Recogniser recogniser, TakenTypes taken) {
        this.recogniser = recogniser;
        this.taken = taken;
    }

    /** Looks at one entry. */
    @FunctionalInterface
    private interface Look {
        void at(ZipArchiveEntry entry, FileName name, InputStream unpacked) throws IOException;
    }

    /** Every entry is a file like those that are sent by themselves. */
    void ofArchive(ZipFile zip, List<ZipArchiveEntry> entries, Effort effort) throws IOException {
        unpack(
                zip,
                entries,
                effort,
                (entry, name, unpacked) -> {
                    if (entry.getSize() > 0 && !isLeftBehind(entry.getName())) {
                        byte[] head = unpacked.readNBytes(Recogniser.HEAD);
                        taken.mustContain(
                                needsAll(head)
                                        ? held(entry, name, head, unpacked, effort)
                                        : recogniser.simple(head, unpacked, name));
                    }
                });
    }

    /** The parts of an office document are the business of who wrote it, but for what could run. */
    void ofDocument(ZipFile zip, List<ZipArchiveEntry> entries, String mediaType, Effort effort)
            throws IOException {
        try {
            partsOfDocument(zip, entries, effort);
        } catch (NotTaken reason) {
            throw reason.refusal() == Refusal.MACROS_IN_ARCHIVE
                    ? new NotTaken(Refusal.MACROS, FileFormat.title(mediaType))
                    : reason;
        }
    }

    private void partsOfDocument(ZipFile zip, List<ZipArchiveEntry> entries, Effort effort)
            throws IOException {
        unpack(
                zip,
                entries,
                effort,
                (entry, name, unpacked) -> {
                    byte[] head = unpacked.readNBytes(Recogniser.HEAD);
                    if (Signatures.isProgram(head)) {
                        throw new NotTaken(Refusal.PROGRAM, "");
                    }
                    if (Signatures.isZip(head) || Signatures.isCompoundFile(head)) {
                        TakenTypes.mustBeNoProgram(held(entry, name, head, unpacked, effort));
                    }
                });
    }

    private static void unpack(ZipFile zip, List<ZipArchiveEntry> entries, Effort effort, Look look)
            throws IOException {
        for (ZipArchiveEntry entry : entries) {
            FileName name = FileName.of(entry.getName());
            if (!zip.canReadEntryData(entry)) {
                throw new NotTaken(Refusal.UNCHECKABLE, name);
            }
            boolean stored = entry.getMethod() == ZipEntry.STORED;
            if (stored && entry.getSize() != entry.getCompressedSize()) {
                throw new NotTaken(Refusal.UNTRUE_SIZE);
            }
            try (var unpacked =
                    new PackedFile(zip.getInputStream(entry), entry.getSize(), effort)) {
                look.at(entry, name, unpacked);
                if (!stored) {
                    unpacked.mustHaveItsSize();
                }
            } catch (NotTaken reason) {
                throw ofEntry(reason, name);
            }
        }
    }

    private static boolean needsAll(byte[] head) {
        return Signatures.isZip(head)
                || Signatures.isCompoundFile(head)
                || Signatures.of(head).filter(FileFormat.PDF::equals).isPresent();
    }

    private String held(
            ZipArchiveEntry entry, FileName name, byte[] head, InputStream rest, Effort effort)
            throws IOException {
        if (entry.getSize() > MAX_HELD) {
            throw new NotTaken(Refusal.UNCHECKABLE, name);
        }
        effort.enter(name);
        try (SeekableByteChannel held = Held.of(head, rest)) {
            return recogniser.mediaType(held, name, effort);
        } finally {
            effort.leave();
        }
    }

    private static boolean isLeftBehind(String path) {
        return path.startsWith("__MACOSX/")
                || LEFT_BEHIND.contains(
                        path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT));
    }

    /** What is said of an archive if this is the matter with one of its entries. */
    private static NotTaken ofEntry(NotTaken reason, FileName name) {
        return switch (reason.refusal()) {
            case BOMB, UNTRUE_SIZE -> reason;
            case MACROS, MACROS_IN_ARCHIVE -> new NotTaken(Refusal.MACROS_IN_ARCHIVE, name);
            case ENCRYPTED, PASSWORD_IN_ARCHIVE, ENCRYPTED_ARCHIVE ->
                    new NotTaken(Refusal.PASSWORD_IN_ARCHIVE, name);
            case PROGRAM, PROGRAM_IN_ARCHIVE -> new NotTaken(Refusal.PROGRAM_IN_ARCHIVE, name);
            case ARCHIVE_IN_ARCHIVE, OTHER_ARCHIVE ->
                    new NotTaken(Refusal.ARCHIVE_IN_ARCHIVE, name);
            case UNCHECKABLE -> new NotTaken(Refusal.UNCHECKABLE, name);
            default -> new NotTaken(Refusal.OTHER_IN_ARCHIVE, name);
        };
    }
}
