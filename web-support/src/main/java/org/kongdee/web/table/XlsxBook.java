package org.kongdee.web.table;

import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/**
 * What a workbook says of all its sheets.
 *
 * @param sheets in their order
 * @param since1904 whether it counts days from 1904, as those of old Macs do
 */
record XlsxBook(List<Sheet> sheets, XlsxFormats formats, XlsxTexts texts, boolean since1904) {

    private static final int MOST_SHEETS = 1_000;

    /**
     * A sheet.
     *
     * @param part in which its rows are
     */
    record Sheet(String name, boolean isVisible, String part) {}

    private record Relation(String type, String part) {}

    XlsxBook {
        sheets = List.copyOf(sheets);
    }

    static XlsxBook read(XlsxParts parts) throws XMLStreamException {
        String book =
                relations(parts, "").values().stream()
                        .filter(relation -> relation.type().equals("officeDocument"))
                        .map(Relation::part)
                        .findFirst()
                        .orElse("xl/workbook.xml");
        Map<String, Relation> relations = relations(parts, book);
        Optional<InputStream> styles = only(parts, relations, "styles");
        XlsxFormats formats =
                styles.isPresent() ? XlsxFormats.read(styles.get()) : XlsxFormats.none();
        Optional<InputStream> strings = only(parts, relations, "sharedStrings");
        XlsxTexts texts = strings.isPresent() ? XlsxTexts.read(strings.get()) : XlsxTexts.none();
        InputStream part = parts.open(book).orElseThrow(XlsxReader::noWorkbook);
        return read(new XlsxXml(part), relations, formats, texts);
    }

    private static XlsxBook read(
            XlsxXml xml, Map<String, Relation> relations, XlsxFormats formats, XlsxTexts texts)
            throws XMLStreamException {
        List<Sheet> sheets = new ArrayList<>();
        boolean since1904 = false;
        while (xml.next()) {
            if (xml.begins("workbookPr")) {
                since1904 =
                        xml.attribute("date1904")
                                .filter(value -> value.equals("1") || value.equals("true"))
                                .isPresent();
            } else if (xml.begins("sheet") && sheets.size() < MOST_SHEETS) {
                Map<String, String> attributes = xml.attributes();
                Relation relation = relations.get(attributes.getOrDefault("id", ""));
                if (relation != null && relation.type().equals("worksheet")) {
                    sheets.add(
                            new Sheet(
                                    attributes.getOrDefault("name", ""),
                                    attributes.getOrDefault("state", "visible").equals("visible"),
                                    relation.part()));
                }
            }
        }
        return new XlsxBook(sheets, formats, texts, since1904);
    }

    private static Optional<InputStream> only(
            XlsxParts parts, Map<String, Relation> relations, String type) {
        Optional<Relation> found =
                relations.values().stream()
                        .filter(relation -> relation.type().equals(type))
                        .findFirst();
        return found.isPresent() ? parts.open(found.get().part()) : Optional.empty();
    }

    /** The parts that another one names, by the ids under which it does. */
    private static Map<String, Relation> relations(XlsxParts parts, String of)
            throws XMLStreamException {
        int folder = of.lastIndexOf('/') + 1;
        Optional<InputStream> part =
                parts.open(of.substring(0, folder) + "_rels/" + of.substring(folder) + ".rels");
        Map<String, Relation> relations = new HashMap<>();
        if (part.isEmpty()) {
            return relations;
        }
        XlsxXml xml = new XlsxXml(part.get());
        while (xml.next() && relations.size() < MOST_SHEETS) {
            if (xml.begins("Relationship")) {
                String type = xml.attribute("Type").orElse("");
                relations.put(
                        xml.attribute("Id").orElse(""),
                        new Relation(
                                type.substring(type.lastIndexOf('/') + 1),
                                resolved(of, xml.attribute("Target").orElse(""))));
            }
        }
        return relations;
    }

    private static String resolved(String of, String target) {
        try {
            String path = URI.create("/" + of).resolve(target).getPath();
            return path == null ? "" : path.substring(Math.min(1, path.length()));
        } catch (IllegalArgumentException e) {
            // Links may be anything; parts of tables are plain names.
            return "";
        }
    }
}
