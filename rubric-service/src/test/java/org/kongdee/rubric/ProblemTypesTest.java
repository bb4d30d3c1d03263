package org.kongdee.rubric;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every problem type that the code names has a title in both languages and an entry in
 * docs/problems.md.
 */
class ProblemTypesTest {

    private static final Pattern NAMED =
            Pattern.compile(
                    "(?:new (?:Malformed|Conflict|RuleBroken|TooLarge)|RuleBroken\\.at)\\(\\s*\"([a-z-]+)\"");

    @Test
    void everyTypeHasBothTitlesAndIsDescribed() throws IOException {
        Set<String> slugs = new TreeSet<>();
        var titles = new Properties();
        for (String module : Set.of("../web-support", ".")) {
            slugs.addAll(slugsIn(Path.of(module, "src/main/java")));
            try (Reader reader =
                    Files.newBufferedReader(
                            Path.of(
                                    module,
                                    "src/main/resources/META-INF/kongdee/problems.properties"))) {
                titles.load(reader);
            }
        }
        String described = Files.readString(Path.of("../docs/problems.md"));

        assertThat(slugs).hasSizeGreaterThan(20);
        assertThat(slugs)
                .allSatisfy(slug -> assertThat(titles).containsKeys(slug + ".en", slug + ".th"));
        assertThat(titles.stringPropertyNames())
                .allSatisfy(
                        key ->
                                assertThat(described)
                                        .contains("`" + key.replaceFirst("\\.(en|th)$", "") + "`"));
    }

    private static Set<String> slugsIn(Path sources) throws IOException {
        Set<String> slugs = new TreeSet<>();
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                NAMED.matcher(Files.readString(file))
                        .results()
                        .forEach(named -> slugs.add(named.group(1)));
            }
        }
        return slugs;
    }
}
