package org.kongdee.evidence.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfparser.COSParser;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.encryption.PDEncryption;
import org.apache.pdfbox.pdmodel.encryption.StandardDecryptionMaterial;
import org.apache.pdfbox.pdmodel.encryption.StandardSecurityHandler;

/**
 * Whether a PDF opens only with a password (ISO 32000, 7.6). Many are encrypted with an empty one,
 * merely to forbid changes, and open for everybody. PDFBox tries the empty one; the two
 * dictionaries that it needs are looked for here, because it would unpack and hold what an attacker
 * may make as large as memory.
 */
final class PdfPassword {

    private static final int TAIL = 2048;
    private static final int DICTIONARY = 16 * 1024;
    private static final int BLOCK = 256 * 1024;
    private static final int MAX_TABLE = 64 << 20;
    private static final int LONGEST_PATTERN = 64;
    private static final Pattern START =
            Pattern.compile(".*startxref\\s+(\\d{1,12})\\s", Pattern.DOTALL);
    private static final Pattern TRAILER = Pattern.compile("trailer\\s*<<");
    private static final Pattern OBJECT = Pattern.compile("^\\s*\\d+\\s+\\d+\\s+obj\\s*<<");

    private PdfPassword() {}

    static boolean isNeeded(SeekableByteChannel bytes) throws IOException {
        COSDictionary trailer = trailer(bytes);
        COSBase said = trailer.getItem(COSName.ENCRYPT);
        if (said == null) {
            return false;
        }
        COSDictionary encryption =
                switch (said) {
                    case COSDictionary direct -> direct;
                    case COSObject elsewhere -> object(bytes, elsewhere);
                    default -> new COSDictionary();
                };
        try {
            COSArray id = trailer.getCOSArray(COSName.ID);
            new StandardSecurityHandler()
                    .prepareForDecryption(
                            new PDEncryption(encryption),
                            id == null ? new COSArray() : id,
                            new StandardDecryptionMaterial(""));
            return false;
        } catch (InvalidPasswordException needed) {
            return true;
        } catch (IOException | RuntimeException otherwise) {
            // By certificates, or in a way that nobody here knows: it opens for others only.
            return true;
        }
    }

    /** The newest one; empty if there is none to be found. */
    private static COSDictionary trailer(SeekableByteChannel bytes) throws IOException {
        long size = bytes.size();
        Matcher start = START.matcher(text(bytes, Math.max(0, size - TAIL), TAIL));
        if (!start.lookingAt() || Long.parseLong(start.group(1)) >= size) {
            return new COSDictionary();
        }
        long table = Long.parseLong(start.group(1));
        // Some count from "%PDF-", and were sent with something before it.
        int before = Signatures.startOfPdf(read(bytes, 0, Recogniser.HEAD)).orElse(0);
        for (long at : new long[] {table, table + before}) {
            Matcher stream = OBJECT.matcher(text(bytes, at, LONGEST_PATTERN));
            if (stream.find()) {
                return dictionary(bytes, at + stream.end() - 2);
            }
        }
        Optional<Long> trailer = find(bytes, TRAILER, table, Math.min(size, table + MAX_TABLE));
        return trailer.isEmpty() ? new COSDictionary() : dictionary(bytes, trailer.get() - 2);
    }

    private static COSDictionary object(SeekableByteChannel bytes, COSObject wanted)
            throws IOException {
        Pattern begin =
                Pattern.compile(
                        "(?<![0-9])%d\\s+%d\\s+obj\\s*<<"
                                .formatted(wanted.getObjectNumber(), wanted.getGenerationNumber()));
        Optional<Long> object = find(bytes, begin, 0, bytes.size());
        return object.isEmpty() ? new COSDictionary() : dictionary(bytes, object.get() - 2);
    }

    /** Where the first such text ends. */
    private static Optional<Long> find(
            SeekableByteChannel bytes, Pattern pattern, long from, long to) throws IOException {
        for (long at = from; at < to; at += BLOCK - LONGEST_PATTERN) {
            Matcher found = pattern.matcher(text(bytes, at, BLOCK));
            if (found.find()) {
                return Optional.of(at + found.end());
            }
            Thread.yield();
        }
        return Optional.empty();
    }

    private static COSDictionary dictionary(SeekableByteChannel bytes, long at) throws IOException {
        byte[] read = read(bytes, at, DICTIONARY);
        try {
            return new Dictionaries(read).read();
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            // One may lie in another as deep as its writer likes. No reader opens such a file.
            return new COSDictionary();
        }
    }

    private static String text(SeekableByteChannel bytes, long at, int length) throws IOException {
        return new String(read(bytes, at, length), ISO_8859_1);
    }

    private static byte[] read(SeekableByteChannel bytes, long at, int length) throws IOException {
        bytes.position(at);
        return Channels.newInputStream(bytes).readNBytes(length);
    }

    /** PDFBox's reader of dictionaries, by itself. */
    private static final class Dictionaries extends COSParser {

        Dictionaries(byte[] bytes) throws IOException {
            super(new RandomAccessReadBuffer(bytes));
        }

        COSDictionary read() throws IOException {
            return parseCOSDictionary(true);
        }
    }
}
