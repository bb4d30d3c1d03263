package org.kongdee.web.problem;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.kongdee.web.text.Language;

/**
 * The titles of all problem types, in both languages, read from every {@code
 * META-INF/kongdee/problems.properties} on the class path: the shared ones and those of the
 * service.
 */
public final class ProblemTitles {

    private static final String RESOURCE = "META-INF/kongdee/problems.properties";
    private static final Map<String, String> TITLES = new ConcurrentHashMap<>();

    static {
        try {
            var found = Thread.currentThread().getContextClassLoader().getResources(RESOURCE);
            while (found.hasMoreElements()) {
                load(found.nextElement());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProblemTitles() {}

    /**
     * The title of {@code slug}; the slug itself where a service forgot it (its tests look for
     * that).
     */
    public static String title(String slug, Language language) {
        return TITLES.getOrDefault(slug + "." + language.tag(), slug);
    }

    private static void load(URL resource) throws IOException {
        var properties = new Properties();
        try (Reader reader = new InputStreamReader(resource.openStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        properties.forEach((key, value) -> TITLES.put(key.toString(), value.toString()));
    }
}
