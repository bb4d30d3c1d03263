package org.kongdee.evidence.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Reads the XML by which office documents say what they are: all of it at once, and no more. */
final class Xml {

    private static final int MAX = 4 << 20;
    private static final XMLInputFactory READERS = readers();

    private Xml() {}

    private static XMLInputFactory readers() {
        XMLInputFactory readers = XMLInputFactory.newDefaultFactory();
        // Whoever wrote it lets nothing be fetched or multiplied.
        readers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        readers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        readers.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return readers;
    }

    static byte[] bytes(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(MAX + 1);
            if (bytes.length > MAX) {
                throw new IOException("more than anybody writes");
            }
            return bytes;
        }
    }

    /** Shows the elements one by one. */
    static void each(ZipFile zip, ZipArchiveEntry entry, Consumer<XMLStreamReader> element)
            throws IOException {
        try {
            XMLStreamReader reader =
                    READERS.createXMLStreamReader(new ByteArrayInputStream(bytes(zip, entry)));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT) {
                    element.accept(reader);
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException("not XML", e);
        }
    }

    /** The attribute of this name, whatever its namespace is called. */
    static @Nullable String attribute(XMLStreamReader element, String name) {
        for (int i = 0; i < element.getAttributeCount(); i++) {
            if (element.getAttributeLocalName(i).equals(name)) {
                return element.getAttributeValue(i);
            }
        }
        return null;
    }
}
