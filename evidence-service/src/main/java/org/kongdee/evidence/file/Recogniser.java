package org.kongdee.evidence.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/**
 * Tells what a file is, whether that is taken or not, from its bytes; only among plain texts, whose
 * bytes look alike, from its name. What is taken is recognised here; what else there is, for the
 * answer, by Tika.
 */
final class Recogniser {

    static final int HEAD = 64 * 1024;

    private static final String UNKNOWN = "application/octet-stream";
    private static final String MAIL = "message/rfc822";

    private static final int BUFFER = 8 * 1024;
    private static final int BEGINNING = 128;

    /** One of these begins whatever is more than text; an archive may hold thousands of texts. */
    private static final Pattern MARKUP = Pattern.compile("[<{%#@]");

    private final MimeTypes known = MimeTypes.getDefaultMimeTypes();
    private final ZipArchive archives;

    Recogniser(TakenTypes taken) {
        archives = new ZipArchive(new ZipContents(this, taken));
    }

    /**
     * @throws NotTaken if it is something that is never taken, such as a document with macros
     */
    String mediaType(SeekableByteChannel bytes, FileName name, Effort effort) throws IOException {
        byte[] head = head(bytes);
        if (Signatures.isZip(head)) {
            return archives.mediaType(bytes, effort);
        }
        String type =
                Signatures.isCompoundFile(head)
                        ? CompoundFile.mediaType(bytes)
                        : simple(head, Channels.newInputStream(bytes), name);
        if (ZipLayout.endsLikeZip(bytes)) {
            throw new NotTaken(Refusal.ENDS_AS_ARCHIVE, type);
        }
        if (type.equals(FileFormat.PDF.mediaType()) && PdfPassword.isNeeded(bytes)) {
            throw new NotTaken(Refusal.ENCRYPTED, FileFormat.PDF.title());
        }
        return type;
    }

    /** The same for what neither is an archive nor an old Office file. */
    String simple(byte[] head, InputStream rest, FileName name) throws IOException {
        Optional<FileFormat> format = Signatures.of(head);
        if (format.isPresent()) {
            return format.get().mediaType();
        }
        Optional<Charset> encoding = encoding(head, rest);
        if (encoding.isPresent()) {
            return text(new String(head, encoding.get()), name);
        }
        String type = byMagic(head);
        // What is taken has been looked for already, and more closely.
        if (type.equals(UNKNOWN) || FileFormat.of(type).isPresent()) {
            throw new NotTaken(Refusal.UNKNOWN);
        }
        return type;
    }

    private static Optional<Charset> encoding(byte[] head, InputStream rest) throws IOException {
        var text = new PlainText();
        text.add(head, head.length);
        byte[] buffer = new byte[BUFFER];
        for (int count = 0; count >= 0 && text.isOpen(); count = rest.read(buffer)) {
            text.add(buffer, count);
        }
        return text.encoding();
    }

    private String text(String begin, FileName name) throws IOException {
        String unmarked = begin.startsWith("\uFEFF") ? begin.substring(1) : begin;
        if (MARKUP.matcher(unmarked).region(0, Math.min(BEGINNING, unmarked.length())).find()) {
            String type = byMagic(unmarked.getBytes(StandardCharsets.UTF_8));
            if (TakenTypes.isMoreThanText(type)) {
                return type;
            }
        }
        String extension = name.extension();
        if (extension.equals("eml")) {
            return MAIL;
        }
        return FileFormat.PLAIN_TEXTS.stream()
                .filter(format -> format.extensions().contains(extension))
                .findFirst()
                .orElse(FileFormat.TEXT)
                .mediaType();
    }

    private String byMagic(byte[] head) throws IOException {
        return known.detect(new ByteArrayInputStream(head), new Metadata())
                .getBaseType()
                .toString();
    }

    private static byte[] head(SeekableByteChannel bytes) throws IOException {
        bytes.position(0);
        return Channels.newInputStream(bytes).readNBytes(HEAD);
    }
}
