package org.kongdee.evidence.file;

import java.util.List;
import java.util.Optional;

/**
 * What is taken. Which of these a file is, its bytes say; only among plain texts, whose bytes look
 * alike, its name does. {@code docs/evidence.md} shows this list as a table.
 */
enum FileFormat {
    PDF("PDF", "application/pdf", "that opens without a password", "pdf"),
    JPEG("JPEG", "image/jpeg", "", "jpg", "jpeg", "jpe", "jfif"),
    PNG("PNG", "image/png", "", "png"),
    GIF("GIF", "image/gif", "", "gif"),
    WEBP("WebP", "image/webp", "", "webp"),
    TIFF("TIFF", "image/tiff", "", "tif", "tiff"),
    HEIC("HEIC", "image/heic", "", "heic", "heif"),
    BMP("BMP", "image/bmp", "", "bmp", "dib"),
    DOCX(
            "DOCX",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "told by its content types, whoever wrote it; no macros, no password",
            "docx"),
    XLSX(
            "XLSX",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "like DOCX",
            "xlsx"),
    PPTX(
            "PPTX",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "like DOCX",
            "pptx"),
    PPSX(
            "PPSX",
            "application/vnd.openxmlformats-officedocument.presentationml.slideshow",
            "like DOCX",
            "ppsx"),
    ODT(
            "ODT",
            "application/vnd.oasis.opendocument.text",
            "told by the entry `mimetype`, first and stored, and a manifest that agrees; no macros, no password",
            "odt"),
    ODS("ODS", "application/vnd.oasis.opendocument.spreadsheet", "like ODT", "ods"),
    ODP("ODP", "application/vnd.oasis.opendocument.presentation", "like ODT", "odp"),
    DOC("DOC", "application/msword", "of Word 97 to 2003; no macros, no password", "doc"),
    XLS(
            "XLS",
            "application/vnd.ms-excel",
            "of Excel 5 to 2003; no macros, no macro sheets, no password",
            "xls"),
    PPT(
            "PPT",
            "application/vnd.ms-powerpoint",
            "of PowerPoint 97 to 2003; no macros, no password",
            "ppt",
            "pps"),
    TEXT(
            "TXT",
            "text/plain",
            "UTF-8, UTF-16 or TIS-620 (Windows-874), without control characters; any plain text whose name says none of the next three",
            "txt",
            "text",
            "log"),
    CSV("CSV", "text/csv", "a plain text with this name", "csv"),
    TSV("TSV", "text/tab-separated-values", "a plain text with this name", "tsv", "tab"),
    MARKDOWN("Markdown", "text/markdown", "a plain text with this name", "md", "markdown"),
    ZIP(
            "ZIP",
            "application/zip",
            "that holds only files that are taken by themselves; folders, empty files, and what systems leave behind (`__MACOSX/`, `.DS_Store`, `Thumbs.db`, `desktop.ini`) are passed over",
            "zip"),
    MP4("MP4", "video/mp4", "", "mp4", "m4v", "mpg4"),
    MOV("MOV", "video/quicktime", "", "mov", "qt"),
    MP3("MP3", "audio/mpeg", "", "mp3", "mpga"),
    M4A("M4A", "audio/mp4", "", "m4a", "m4b");

    /** Among these, and there alone, the name chooses; the first is for all other names. */
    static final List<FileFormat> PLAIN_TEXTS = List.of(TEXT, CSV, TSV, MARKDOWN);

    private final String title;
    private final String mediaType;
    private final String condition;
    private final List<String> extensions;

    FileFormat(String title, String mediaType, String condition, String... extensions) {
        this.title = title;
        this.mediaType = mediaType;
        this.condition = condition;
        this.extensions = List.of(extensions);
    }

    static Optional<FileFormat> of(String mediaType) {
        return List.of(values()).stream()
                .filter(format -> format.mediaType.equals(mediaType))
                .findFirst();
    }

    /** What people call files of a media type. */
    static String title(String mediaType) {
        return of(mediaType).map(FileFormat::title).orElse(mediaType);
    }

    /** What people call it. */
    String title() {
        return title;
    }

    String mediaType() {
        return mediaType;
    }

    /** For the documentation: what else must be true of it. */
    String condition() {
        return condition;
    }

    /** How names of it may end; the first is put behind a name that ends otherwise. */
    List<String> extensions() {
        return extensions;
    }
}
