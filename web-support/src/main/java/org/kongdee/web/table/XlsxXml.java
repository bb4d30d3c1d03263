package org.kongdee.web.table;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.problem.Malformed;

/**
 * Reads a part of a workbook, an element after the other, in bounded memory: a parser keeps the
 * name of every element, the stack of those that are open, and a tag, comment or text until it
 * ends.
 */
final class XlsxXml {

    /** Between two elements, or within a tag. Texts of cells are far shorter. */
    private static final int LONGEST_PIECE = 1 << 20;

    private static final int DEEPEST = 100;
    private static final int MOST_NAMES = 2_000;

    private static final XMLInputFactory FACTORY = factory();

    private final Measured source;
    private final XMLStreamReader xml;
    private final Set<String> names = new HashSet<>();
    private int depth;

    XlsxXml(InputStream part) throws XMLStreamException {
        // Whatever it says of its charset: parts of workbooks are UTF-8.
        source = new Measured(new InputStreamReader(part, StandardCharsets.UTF_8));
        xml = FACTORY.createXMLStreamReader(source);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }

    /** To the next beginning or end of an element; false at the end. */
    boolean next() throws XMLStreamException {
        return next(null);
    }

    /**
     * The same.
     *
     * @param text takes the text before it; null if nobody wants it
     */
    boolean next(@Nullable StringBuilder text) throws XMLStreamException {
        while (xml.hasNext()) {
            source.begin();
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    begin();
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    return true;
                }
                case XMLStreamConstants.CHARACTERS,
                        XMLStreamConstants.CDATA,
                        XMLStreamConstants.SPACE -> {
                    if (text != null) {
                        text.append(
                                xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                    }
                    if (text != null && text.length() > LONGEST_PIECE) {
                        throw XlsxReader.broken();
                    }
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw XlsxReader.broken();
                default -> {}
            }
        }
        return false;
    }

    boolean begins(String name) {
        return xml.isStartElement() && xml.getLocalName().equals(name);
    }

    boolean ends(String name) {
        return xml.isEndElement() && xml.getLocalName().equals(name);
    }

    /** The text up to the end of the element that has just begun; its elements are none of it. */
    String text() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int inside = depth;
        StringBuilder own = text;
        while (depth >= inside && next(own)) {
            own = depth == inside ? text : null;
        }
        return text.toString();
    }

    /** An attribute without a namespace. */
    Optional<String> attribute(String name) {
        return Optional.ofNullable(xml.getAttributeValue("", name));
    }

    /** An attribute in any namespace: workbooks have two, of which one is strict. */
    Map<String, String> attributes() {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        return attributes;
    }

    /**
     * @throws Malformed if it is none
     */
    static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw XlsxReader.broken();
        }
    }

    private void begin() {
        names.add(xml.getLocalName());
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            names.add(xml.getAttributeLocalName(i));
        }
        if (++depth > DEEPEST || names.size() > MOST_NAMES) {
            throw XlsxReader.broken();
        }
    }

    /** Counts what the parser takes for its next event. */
    private static final class Measured extends FilterReader {

        private int taken;

        Measured(Reader source) {
            super(source);
        }

        void begin() {
            taken = 0;
        }

        @Override
        public int read(char[] characters, int offset, int length) throws IOException {
            int count = super.read(characters, offset, length);
            taken += Math.max(count, 0);
            if (taken > LONGEST_PIECE) {
                throw XlsxReader.broken();
            }
            return count;
        }
    }
}
