package org.kongdee.web.table;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.kongdee.web.problem.TooLarge;
import org.kongdee.web.text.Message;

/** The texts that the cells of a workbook share; each is held once. */
final class XlsxTexts {

    private static final int MOST = 500_000;

    /** Of all of them, twice as much as a table may show. */
    private static final int MOST_CHARACTERS = 20 << 20;

    private final List<String> texts;

    private XlsxTexts(List<String> texts) {
        this.texts = texts;
    }

    /** Of a workbook that has none. */
    static XlsxTexts none() {
        return new XlsxTexts(List.of());
    }

    static XlsxTexts read(InputStream part) throws XMLStreamException {
        XlsxXml xml = new XlsxXml(part);
        List<String> texts = new ArrayList<>();
        int characters = 0;
        while (xml.next()) {
            if (xml.begins("si")) {
                if (texts.size() == MOST) {
                    throw new TooLarge(
                            "too-large",
                            Message.of("The workbook has more than %d different texts.", MOST));
                }
                String text = text(xml, "si");
                texts.add(text);
                characters += text.length();
                if (characters > MOST_CHARACTERS) {
                    throw new TooLarge(
                            "too-large",
                            Message.of(
                                    "The texts of the workbook have more than %d characters.",
                                    MOST_CHARACTERS));
                }
            }
        }
        return new XlsxTexts(texts);
    }

    String get(int index) {
        if (index < 0 || index >= texts.size()) {
            throw XlsxReader.broken();
        }
        return texts.get(index);
    }

    /** The text of an element that has just begun, of all its runs; not how it is pronounced. */
    static String text(XlsxXml xml, String element) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean pronounced = false;
        while (xml.next() && !xml.ends(element)) {
            if (xml.begins("rPh")) {
                pronounced = true;
            } else if (xml.ends("rPh")) {
                pronounced = false;
            } else if (xml.begins("t") && !pronounced) {
                text.append(xml.text());
                XlsxReader.refuseLong(text.length());
            }
        }
        return XlsxText.plain(text.toString());
    }
}
