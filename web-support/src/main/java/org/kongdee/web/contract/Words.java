package org.kongdee.web.contract;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;
import java.util.Properties;

/**
 * Descriptions: what the Javadoc of our types says, and what a name means wherever it stands, such
 * as {@code unit}, {@code {unit}} for a path parameter, {@code ?unit} for one of a query and {@code
 * If-Match} for a header. Under {@code name.example} stands an example, under {@code
 * operation.name.example} one for an operation alone.
 */
final class Words {

    private static final String JAVADOC = "META-INF/kongdee/javadoc.properties";
    private static final String NAMES = "META-INF/kongdee/contract.properties";

    private final Properties words = new Properties();

    private Words() {}

    /** From everything on the class path. */
    static Words read() {
        var words = new Words();
        words.read(JAVADOC);
        words.read(NAMES);
        return words;
    }

    /** What is said under the first of {@code names} that is known. */
    Optional<String> of(String... names) {
        for (String name : names) {
            String word = words.getProperty(name);
            if (word != null) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }

    private void read(String resource) {
        try {
            for (URL url :
                    Collections.list(
                            Thread.currentThread()
                                    .getContextClassLoader()
                                    .getResources(resource))) {
                try (Reader reader =
                        new InputStreamReader(url.openStream(), StandardCharsets.UTF_8)) {
                    words.load(reader);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
