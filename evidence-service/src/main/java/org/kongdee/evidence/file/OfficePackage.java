package org.kongdee.evidence.file;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.kongdee.web.text.Message;

/**
 * Office Open XML (ECMA-376, part 2): what it is, its content types say. How its parts are called
 * is the business of who wrote it.
 */
final class OfficePackage {

    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final String BINARY_WORKBOOK =
            "application/vnd.ms-excel.sheet.binary.macroenabled.12";

    private OfficePackage() {}

    /** Empty if it is no such document. */
    static Optional<String> mediaType(ZipFile zip, List<ZipArchiveEntry> entries)
            throws IOException {
        Optional<ZipArchiveEntry> list =
                entries.stream()
                        .filter(entry -> entry.getName().equalsIgnoreCase(CONTENT_TYPES))
                        .findFirst();
        if (list.isEmpty()) {
            return Optional.empty();
        }
        if (entries.stream().anyMatch(OfficePackage::isProject)) {
            throw new NotTaken(Refusal.MACROS, Message.of("an Office file"));
        }
        var types = new TreeSet<String>();
        Xml.each(
                zip,
                list.get(),
                element -> {
                    String type = Xml.attribute(element, "ContentType");
                    if (type != null) {
                        types.add(type.strip());
                    }
                });
        List<String> documents =
                types.stream()
                        .filter(type -> type.endsWith(".main+xml") || type.endsWith(".main"))
                        .map(OfficePackage::document)
                        .distinct()
                        .toList();
        if (documents.isEmpty()) {
            return Optional.empty();
        }
        if (documents.size() > 1) {
            throw new NotTaken(Refusal.TWO_DOCUMENTS, documents.get(0), documents.get(1));
        }
        String document = documents.getFirst();
        if (document.equals(BINARY_WORKBOOK)) {
            return Optional.of(document);
        }
        if (types.stream().anyMatch(OfficePackage::isOfMacros)) {
            throw new NotTaken(Refusal.MACROS, FileFormat.title(document));
        }
        return Optional.of(document);
    }

    /** The type of a document of which this is the main part. */
    private static String document(String mainPart) {
        String document = mainPart.substring(0, mainPart.lastIndexOf(".main"));
        return document.equalsIgnoreCase("application/vnd.ms-excel.sheet.binary.macroEnabled")
                ? BINARY_WORKBOOK
                : document;
    }

    private static boolean isOfMacros(String contentType) {
        String type = contentType.toLowerCase(Locale.ROOT);
        return type.contains("macroenabled")
                || type.contains("macrosheet")
                || type.contains("vbaproject")
                || type.contains("vbadata");
    }

    private static boolean isProject(ZipArchiveEntry entry) {
        return entry.getName().toLowerCase(Locale.ROOT).endsWith("vbaproject.bin");
    }
}
