package org.kongdee.evidence.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * OpenDocument (ISO/IEC 26300, part 3) and EPUB, the two that say what they are in an entry {@code
 * mimetype}, first and stored. Only who is made like that is believed; in any other archive that
 * entry is a file like all others.
 */
final class OpenDocument {

    private static final String FAMILY = "application/vnd.oasis.opendocument.";
    private static final String EPUB = "application/epub+zip";
    private static final int MAX_NAME = 100;

    /**
     * Modules of Basic, and scripts in other languages; not the lists of libraries, often empty.
     */
    private static final Pattern MACRO =
            Pattern.compile(
                    "(.*/)?(basic/.*(?<!/script-l[bc]\\.xml)(?<!/dialog-l[bc]\\.xml)|scripts/.*)(?<!/)");

    private OpenDocument() {}

    /** Empty if it is no such document. */
    static Optional<String> mediaType(ZipFile zip, List<ZipArchiveEntry> entries)
            throws IOException {
        ZipArchiveEntry mimetype = zip.getEntry("mimetype");
        if (mimetype == null || mimetype.getSize() > MAX_NAME || !zip.canReadEntryData(mimetype)) {
            return Optional.empty();
        }
        String type = new String(Xml.bytes(zip, mimetype), StandardCharsets.US_ASCII).strip();
        boolean first =
                mimetype.getLocalHeaderOffset() == 0 && mimetype.getMethod() == ZipEntry.STORED;
        if (type.equals(EPUB)) {
            must(first && zip.getEntry("META-INF/container.xml") != null, type);
        } else if (type.startsWith(FAMILY)) {
            must(first && zip.getEntry("content.xml") != null, type);
            manifestMustAgree(zip, type);
            if (entries.stream().anyMatch(OpenDocument::isMacro)) {
                throw new NotTaken(Refusal.MACROS, FileFormat.title(type));
            }
        } else {
            return Optional.empty();
        }
        return Optional.of(type);
    }

    private static void manifestMustAgree(ZipFile zip, String type) throws IOException {
        ZipArchiveEntry manifest = zip.getEntry("META-INF/manifest.xml");
        Set<String> said = new HashSet<>();
        Set<String> encrypted = new HashSet<>();
        if (manifest != null) {
            Xml.each(
                    zip,
                    manifest,
                    element -> {
                        if ("/".equals(Xml.attribute(element, "full-path"))) {
                            said.add(String.valueOf(Xml.attribute(element, "media-type")));
                        } else if (element.getLocalName().equals("encryption-data")) {
                            encrypted.add(element.getLocalName());
                        }
                    });
        }
        must(said.equals(Set.of(type)), type);
        if (!encrypted.isEmpty()) {
            throw new NotTaken(Refusal.ENCRYPTED, FileFormat.title(type));
        }
    }

    private static void must(boolean so, String type) throws NotTaken {
        if (!so) {
            throw new NotTaken(Refusal.NOT_WHAT_IT_SAYS, type);
        }
    }

    private static boolean isMacro(ZipArchiveEntry entry) {
        return MACRO.matcher(entry.getName().toLowerCase(Locale.ROOT)).matches();
    }
}
