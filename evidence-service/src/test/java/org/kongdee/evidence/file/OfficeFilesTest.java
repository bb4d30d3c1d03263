package org.kongdee.evidence.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.kongdee.evidence.file.Documents.compound;
import static org.kongdee.evidence.file.Documents.office;
import static org.kongdee.evidence.file.Documents.open;
import static org.kongdee.evidence.file.Documents.packageOf;
import static org.kongdee.evidence.file.Documents.slides;
import static org.kongdee.evidence.file.Documents.user;
import static org.kongdee.evidence.file.Documents.word;
import static org.kongdee.evidence.file.Documents.workbook;
import static org.kongdee.evidence.file.Documents.zip;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kongdee.evidence.file.Documents.Part;
import org.kongdee.evidence.file.FileType.Refused;
import org.kongdee.evidence.file.FileType.Taken;

/** What Office and OpenDocument files are, whoever wrote them, and what they must not carry. */
class OfficeFilesTest {

    private static final String DOCX =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String ODT = "application/vnd.oasis.opendocument.text";

    private final TypeDetector detector = Documents.detector("");

    @ParameterizedTest
    @EnumSource(names = {"DOCX", "XLSX", "PPTX", "PPSX"})
    void toldByContentTypesWhateverThePartsAreCalled(FileFormat format) throws IOException {
        assertThat(detect(office(format.mediaType()), "a.bin"))
                .isEqualTo(taken(format, "a.bin." + format.extensions().getFirst()));
    }

    @ParameterizedTest
    @EnumSource(names = {"ODT", "ODS", "ODP"})
    void toldByTheMimetypeThatTheManifestConfirms(FileFormat format) throws IOException {
        assertThat(detect(open(format.mediaType()), "a.bin"))
                .isEqualTo(taken(format, "a.bin." + format.extensions().getFirst()));
    }

    @Test
    void officeFilesOf97To2003AreToldByTheirStreams() throws IOException {
        assertThat(detect(compound("WordDocument", word(0xc1, 0)), "a.doc"))
                .isEqualTo(taken(FileFormat.DOC, "a.doc"));
        assertThat(detect(compound("Workbook", workbook(0, false)), "a.doc"))
                .isEqualTo(taken(FileFormat.XLS, "a.doc.xls"));
        assertThat(detect(presentation(false, false), "a.pps"))
                .isEqualTo(taken(FileFormat.PPT, "a.pps"));
    }

    @ParameterizedTest
    @CsvSource({
        "__properties_version1.0, a mail",
        "VisioDocument, application/vnd.visio",
        "Anything, application/x-ole-storage"
    })
    void otherCompoundFilesAreNotWordWhateverTheirName(String stream, String told)
            throws IOException {
        assertThat(refused(compound(stream, new byte[5000]), "a.doc"))
                .returns("file-type-not-taken", Refused::slug)
                .satisfies(refused -> assertThat(refused.reason().toString()).contains(told));
    }

    @Test
    void aMimetypeDecidesNothingForAnOtherwiseOrdinaryArchive() throws IOException {
        for (String said : new String[] {"application/pdf", "image/png", "text/plain", DOCX}) {
            assertThat(detect(zip(Part.stored("mimetype", said), Part.of("a.txt", "x")), "a.zip"))
                    .isEqualTo(taken(FileFormat.ZIP, "a.zip"));
        }
    }

    @Test
    void aMimetypeThatTheContentsBelieIsRefused() throws IOException {
        String ods = FileFormat.ODS.mediaType();
        Part[] none = {};
        for (byte[] lie :
                new byte[][] {
                    open(Part.stored("mimetype", ODT), ods, "", none),
                    open(Part.of("mimetype", ODT), ODT, "", none),
                    zip(Part.stored("mimetype", ODT), Part.of("a.txt", "x")),
                    zip(Part.of("content.xml", "<office/>"), Part.stored("mimetype", ODT)),
                    zip(Part.stored("mimetype", "application/epub+zip"), Part.of("a.txt", "x"))
                }) {
            assertThat(refused(lie, "a.odt").slug()).isEqualTo("ambiguous-file");
        }
        assertThat(
                        refused(
                                packageOf(
                                        DOCX + ".main+xml",
                                        "<Default Extension=\"x\" ContentType=\"%s.main+xml\"/>"
                                                .formatted(XLSX)),
                                "a.docx"))
                .returns("ambiguous-file", Refused::slug);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/vnd.ms-word.document.macroEnabled.main+xml",
                "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
                "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml"
            })
    void aTypeWithMacrosIsRefusedWhateverItsName(String mainPart) throws IOException {
        mustHaveMacros(packageOf(mainPart, ""), "a.docx");
        mustHaveMacros(
                packageOf(mainPart, "", Part.stored("mimetype", "application/zip")), "a.docx");
    }

    @Test
    void macrosOfPackagesAreFoundWhereverTheyLie() throws IOException {
        byte[] project = compound("VBA/dir", new byte[5000]);
        mustHaveMacros(office(DOCX, "word/vbaProject.bin", "x"), "a.docx");
        mustHaveMacros(
                packageOf(DOCX + ".main+xml", "", Part.of("word/image1.bin", project)), "a.docx");
        mustHaveMacros(
                packageOf(
                        XLSX + ".main+xml",
                        "<Default Extension=\"m\" ContentType=\"application/vnd.ms-excel.macrosheet+xml\"/>"),
                "a.xlsx");
        byte[] inner = packageOf(XLSX + ".main+xml", "", Part.of("xl/x.bin", project));
        mustHaveMacros(
                packageOf(DOCX + ".main+xml", "", Part.of("word/embedded.xlsx", inner)), "a.docx");
        mustHaveMacros(open(ODT, "Basic/Standard/Module1.xml", "<m/>"), "a.odt");
        mustHaveMacros(open(ODT, "Scripts/python/a.py.txt", "x"), "a.odt");
        mustHaveMacros(open(ODT, "Object 1/Basic/Standard/M.xml", "<m/>"), "a.odt");
    }

    @Test
    void emptyLibrariesAndEmbeddedDocumentsAreNoMacros() throws IOException {
        assertThat(
                        detect(
                                open(
                                        ODT,
                                        "Basic/script-lc.xml",
                                        "<l/>",
                                        "Basic/Standard/script-lb.xml",
                                        "<l/>"),
                                "a.odt"))
                .isEqualTo(taken(FileFormat.ODT, "a.odt"));
        assertThat(
                        detect(
                                packageOf(
                                        DOCX + ".main+xml",
                                        "",
                                        Part.of("word/chart.xlsx", office(XLSX)),
                                        Part.of(
                                                "word/ole.bin",
                                                compound("Equation Native", new byte[100]))),
                                "a.docx"))
                .isEqualTo(taken(FileFormat.DOCX, "a.docx"));
    }

    @Test
    void aDocumentCarriesNoPrograms() throws IOException {
        byte[] jar = zip(Part.of("META-INF/MANIFEST.MF", "Manifest-Version: 1.0"));
        byte[] elf = {0x7f, 'E', 'L', 'F', 2, 1, 1, 0};
        for (byte[] program : new byte[][] {jar, elf}) {
            assertThat(
                            refused(
                                    packageOf(
                                            DOCX + ".main+xml", "", Part.of("word/a.bin", program)),
                                    "a.docx"))
                    .returns("unsafe-archive", Refused::slug)
                    .satisfies(
                            refused ->
                                    assertThat(refused.reason().toString())
                                            .contains("program or script in it ('a.bin')"));
        }
    }

    @Test
    void binaryWorkbooksAreNotTaken() throws IOException {
        assertThat(
                        refused(
                                packageOf(
                                        "application/vnd.ms-excel.sheet.binary.macroEnabled.main",
                                        ""),
                                "a.xlsb"))
                .returns("file-type-not-taken", Refused::slug)
                .satisfies(
                        refused ->
                                assertThat(refused.reason().toString()).contains("sheet.binary"));
    }

    @Test
    void macrosOf97To2003AreRefused() throws IOException {
        mustHaveMacros(
                compound("WordDocument", word(0xc1, 0), "Macros/VBA/dir", new byte[10]), "a.doc");
        mustHaveMacros(
                compound("Workbook", workbook(0, false), "_VBA_PROJECT_CUR/VBA/dir", new byte[10]),
                "a.xls");
        mustHaveMacros(compound("Workbook", workbook(1, false)), "a.xls");
        mustHaveMacros(compound("Workbook", workbook(6, false)), "a.xls");
        mustHaveMacros(presentation(true, false), "a.ppt");
        assertThat(refused(compound("WordDocument", word(0x68, 0)), "a.doc").reason().toString())
                .contains("Word 95");
    }

    @Test
    void whatNeedsAPasswordIsCalledSo() throws IOException {
        needsPassword(
                compound("EncryptedPackage", new byte[5000], "EncryptionInfo", new byte[100]),
                "a.docx");
        needsPassword(compound("WordDocument", word(0xc1, 0x100)), "a.doc");
        needsPassword(compound("Workbook", workbook(0, true)), "a.xls");
        needsPassword(presentation(false, true), "a.ppt");
        needsPassword(
                open(Part.stored("mimetype", ODT), ODT, "<m:encryption-data/>", new Part[0]),
                "a.odt");
    }

    @Test
    void aDamagedCompoundFileIsCalledSo() throws IOException {
        byte[] whole = compound("WordDocument", word(0xc1, 0));
        byte[] cut = java.util.Arrays.copyOf(whole, 600);
        assertThat(refused(cut, "a.doc").reason().toString()).contains("is damaged");
        assertThat(refused(compound("WordDocument", new byte[5000]), "a.doc").slug())
                .isEqualTo("file-type-not-taken");
    }

    @Test
    void aJarIsAProgramAlsoAsAZip() throws IOException {
        byte[] manifest = "Manifest-Version: 1.0\n".getBytes(UTF_8);
        assertThat(
                        refused(
                                zip(
                                        Part.stored("mimetype", "application/zip"),
                                        Part.of("META-INF/MANIFEST.MF", manifest)),
                                "a.zip"))
                .returns("file-type-not-taken", Refused::slug)
                .satisfies(refused -> assertThat(refused.reason().toString()).contains("program"));
    }

    private static byte[] presentation(boolean macros, boolean password) throws IOException {
        return compound("PowerPoint Document", slides(macros), "Current User", user(password));
    }

    private void mustHaveMacros(byte[] bytes, String name) throws IOException {
        assertThat(refused(bytes, name))
                .returns("file-type-not-taken", Refused::slug)
                .satisfies(
                        refused ->
                                assertThat(refused.reason().toString())
                                        .contains("with macros; save it without them"));
    }

    private void needsPassword(byte[] bytes, String name) throws IOException {
        assertThat(refused(bytes, name))
                .returns("file-encrypted", Refused::slug)
                .satisfies(
                        refused ->
                                assertThat(refused.reason().toString())
                                        .contains("that needs a password"));
    }

    private FileType detect(byte[] bytes, String name) throws IOException {
        return Documents.detect(detector, bytes, name);
    }

    private Refused refused(byte[] bytes, String name) throws IOException {
        FileType found = detect(bytes, name);
        assertThat(found).isInstanceOf(Refused.class);
        return (Refused) found;
    }

    private static Taken taken(FileFormat format, String name) {
        return new Taken(format.mediaType(), new FileName(name));
    }
}
