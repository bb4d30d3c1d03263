package org.kongdee.evidence.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.kongdee.web.text.Message;

/**
 * OLE2 (MS-CFB), the files in a file that Office wrote until 2003, and other programs too: what it
 * is, its streams say.
 */
final class CompoundFile {

    /** Where VBA lies, in a document or by itself. */
    private static final Set<String> MACROS =
            Set.of("macros", "vba", "_vba_project", "_vba_project_cur");

    /** A file's sectors have numbers of four bytes for every 512. */
    private static final int SECTOR_TABLE = 100;

    /** Some 30,000 streams. */
    private static final long DIRECTORY_BUDGET = 4L << 20;

    private CompoundFile() {}

    static String mediaType(SeekableByteChannel bytes) throws IOException {
        var examined = new ExaminedBytes(bytes, bytes.size() / SECTOR_TABLE + DIRECTORY_BUDGET);
        try (var file = new POIFSFileSystem(examined.position(0), true)) {
            examined.directoryIsRead();
            return mediaType(file.getRoot());
        } catch (NotTaken reason) {
            throw reason;
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            // A directory may lie in itself as deep as its writer likes.
            examined.mustBeThere();
            throw new NotTaken(Refusal.UNREADABLE);
        }
    }

    private static String mediaType(DirectoryNode root) throws IOException {
        if (root.hasEntry("EncryptedPackage")) {
            throw new NotTaken(Refusal.ENCRYPTED, Message.of("DOCX, XLSX or PPTX"));
        }
        List<FileFormat> found = new ArrayList<>();
        if (root.hasEntry("WordDocument")) {
            found.add(FileFormat.DOC);
        }
        if (root.hasEntry("Workbook") || root.hasEntry("Book")) {
            found.add(FileFormat.XLS);
        }
        if (root.hasEntry("PowerPoint Document")) {
            found.add(FileFormat.PPT);
        }
        if (found.size() > 1) {
            throw new NotTaken(
                    Refusal.TWO_DOCUMENTS, found.get(0).mediaType(), found.get(1).mediaType());
        }
        String type = found.isEmpty() ? other(root) : found.getFirst().mediaType();
        for (FileFormat format : found) {
            look(root, format);
        }
        if (hasMacros(root)) {
            throw new NotTaken(Refusal.MACROS, FileFormat.title(type));
        }
        return type;
    }

    private static void look(DirectoryNode root, FileFormat format) throws IOException {
        switch (format) {
            case DOC -> OfficeRecords.ofWord(stream(root, "WordDocument"));
            case PPT -> {
                OfficeRecords.ofCurrentUser(stream(root, "Current User"));
                OfficeRecords.ofPowerPoint(stream(root, "PowerPoint Document"));
            }
            default -> {
                for (String book : List.of("Workbook", "Book")) {
                    if (root.hasEntry(book)) {
                        OfficeRecords.ofExcel(stream(root, book));
                    }
                }
            }
        }
    }

    private static InputStream stream(DirectoryNode root, String name) throws IOException {
        return root.createDocumentInputStream(name);
    }

    /** Those that people have; the answer names them. */
    private static String other(DirectoryNode root) {
        if (root.hasEntry("__properties_version1.0")) {
            return "application/vnd.ms-outlook";
        }
        if (root.hasEntry("VisioDocument")) {
            return "application/vnd.visio";
        }
        return root.hasEntry("Quill") ? "application/x-mspublisher" : "application/x-ole-storage";
    }

    private static boolean hasMacros(DirectoryNode folder) {
        for (Entry entry : folder) {
            if (MACROS.contains(entry.getName().toLowerCase(Locale.ROOT))
                    || entry instanceof DirectoryNode inner && hasMacros(inner)) {
                return true;
            }
        }
        return false;
    }
}
