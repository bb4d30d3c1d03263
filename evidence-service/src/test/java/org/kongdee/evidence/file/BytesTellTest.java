package org.kongdee.evidence.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kongdee.evidence.file.FileType.Refused;
import org.kongdee.evidence.file.FileType.Taken;
import org.kongdee.web.text.Message;

/** The bytes say what a file is, and where they say nothing it is not taken. */
class BytesTellTest {

    private final TypeDetector detector = Documents.detector("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pdf", "docx", "png", "mp4", "jpg", "doc", "xlsx", "odt", "zip", "txt", "csv",
                "mp3", "heic", "gif", "mov"
            })
    void randomBytesAreNothingWhateverTheirName(String extension) throws IOException {
        byte[] bytes = new byte[4096];
        for (int seed = 0; seed < 20; seed++) {
            new Random(seed).nextBytes(bytes);
            assertThat(detect(bytes, "x." + extension))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> {
                                assertThat(refused.slug()).isEqualTo("file-type-not-taken");
                                assertThat(refused.reason().toString())
                                        .contains("'x." + extension + "'")
                                        .contains("taken are PDF, JPEG");
                            });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "255044462d312e37, PDF",
        "efbbbf255044462d312e37, PDF",
        "ffd8ffe000104a46, JPEG",
        "89504e470d0a1a0a, PNG",
        "474946383961, GIF",
        "52494646000000005745425056503820, WEBP",
        "49492a0008000000, TIFF",
        "4d4d002a00000008, TIFF",
        "424d36000c000000000036000000280000000002000000020000, BMP",
        "00000018667479706865696300000000, HEIC",
        "00000018667479706d696631000000006865696368656963, HEIC",
        "000000186674797069736f6d0000000069736f6d61766331, MP4",
        "00000018667479706d703432, MP4",
        "0000001866747970584156430000000058415643 6d703432, MP4",
        "000000186674797071742020, MOV",
        "000000086d6f6f7600000000, MOV",
        "00000018667479704d344120, M4A",
        "49443304000000000a00, MP3"
    })
    void tellsByTheBeginning(String hex, FileFormat format) throws IOException {
        byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
        assertThat(detect(Arrays.copyOf(bytes, 100), "x"))
                .isEqualTo(
                        new Taken(
                                format.mediaType(),
                                new FileName("x." + format.extensions().getFirst())));
    }

    @Test
    void anMp3HasASecondFrameWhereTheFirstOneEnds() throws IOException {
        byte[] frames = new byte[2000];
        byte[] header = {(byte) 0xff, (byte) 0xfb, (byte) 0x90, 0x44};
        System.arraycopy(header, 0, frames, 0, 4);
        assertThat(detect(frames, "x.mp3")).isInstanceOf(Refused.class);
        System.arraycopy(header, 0, frames, 417, 4);
        assertThat(detect(frames, "x.mp3"))
                .isEqualTo(new Taken("audio/mpeg", new FileName("x.mp3")));
    }

    @ParameterizedTest
    @CsvSource({
        "บันทึก.txt, text/plain, บันทึก.txt",
        "server.log, text/plain, server.log",
        "table.tsv, text/tab-separated-values, table.tsv",
        "table.csv, text/csv, table.csv",
        "note.md, text/markdown, note.md",
        "page.html, text/plain, page.html.txt",
        "photo.png, text/plain, photo.png.txt"
    })
    void amongPlainTextsTheNameChooses(String name, String type, String kept) throws IOException {
        assertThat(detect("ข้อความธรรมดา\n".getBytes(UTF_8), name))
                .isEqualTo(new Taken(type, new FileName(kept)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: ผู้อำนวยการ\nถึงทุกกอง\n",
                "Received: วันนี้\nFrom: เรา\n",
                "MIME-Version: 1.0\n",
                "solid work\n",
                "ID3 is a tag\n",
                "the header of a file is %PDF-1.4\n",
                "BM 12 gram\n",
                "\u001b[32mgreen\u001b[0m\n"
            })
    void aTextThatBeginsLikeSomethingElseIsAText(String text) throws IOException {
        assertThat(detect(text.getBytes(UTF_8), "note.txt"))
                .isEqualTo(new Taken("text/plain", new FileName("note.txt")));
    }

    @Test
    void thaiTextOfEveryEncodingIsText() throws IOException {
        String text = "เรื่อง ประกาศงดรับของขวัญ ปี ๒๕๖๕\r\n\tผู้รับผิดชอบ: นิติการ (LEGAL)\r\n";
        var plain = new Taken("text/plain", new FileName("a.txt"));
        assertThat(detect(text.getBytes(Charset.forName("x-windows-874")), "a.txt"))
                .isEqualTo(plain);
        for (String mark : new String[] {"", "\ufeff"}) {
            assertThat(detect((mark + text).getBytes(UTF_8), "a.txt")).isEqualTo(plain);
            assertThat(detect((mark + text).getBytes(UTF_16LE), "a.txt")).isEqualTo(plain);
            assertThat(detect((mark + text).getBytes(UTF_16BE), "a.txt")).isEqualTo(plain);
        }
        assertThat(detect(text.repeat(3_000).getBytes(UTF_8), "a.txt")).isEqualTo(plain);
    }

    @Test
    void whatLooksLikeATextAtFirstIsReadToItsEnd() throws IOException {
        byte[] text = "a line of text\n".repeat(10_000).getBytes(UTF_8);
        text[text.length - 2] = 0;
        assertThat(slug(detect(text, "a.txt"))).isEqualTo("file-type-not-taken");
        assertThat(slug(detect("caf\u00e9 cr\u00e8me".getBytes(ISO_8859_1), "a.txt")))
                .isEqualTo("file-type-not-taken");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\\rtf1 hello}', a.rtf, save it as DOCX or PDF",
        "'Subject: x\n\nhello', mail.eml, is a mail",
        "'<html><script>1</script>', a.txt, can carry scripts",
        "'<?xml version=\"1.0\"?><a/>', a.xml, can carry scripts",
        "'#!/bin/sh\n', a.txt, program or script"
    })
    void whatIsMoreThanTextIsRefusedWithAdvice(String text, String name, String advice)
            throws IOException {
        for (Charset encoding : new Charset[] {UTF_8, UTF_16LE}) {
            assertThat(detect(("\ufeff" + text).getBytes(encoding), name))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> {
                                assertThat(refused.slug()).isEqualTo("file-type-not-taken");
                                assertThat(refused.reason().toString())
                                        .contains(advice)
                                        .contains("taken are");
                            });
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 128, 256})
    void aPdfThatNeedsAPasswordIsRefusedAndOneThatOpensIsTaken(int bits) throws IOException {
        for (var written :
                new CompressParameters[] {
                    CompressParameters.DEFAULT_COMPRESSION, CompressParameters.NO_COMPRESSION
                }) {
            assertThat(slug(detect(pdf(bits, "secret", written), "a.pdf")))
                    .isEqualTo("file-encrypted");
            assertThat(slug(detect(behind("\uFEFF\n", pdf(bits, "secret", written)), "a.pdf")))
                    .isEqualTo("file-encrypted");
            assertThat(detect(pdf(bits, "", written), "a.pdf"))
                    .isEqualTo(new Taken("application/pdf", new FileName("a.pdf")));
        }
    }

    @Test
    void aPdfWithATrailerThatNobodyCanReadIsStillOne() throws IOException {
        String deep = "%PDF-1.7\ntrailer <<" + "/a [".repeat(5_000);
        for (String end :
                new String[] {"\nstartxref\n9\n%%EOF", "\nstartxref\n99999999\n%%EOF", ""}) {
            assertThat(detect((deep + end).getBytes(UTF_8), "a.pdf"))
                    .isEqualTo(new Taken("application/pdf", new FileName("a.pdf")));
        }
    }

    @Test
    void theSettingsDecideWhatIsTaken() throws IOException {
        TypeDetector few = Documents.detector("application/pdf,application/rtf");
        assertThat(Documents.detect(few, "{\\rtf1 hello}".getBytes(UTF_8), "a.rtf"))
                .isEqualTo(new Taken("application/rtf", new FileName("a.rtf")));
        assertThat(Documents.detect(few, "text".getBytes(UTF_8), "a.txt"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> {
                            assertThat(refused.slug()).isEqualTo("file-type-not-taken");
                            assertThat(refused.reason())
                                    .hasToString(
                                            "The file 'a.txt' is text/plain, which is not taken here; taken are PDF, application/rtf.");
                        });
    }

    private static byte[] pdf(int bits, String password, CompressParameters written)
            throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            var policy = new StandardProtectionPolicy("owner", password, new AccessPermission());
            policy.setEncryptionKeyLength(bits);
            document.protect(policy);
            document.save(bytes, written);
        }
        return bytes.toByteArray();
    }

    private static byte[] behind(String text, byte[] bytes) {
        byte[] before = text.getBytes(UTF_8);
        byte[] all = Arrays.copyOf(before, before.length + bytes.length);
        System.arraycopy(bytes, 0, all, before.length, bytes.length);
        return all;
    }

    private FileType detect(byte[] bytes, String name) throws IOException {
        return Documents.detect(detector, bytes, name);
    }

    private static String slug(FileType type) {
        return switch (type) {
            case Refused(String slug, Message _) -> slug;
            case Taken taken -> "taken as " + taken;
        };
    }
}
