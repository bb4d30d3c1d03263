package org.kongdee.evidence.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kongdee.evidence.filing.MultipartBody.Part;
import org.kongdee.web.problem.Malformed;

class MultipartBodyTest {

    private static final String TYPE = "multipart/form-data; boundary=----abab";

    /**
     * Contents are made of what boundaries are made of, so that nearly every beginning of one
     * occurs.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void findsEveryPartHoweverItArrives(long seed) throws IOException {
        var random = new Random(seed);
        List<byte[]> contents = new ArrayList<>();
        var body = new ByteArrayOutputStream();
        for (int part = 0; part < 20; part++) {
            byte[] content = lookalike(random, random.nextInt(200_000));
            contents.add(content);
            body.writeBytes(
                    ascii(
                            "\r\n------abab\r\nContent-Disposition: form-data; name=\"p%d\"\r\n\r\n"
                                    .formatted(part)));
            body.writeBytes(content);
        }
        body.writeBytes(ascii("\r\n------abab--\r\n"));
        MultipartBody read = MultipartBody.read(piecemeal(body.toByteArray(), random), TYPE);
        for (int part = 0; part < contents.size(); part++) {
            assertThat(read.next()).contains(new Part("p" + part, Optional.empty()));
            // Now and then a part is passed over.
            if (part % 7 != 3) {
                var content = new ByteArrayOutputStream();
                read.copyTo(content);
                assertThat(content.toByteArray()).isEqualTo(contents.get(part));
            }
        }
        assertThat(read.next()).isEmpty();
    }

    private static byte[] lookalike(Random random, int size) {
        var content = new StringBuilder();
        while (content.length() < size) {
            content.append("\r\n------aba".substring(random.nextInt(5), 5 + random.nextInt(6)));
        }
        return ascii(content.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "Content-Transfer-Encoding: base64, 'Content-Transfer-Encoding: base64'",
        "content-transfer-encoding:QUOTED-PRINTABLE, 'content-transfer-encoding:QUOTED-PRINTABLE'",
        "Content-Transfer-Encoding: x-uuencode, x-uuencode",
        "Content-Encoding: gzip, gzip"
    })
    void refusesAPartThatIsEncodedAndNamesIt(String header, String told) {
        for (String field : new String[] {"metadata", "file"}) {
            assertThatThrownBy(() -> read(encoded(field, header)).next())
                    .isInstanceOfSatisfying(
                            Malformed.class,
                            refusal -> {
                                assertThat(refusal.getMessage())
                                        .contains("The part '%s' is encoded (".formatted(field))
                                        .contains(told)
                                        .contains("7bit, 8bit or binary");
                                assertThat(refusal.errors().getFirst().pointer())
                                        .isEqualTo("/" + field);
                            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"7bit", "8bit", "Binary", " binary "})
    void takesAPartThatSaysItIsAsItIs(String encoding) throws IOException {
        assertThat(read(encoded("file", "Content-Transfer-Encoding:" + encoding)).next())
                .contains(new Part("file", Optional.empty()));
    }

    private static String encoded(String field, String header) {
        return "------abab\r\n%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\nAAAA\r\n------abab--\r\n"
                .formatted(header, field);
    }

    @Test
    void passesOverWhatStandsBeforeTheFirstBoundary() throws IOException {
        MultipartBody read =
                read(
                        "to be ignored\r\n------abab  \r\ncontent-disposition: form-data; name=a\r\n\r\nx\r\n------abab--");
        assertThat(read.next()).contains(new Part("a", Optional.empty()));
        assertThat(text(read)).isEqualTo("x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    filename="ประกาศ.pdf"                                  | ประกาศ.pdf
                    filename="a\\"b.pdf"                                    | a"b.pdf
                    filename="C:\\Users\\a.pdf"                             | C:\\Users\\a.pdf
                    filename=plain.pdf                                     | plain.pdf
                    filename="a;b=c.pdf"                                   | a;b=c.pdf
                    filename="x.pdf"; filename*=UTF-8''%E0%B8%81%20b.pdf   | ก b.pdf
                    filename*=utf-8'th'%E0%B8%81.pdf; filename="x.pdf"     | ก.pdf
                    filename*=TIS-620''%A1%A2.pdf                          | กข.pdf
                    filename*=windows-874'th'%93%A1%94.pdf                 | “ก”.pdf
                    filename="a%22b%20c.pdf"                               | a"b%20c.pdf
                    filename="%E0%B8%81.pdf"                               | %E0%B8%81.pdf
                    filename="a\\"                                         | a\\
                    """)
    void readsFileNames(String sent, String name) throws IOException {
        MultipartBody read =
                read(
                        "------abab\r\nContent-Type: text/plain\r\nContent-Disposition: form-data; name=\"file\"; %s\r\n\r\n\r\n------abab--\r\n"
                                .formatted(sent));
        assertThat(read.next()).contains(new Part("file", Optional.of(name)));
        assertThat(text(read)).isEmpty();
        assertThat(read.next()).isEmpty();
    }

    @Test
    void readsANameInWindows874WhereItIsNoUtf8() throws IOException {
        String body =
                "------abab\r\nContent-Disposition: form-data; name=\"file\"; filename=\"แผน.pdf\"\r\n\r\n\r\n------abab--";
        MultipartBody read =
                MultipartBody.read(
                        new ByteArrayInputStream(body.getBytes(Charset.forName("x-windows-874"))),
                        TYPE);

        assertThat(read.next()).contains(new Part("file", Optional.of("แผน.pdf")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTF-8''%FF.pdf",
                "UTF-8'%41.pdf",
                "no-such-set''a.pdf",
                "a b''a.pdf",
                "UTF-8''\u0E01.pdf",
                "a.pdf"
            })
    void refusesAnExtendedNameThatCannotBeRead(String name) {
        MultipartBody read =
                read(
                        "------abab\r\nContent-Disposition: form-data; name=\"file\"; filename*=%s\r\n\r\n\r\n------abab--"
                                .formatted(name));

        assertThatThrownBy(read::next)
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("filename*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no boundary at all",
                "------abab",
                "------abab\r\nContent-Disposition: form-data; name=a\r\n",
                "------abab\r\nContent-Disposition: form-data; name=a\r\n\r\nnever ends\r\n------aba",
                "------abab\r\nContent-Type: text/plain\r\n\r\nx\r\n------abab--",
                "------ababc\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n------abab--"
            })
    void refusesABodyThatIsBroken(String body) {
        assertThatThrownBy(
                        () -> {
                            MultipartBody read = read(body);
                            while (read.next().isPresent()) {
                                text(read);
                            }
                        })
                .isInstanceOf(Malformed.class);
    }

    @Test
    void refusesANameThatIsNoText() {
        MultipartBody read =
                read(
                        "------abab\r\nContent-Disposition: form-data; name=\"a\u202Eb\"\r\n\r\nx\r\n------abab--");
        assertThatThrownBy(read::next)
                .isInstanceOf(Malformed.class)
                .hasMessage(
                        "The name of a part has U+202E, a bidi control, at character 2; leave it out.");
    }

    @Test
    void refusesHeadersWithoutAnEnd() {
        MultipartBody read = read("------abab\r\n" + "X: y\r\n".repeat(10_000));
        assertThatThrownBy(read::next)
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("too long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary=", "null"})
    void refusesABodyWithoutABoundary(String type) {
        assertThatThrownBy(() -> MultipartBody.read(InputStream.nullInputStream(), type))
                .isInstanceOf(Malformed.class);
    }

    private static MultipartBody read(String body) {
        return MultipartBody.read(
                new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), TYPE);
    }

    private static String text(MultipartBody body) throws IOException {
        var content = new ByteArrayOutputStream();
        body.copyTo(content);
        return content.toString(StandardCharsets.UTF_8);
    }

    /** Arrives in pieces of every size. */
    private static InputStream piecemeal(byte[] bytes, Random random) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 1 + random.nextInt(5_000)));
            }
        };
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
