package org.kongdee.evidence.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.kongdee.evidence.file.Documents.compound;
import static org.kongdee.evidence.file.Documents.office;
import static org.kongdee.evidence.file.Documents.packageOf;
import static org.kongdee.evidence.file.Documents.word;
import static org.kongdee.evidence.file.Documents.zip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kongdee.evidence.file.Documents.Part;
import org.kongdee.evidence.file.FileType.Refused;
import org.kongdee.evidence.file.FileType.Taken;

/** What an archive may carry: what is taken by itself, plainly packed. */
class ArchiveTest {

    private static final byte[] EXE =
            Arrays.copyOf(new byte[] {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0, 4}, 300);

    private final TypeDetector detector = Documents.detector("");

    @Test
    void takesPlainFilesAndPassesOverWhatSystemsLeaveBehind() throws IOException {
        byte[] zip =
                zip(
                        Part.of("แผน/", new byte[0]),
                        Part.of("แผน/บันทึก.txt", "ข้อความ"),
                        Part.of("แผน/a.pdf", "%PDF-1.7\n"),
                        Part.of("empty.txt", ""),
                        Part.of("a.docx", office(FileFormat.DOCX.mediaType())),
                        Part.of("a.doc", compound("WordDocument", word(0xc1, 0))),
                        Part.of("__MACOSX/._a", new byte[] {0, 5, 22, 7, 0}),
                        Part.of(".DS_Store", new byte[] {0, 0, 0, 1, 'B'}));
        assertThat(Documents.detect(detector, zip, "a.zip"))
                .isEqualTo(new Taken("application/zip", new FileName("a.zip")));
    }

    @ParameterizedTest
    @CsvSource({
        "0120777, is no plain file ('a.txt')",
        "0010644, is no plain file ('a.txt')",
        "0020644, is no plain file ('a.txt')"
    })
    void refusesLinksAndDevices(String mode, String told) throws IOException {
        refuses(zip(new Part("a.txt", new byte[] {'x'}, false, Integer.parseInt(mode, 8))), told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.exe", "run.BAT", "a.js", "b/c.vbs", "x.lnk", "page.html", "a.docm"})
    void refusesProgramsByTheirName(String name) throws IOException {
        refuses(zip(Part.of(name, "text")), "program or script in it");
    }

    @Test
    void refusesWhatWouldBeRefusedByItself() throws IOException {
        refuses(zip(Part.of("a.txt", EXE)), "program or script in it ('a.txt')");
        refuses(zip(Part.of("a.txt", "#!/bin/sh\nrm\n")), "program or script in it");
        refuses(zip(Part.of("a.txt", "<html><body>")), "'a.txt', which would not be taken");
        refuses(zip(Part.of("a.bin", new byte[] {1, 2, 3, 0})), "which would not be taken");
        refuses(
                zip(Part.of("a.doc", compound("VBA/dir", new byte[10]))),
                "'a.doc', which has macros");
        refuses(
                zip(Part.of("a.docx", compound("EncryptedPackage", new byte[10]))),
                "'a.docx', which needs a password");
        refuses(zip(Part.of("a.txt", zip(Part.of("b.txt", "x")))), "another archive in it");
    }

    @Test
    void refusesTwoEntriesOfOneName() throws IOException {
        refuses(zip(Part.of("a.txt", "x"), Part.of("a.txt", "y")), "two names for one entry");
        refuses(zip(Part.of("A.txt", "x"), Part.of("a.TXT", "y")), "two names for one entry");
    }

    @Test
    void refusesAnEntryThatIsCalledOtherwiseWhereItLies() throws IOException {
        byte[] zip = zip(Part.of("a.txt", "x"));
        zip[30] = 'b';
        refuses(zip, "two names for one entry");
    }

    @Test
    void refusesBytesThatBelongToNoEntry() throws IOException {
        byte[] zip = zip(Part.stored("a.txt", "x"));
        refuses(concat(zip, "trailer".getBytes(UTF_8)), "belong to none");
        refuses(concat(zip, zip(Part.of("b.txt", "y"))), "taken are");
        // An archive behind another file, whose directory knows where it lies.
        byte[] first = zip(Part.of("decoy.txt", "z".repeat(100)));
        byte[] shifted = shifted(zip, first.length);
        refuses(concat(first, shifted), "belong to none");
    }

    @Test
    void refusesAnArchiveWithoutAFile() throws IOException {
        assertThat(slug(zip(Part.of("folder/", new byte[0])))).isEqualTo("empty-file");
        assertThat(slug(zip())).isEqualTo("empty-file");
    }

    @Test
    void takesManyEntriesButNotAnyNumber() throws IOException {
        Part[] parts = new Part[20_001];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = Part.stored("%d.txt".formatted(i), "x");
        }
        assertThat(Documents.detect(detector, zip(Arrays.copyOf(parts, 20_000)), "a.zip"))
                .isInstanceOf(Taken.class);
        refuses(zip(parts), "more than 20,000 entries");
    }

    @Test
    void countsWhatIsPackedInWhatIsPacked() throws IOException {
        byte[] zeros = new byte[40 << 20];
        byte[] inner =
                packageOf(FileFormat.DOCX.mediaType() + ".main+xml", "", Part.of("z", zeros));
        assertThat(
                        Documents.detect(
                                detector,
                                zip(
                                        Part.of("1.docx", inner),
                                        Part.of("2.docx", inner),
                                        Part.of("3.docx", inner)),
                                "a.zip"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.reason().toString())
                                        .contains("100 times its size"));
    }

    private void refuses(byte[] zip, String told) throws IOException {
        assertThat(Documents.detect(detector, zip, "a.zip"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> {
                            assertThat(refused.slug()).isEqualTo("unsafe-archive");
                            assertThat(refused.reason().toString())
                                    .contains(told)
                                    .contains("taken are PDF,");
                        });
    }

    private String slug(byte[] zip) throws IOException {
        return Documents.detect(detector, zip, "a.zip") instanceof Refused refused
                ? refused.slug()
                : "taken";
    }

    /** The same archive as it lies behind so many bytes. */
    private static byte[] shifted(byte[] zip, int by) {
        byte[] shifted = zip.clone();
        ByteBuffer numbers = ByteBuffer.wrap(shifted).order(ByteOrder.LITTLE_ENDIAN);
        int end = zip.length - 22;
        int directory = numbers.getInt(end + 16);
        numbers.putInt(end + 16, directory + by);
        numbers.putInt(directory + 42, numbers.getInt(directory + 42) + by);
        return shifted;
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
