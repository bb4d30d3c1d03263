package org.kongdee.evidence.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Small files of every kind, made as programs make them. */
final class Documents {

    private Documents() {}

    /** One that takes these media types; all that are known if none is named. */
    static TypeDetector detector(String types) {
        var settings =
                new SmallRyeConfigBuilder()
                        .withMapping(FileLimits.class)
                        .withConverter(MemorySize.class, 100, new MemorySizeConverter());
        if (!types.isEmpty()) {
            settings.withDefaultValue("kongdee.evidence.files.types", types);
        }
        return new TypeDetector(settings.build().getConfigMapping(FileLimits.class));
    }

    static FileType detect(TypeDetector detector, byte[] bytes, String name) throws IOException {
        return detector.detect(new SeekableInMemoryByteChannel(bytes), FileName.of(name));
    }

    /** An entry that is to be. */
    record Part(String name, byte[] bytes, boolean stored, int unixMode) {

        static Part of(String name, byte[] bytes) {
            return new Part(name, bytes, false, 0100644);
        }

        static Part of(String name, String text) {
            return of(name, text.getBytes(UTF_8));
        }

        static Part stored(String name, String text) {
            return new Part(name, text.getBytes(UTF_8), true, 0100644);
        }
    }

    static byte[] zip(Part... parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipArchiveOutputStream(bytes)) {
            for (Part part : parts) {
                var entry = new ZipArchiveEntry(part.name());
                entry.setUnixMode(part.unixMode());
                if (part.stored()) {
                    var sum = new CRC32();
                    sum.update(part.bytes());
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(part.bytes().length);
                    entry.setCrc(sum.getValue());
                }
                zip.putArchiveEntry(entry);
                zip.write(part.bytes());
                zip.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** Office Open XML of which the main part is not called as Office calls it. */
    static byte[] office(String mediaType, String... namesAndTexts) throws IOException {
        return packageOf(mediaType + ".main+xml", "", parts(namesAndTexts));
    }

    /** The same with this main part, declared with more content types. */
    static byte[] packageOf(String mainPart, String moreTypes, Part... more) throws IOException {
        Part[] parts = Arrays.copyOf(more, more.length + 2);
        System.arraycopy(more, 0, parts, 2, more.length);
        parts[0] =
                Part.of(
                        "[Content_Types].xml",
                        """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                        <Default Extension="xml" ContentType="application/xml"/>%s
                        <Override PartName="/docs/main.xml" ContentType="%s"/></Types>
                        """
                                .formatted(moreTypes, mainPart));
        parts[1] = Part.of("docs/main.xml", "<w/>");
        return zip(parts);
    }

    /** OpenDocument as it should be. */
    static byte[] open(String mediaType, String... namesAndTexts) throws IOException {
        return open(Part.stored("mimetype", mediaType), mediaType, "", parts(namesAndTexts));
    }

    static byte[] open(Part mimetype, String saidByManifest, String ofContent, Part... more)
            throws IOException {
        Part[] parts = Arrays.copyOf(more, more.length + 3);
        System.arraycopy(more, 0, parts, 3, more.length);
        parts[0] = mimetype;
        parts[1] = Part.of("content.xml", "<office/>");
        parts[2] =
                Part.of(
                        "META-INF/manifest.xml",
                        """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
                        <m:file-entry m:full-path="/" m:media-type="%s"/>
                        <m:file-entry m:full-path="content.xml" m:media-type="text/xml">%s</m:file-entry></m:manifest>
                        """
                                .formatted(saidByManifest, ofContent));
        return zip(parts);
    }

    private static Part[] parts(String... namesAndTexts) {
        Part[] parts = new Part[namesAndTexts.length / 2];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = Part.of(namesAndTexts[2 * i], namesAndTexts[2 * i + 1]);
        }
        return parts;
    }

    /** OLE2 with these streams; slashes part folders. */
    static byte[] compound(Object... pathsAndBytes) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var file = new POIFSFileSystem()) {
            for (int i = 0; i < pathsAndBytes.length; i += 2) {
                String[] path = pathsAndBytes[i].toString().split("/", -1);
                DirectoryEntry folder = file.getRoot();
                for (int at = 0; at < path.length - 1; at++) {
                    folder =
                            folder.hasEntry(path[at])
                                    ? (DirectoryEntry) folder.getEntry(path[at])
                                    : folder.createDirectory(path[at]);
                }
                folder.createDocument(
                        path[path.length - 1],
                        new ByteArrayInputStream((byte[]) pathsAndBytes[i + 1]));
            }
            file.writeFilesystem(bytes);
        }
        return bytes.toByteArray();
    }

    /** The beginning of a WordDocument. */
    static byte[] word(int format, int flags) {
        byte[] fib = new byte[5000];
        putShort(fib, 0, 0xa5ec);
        putShort(fib, 2, format);
        putShort(fib, 10, flags);
        return fib;
    }

    /** A Workbook with one sheet of this type. */
    static byte[] workbook(int sheetType, boolean password) {
        var bytes = new ByteArrayOutputStream();
        record(bytes, 0x809, new byte[16]);
        if (password) {
            record(bytes, 0x2f, new byte[6]);
        }
        byte[] sheet = {0, 0, 0, 0, 0, (byte) sheetType, 1, 0, 'S'};
        record(bytes, 0x85, sheet);
        record(bytes, 0xa, new byte[0]);
        bytes.writeBytes(new byte[5000]);
        return bytes.toByteArray();
    }

    private static void record(ByteArrayOutputStream bytes, int type, byte[] body) {
        byte[] header = new byte[4];
        putShort(header, 0, type);
        putShort(header, 2, body.length);
        bytes.writeBytes(header);
        bytes.writeBytes(body);
    }

    /** A PowerPoint Document that tells whether it has macros. */
    static byte[] slides(boolean macros) {
        byte[] atom = new byte[12];
        atom[4] = (byte) (macros ? 1 : 0);
        atom[8] = 2;
        byte[] all =
                slide(
                        0x3e8,
                        slide(0x3e9, new byte[40]),
                        slide(0x7d0, slide(0x3ff, slide(0x400, atom))));
        return Arrays.copyOf(all, Math.max(5000, all.length));
    }

    private static byte[] slide(int type, byte[]... bodies) {
        var bytes = new ByteArrayOutputStream();
        for (byte[] body : bodies) {
            bytes.writeBytes(body);
        }
        byte[] header = new byte[8];
        putShort(header, 2, type);
        putShort(header, 4, bytes.size());
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(header);
        whole.writeBytes(bytes.toByteArray());
        return whole.toByteArray();
    }

    /** The stream "Current User" beside it. */
    static byte[] user(boolean password) {
        byte[] user = new byte[40];
        putShort(user, 12, password ? 0xc4df : 0xc05f);
        putShort(user, 14, password ? 0xf3d1 : 0xe391);
        return user;
    }

    private static void putShort(byte[] bytes, int at, int value) {
        bytes[at] = (byte) value;
        bytes[at + 1] = (byte) (value >> 8);
    }
}
