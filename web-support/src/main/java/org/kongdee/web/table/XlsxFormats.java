package org.kongdee.web.table;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/**
 * How a workbook shows the numbers of its cells, by the style of a cell: it keeps dates as such.
 */
final class XlsxFormats {

    /** What a number is shown as. */
    enum Shown {
        NUMBER,
        PERCENT,
        DATE
    }

    private static final int MOST = 70_000;

    /** Texts in a format, colours and languages, what is skipped and what is repeated. */
    private static final Pattern NO_CODE =
            Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?![hHmMsS]+\\])[^\\]]*\\]");

    private static final Pattern OF_DATES = Pattern.compile("[dmyhsbDMYHSB]");

    private final List<Shown> byStyle;

    private XlsxFormats(List<Shown> byStyle) {
        this.byStyle = byStyle;
    }

    /** Of a workbook that has no styles. */
    static XlsxFormats none() {
        return new XlsxFormats(List.of());
    }

    static XlsxFormats read(InputStream part) throws XMLStreamException {
        XlsxXml xml = new XlsxXml(part);
        Map<String, Shown> own = new HashMap<>();
        List<Shown> byStyle = new ArrayList<>();
        boolean ofCells = false;
        while (xml.next()) {
            if (xml.begins("numFmt")) {
                own.put(
                        xml.attribute("numFmtId").orElse(""),
                        shown(xml.attribute("formatCode").orElse("")));
            } else if (xml.begins("cellXfs")) {
                ofCells = true;
            } else if (xml.ends("cellXfs")) {
                ofCells = false;
            } else if (ofCells && xml.begins("xf")) {
                String format = xml.attribute("numFmtId").orElse("0");
                Shown shown = own.get(format);
                byStyle.add(shown == null ? builtIn(XlsxXml.number(format)) : shown);
            }
            if (byStyle.size() > MOST || own.size() > MOST) {
                throw XlsxReader.broken();
            }
        }
        return new XlsxFormats(byStyle);
    }

    Shown of(int style) {
        return style >= 0 && style < byStyle.size() ? byStyle.get(style) : Shown.NUMBER;
    }

    /** The formats that workbooks name by number alone (ECMA-376, 18.8.30), Thai ones too. */
    private static Shown builtIn(int format) {
        return switch (format) {
            case 9, 10, 67, 68 -> Shown.PERCENT;
            case 14, 15, 16, 17, 18, 19, 20, 21, 22 -> Shown.DATE;
            case 27, 28, 29, 30, 31, 32, 33, 34, 35, 36 -> Shown.DATE;
            case 45, 46, 47 -> Shown.DATE;
            case 50, 51, 52, 53, 54, 55, 56, 57, 58 -> Shown.DATE;
            case 71, 72, 73, 74, 75, 76, 77, 78, 79, 80, 81 -> Shown.DATE;
            default -> Shown.NUMBER;
        };
    }

    static Shown shown(String code) {
        String bare = NO_CODE.matcher(code).replaceAll("");
        int negative = bare.indexOf(';');
        String first = negative < 0 ? bare : bare.substring(0, negative);
        if (first.toLowerCase(Locale.ROOT).contains("general")) {
            return Shown.NUMBER;
        }
        if (first.contains("%")) {
            return Shown.PERCENT;
        }
        return OF_DATES.matcher(first).find() ? Shown.DATE : Shown.NUMBER;
    }
}
