package org.kongdee.evidence.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kongdee.evidence.file.FileType.Refused;
import org.kongdee.evidence.file.FileType.Taken;
import org.kongdee.web.text.Message;

class TypeDetectorTest {

    private static final byte[] PDF = "%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n".getBytes(UTF_8);
    private static final byte[] PNG = {
        (byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R'
    };
    private static final byte[] EXE =
            Arrays.copyOf(new byte[] {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0, 4}, 300);

    private static final String TAKEN =
            "PDF, JPEG, PNG, GIF, WebP, TIFF, HEIC, BMP, DOCX, XLSX, PPTX, PPSX, ODT, ODS, ODP, DOC, XLS, PPT,"
                    + " TXT, CSV, TSV, Markdown, ZIP, MP4, MOV, MP3, M4A";

    private final TypeDetector detector = Documents.detector("");

    @Test
    void believesTheBytesAndNotTheName() throws IOException {
        assertThat(detect(PDF, "photo.png"))
                .isEqualTo(new Taken("application/pdf", new FileName("photo.png.pdf")));
        assertThat(detect(PNG, "photo.PNG"))
                .isEqualTo(new Taken("image/png", new FileName("photo.PNG")));
    }

    @ParameterizedTest
    @CsvSource({
        "บันทึก.txt, text/plain, บันทึก.txt",
        "table.csv, text/csv, table.csv",
        "setup.exe, text/plain, setup.exe.txt",
        "noname, text/plain, noname.txt"
    })
    void letsTheNameChooseBetweenKindsOfText(String name, String type, String kept)
            throws IOException {
        assertThat(detect("ข้อความ,ธรรมดา\n".getBytes(UTF_8), name))
                .isEqualTo(new Taken(type, new FileName(kept)));
    }

    @Test
    void refusesProgramsAndActiveDocuments() throws IOException {
        assertThat(slug(detect(EXE, "report.pdf"))).isEqualTo("file-type-not-taken");
        assertThat(
                        slug(
                                detect(
                                        "<!DOCTYPE html><html><script>1</script></html>"
                                                .getBytes(UTF_8),
                                        "a.txt")))
                .isEqualTo("file-type-not-taken");
        assertThat(
                        slug(
                                detect(
                                        "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(UTF_8),
                                        "a.svg")))
                .isEqualTo("file-type-not-taken");
        assertThat(slug(detect(zip("META-INF/MANIFEST.MF", "a"), "a.zip")))
                .isEqualTo("file-type-not-taken");
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        assertThat(slug(detect(new byte[0], "a.pdf"))).isEqualTo("empty-file");
    }

    @Test
    void looksIntoOfficeDocuments() throws IOException {
        String docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        assertThat(detect(Documents.office(docx), "แผน.zip"))
                .isEqualTo(new Taken(docx, new FileName("แผน.zip.docx")));
        assertThat(detect(Documents.open("application/vnd.oasis.opendocument.text"), "a.odt"))
                .isEqualTo(
                        new Taken(
                                "application/vnd.oasis.opendocument.text", new FileName("a.odt")));
        assertThat(detect(zip("a.pdf", "x"), "a.zip"))
                .isEqualTo(new Taken("application/zip", new FileName("a.zip")));
    }

    @Test
    void refusesDocumentsWithMacros() throws IOException {
        assertThat(
                        slug(
                                detect(
                                        zip(
                                                "[Content_Types].xml",
                                                "",
                                                "word/document.xml",
                                                "",
                                                "word/vbaProject.bin",
                                                ""),
                                        "a.docx")))
                .isEqualTo("file-type-not-taken");
    }

    @Test
    void refusesAnArchiveThatUnpacksToFarMoreThanItIs() throws IOException {
        assertThat(detect(zeros(150), "a.zip"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> {
                            assertThat(refused.slug()).isEqualTo("unsafe-archive");
                            assertThat(refused.reason())
                                    .hasToString(
                                            "The archive 'a.zip' would unpack to more than 100 times its size; taken are %s."
                                                    .formatted(TAKEN));
                        });
    }

    @Test
    void refusesArchivesInArchives() throws IOException {
        assertThat(slug(detect(zip("inner.ZIP", "PK"), "a.zip"))).isEqualTo("unsafe-archive");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.txt",
                "/etc/cron.d/evil",
                "C:\\evil.txt",
                "C:\\evil\n.txt",
                "a/../../evil"
            })
    void refusesPathsThatLeaveTheFolder(String path) throws IOException {
        assertThat(slug(detect(zip(path, "x"), "a.zip"))).isEqualTo("unsafe-archive");
    }

    @Test
    void refusesEntriesThatOverlap() throws IOException {
        byte[] one = zip("a.txt", "x".repeat(10));
        // Claims a packed size far beyond the archive, in the directory at its end.
        int directory = indexOf(one, new byte[] {'P', 'K', 1, 2});
        one[directory + 22] = 1;
        assertThat(slug(detect(one, "a.zip"))).isEqualTo("unsafe-archive");
    }

    @ParameterizedTest
    @CsvSource({"1, a.zip", "999, a.zip", "1, a.docx"})
    void refusesAnArchiveThatLiesAboutItsSizes(int claimed, String name) throws IOException {
        byte[] lying =
                Documents.office(
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                        "word/other.xml",
                        "x".repeat(1_000));
        int directory = indexOf(lying, new byte[] {'P', 'K', 1, 2});
        int document = indexOf(lying, "word/other.xml".getBytes(UTF_8), directory);
        putLittleEndian(lying, document - 46 + 24, claimed);
        assertThat(detect(lying, name))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> {
                            assertThat(refused.slug()).isEqualTo("unsafe-archive");
                            assertThat(refused.reason())
                                    .hasToString(
                                            "The archive '%s' is not true about the size of what is in it; taken are %s."
                                                    .formatted(name, TAKEN));
                        });
    }

    @Test
    void refusesABombThatClaimsToBeSmall() throws IOException {
        byte[] bomb = zeros(150);
        int directory = indexOf(bomb, new byte[] {'P', 'K', 1, 2});
        putLittleEndian(bomb, directory + 24, 1_000);
        assertThat(slug(detect(bomb, "a.zip"))).isEqualTo("unsafe-archive");
    }

    @Test
    void refusesAnArchiveOfWhichAnEntryIsDamaged() throws IOException {
        byte[] zip = zip("a.txt", "many words ".repeat(100));
        zip[40] ^= 0x55;
        assertThat(slug(detect(zip, "a.zip"))).isEqualTo("unsafe-archive");
    }

    @Test
    void refusesADamagedArchive() throws IOException {
        byte[] zip = zip("a.txt", "x");
        assertThat(slug(detect(Arrays.copyOf(zip, zip.length - 10), "a.zip")))
                .isEqualTo("unsafe-archive");
    }

    @Test
    void refusesAFileThatIsTwoThingsAtOnce() throws IOException {
        assertThat(slug(detect(concat(PDF, zip("a.txt", "x")), "a.pdf")))
                .isEqualTo("ambiguous-file");
        assertThat(slug(detect(concat(PNG, zip("a.class", "x")), "a.png")))
                .isEqualTo("ambiguous-file");
    }

    private FileType detect(byte[] bytes, String name) throws IOException {
        return detector.detect(new SeekableInMemoryByteChannel(bytes), FileName.of(name));
    }

    private static String slug(FileType type) {
        return switch (type) {
            case Refused(String slug, Message _) -> slug;
            case Taken taken -> "taken as " + taken;
        };
    }

    private static byte[] zip(String... namesAndTexts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    /** So many megabytes of zeros, packed. */
    private static byte[] zeros(int megabytes) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("zeros.txt"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < megabytes; i++) {
                zip.write(zeros);
            }
        }
        return bytes.toByteArray();
    }

    private static void putLittleEndian(byte[] bytes, int at, int value) {
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        return indexOf(bytes, part, 0);
    }

    private static int indexOf(byte[] bytes, byte[] part, int from) {
        for (int at = from; at <= bytes.length - part.length; at++) {
            if (Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
        throw new AssertionError("not there");
    }
}
