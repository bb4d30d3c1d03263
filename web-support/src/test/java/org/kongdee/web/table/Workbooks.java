package org.kongdee.web.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks as no spreadsheet would write them, and such that programs have written. */
final class Workbooks {

    static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static final String RELATIONS =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    private Workbooks() {}

    /** One sheet, of these rows. */
    static Workbooks of(String rows) {
        return new Workbooks()
                .part(
                        "_rels/.rels",
                        relations(
                                "<Relationship Id='r1' Type='%s/officeDocument' Target='xl/workbook.xml'/>"))
                .part(
                        "xl/_rels/workbook.xml.rels",
                        relations(
                                "<Relationship Id='s1' Type='%s/worksheet' Target='worksheets/one.xml'/>"
                                        + "<Relationship Id='s2' Type='%s/worksheet' Target='/xl/worksheets/two.xml'/>"
                                        + "<Relationship Id='t' Type='%s/sharedStrings' Target='texts.xml'/>"
                                        + "<Relationship Id='f' Type='%s/styles' Target='formats.xml'/>"))
                .book("<sheet name='One' sheetId='1' r:id='s1'/>")
                .sheet("one", rows);
    }

    private static String relations(String some) {
        return "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                + some.replace("%s", RELATIONS)
                + "</Relationships>";
    }

    Workbooks book(String sheets) {
        return part(
                "xl/workbook.xml",
                "<workbook xmlns='%s' xmlns:r='%s'><sheets>%s</sheets></workbook>"
                        .formatted(MAIN, RELATIONS, sheets));
    }

    Workbooks sheet(String name, String rows) {
        return part(
                "xl/worksheets/" + name + ".xml",
                "<worksheet xmlns='%s'><sheetData>%s</sheetData></worksheet>"
                        .formatted(MAIN, rows));
    }

    Workbooks part(String name, String text) {
        return part(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Workbooks part(String name, byte[] bytes) {
        parts.put(name, bytes);
        return this;
    }

    byte[] file() {
        var file = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    /** A file of the tests' resources. */
    static byte[] saved(String name) {
        try (InputStream file = Workbooks.class.getResourceAsStream(name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
