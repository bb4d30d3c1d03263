package org.kongdee.evidence.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The media types that are taken here, and what is said of all others. */
final class TakenTypes {

    private static final Set<String> PROGRAMS =
            Set.of(
                    "application/java-archive",
                    "application/java-vm",
                    "application/vnd.android.package-archive",
                    "application/x-bat",
                    "application/x-elf",
                    "application/x-executable",
                    "application/x-mach-o",
                    "application/x-mach-o-executable",
                    "application/x-msdownload",
                    "application/x-sh",
                    "application/x-sharedlib",
                    "text/x-php");

    private static final Set<String> ARCHIVES =
            Set.of(
                    "application/gzip",
                    "application/vnd.ms-cab-compressed",
                    "application/x-7z-compressed",
                    "application/x-bzip2",
                    "application/x-rar-compressed",
                    "application/x-tar",
                    "application/x-xz",
                    "application/zstd");

    private static final Map<String, Refusal> OTHERS =
            Map.of(
                    "text/html", Refusal.ACTIVE,
                    "application/rtf", Refusal.RICH_TEXT,
                    "message/rfc822", Refusal.MAIL,
                    "application/vnd.ms-outlook", Refusal.MAIL);

    private final Set<String> types;
    private final List<String> list;

    TakenTypes(FileLimits limits) {
        List<String> named = new ArrayList<>();
        for (FileFormat format : FileFormat.values()) {
            named.add(format.mediaType());
        }
        List<String> all = limits.types().orElse(named);
        types = Set.copyOf(all);
        list = all.stream().map(FileFormat::title).toList();
    }

    boolean contains(String mediaType) {
        return types.contains(mediaType);
    }

    /** As people are told. */
    List<String> list() {
        return list;
    }

    void mustContain(String mediaType) throws NotTaken {
        if (!types.contains(mediaType)) {
            throw notTaken(mediaType);
        }
    }

    static void mustBeNoProgram(String mediaType) throws NotTaken {
        if (PROGRAMS.contains(mediaType)) {
            throw notTaken(mediaType);
        }
    }

    private static NotTaken notTaken(String mediaType) {
        return new NotTaken(refusal(mediaType), mediaType);
    }

    private static Refusal refusal(String mediaType) {
        if (PROGRAMS.contains(mediaType)) {
            return Refusal.PROGRAM;
        }
        if (ARCHIVES.contains(mediaType)) {
            return Refusal.OTHER_ARCHIVE;
        }
        if (isXml(mediaType)) {
            return Refusal.ACTIVE;
        }
        return OTHERS.getOrDefault(mediaType, Refusal.NOT_TAKEN);
    }

    /** Whether a text of this type is more than that to the program that opens it. */
    static boolean isMoreThanText(String mediaType) {
        return PROGRAMS.contains(mediaType)
                || isXml(mediaType)
                || mediaType.equals("text/html")
                || mediaType.equals("application/rtf")
                || mediaType.equals("application/postscript");
    }

    private static boolean isXml(String mediaType) {
        return mediaType.endsWith("xml");
    }
}
