package org.kongdee.rubric.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** No document costs more than a rubric may, whatever it holds. */
class DocumentLimitsTest {

    private static final String HEAD =
            "{rubric: r, version: v, title: {en: e, th: ท}, aggregate: sum, ";
    private static final String TITLE = "title: {en: e, th: ท}";

    /** Names that are near each other, as long as names may be. */
    private static final String NAME = "name-of-which-there-are-many-";

    /**
     * Each takes moments; compared name by name, or fault by fault, each would take minutes or all
     * the memory there is.
     */
    static Stream<Arguments> hostile() {
        return Stream.of(
                Arguments.of(
                        "criteria that follow unknown ones",
                        HEAD
                                + list(
                                        "nodes",
                                        2_000,
                                        i ->
                                                "{code: %s%d, follows: %sx%d, scheme: binary, points: 1, %s}"
                                                        .formatted(NAME, i, NAME, i, TITLE))
                                + "}"),
                Arguments.of(
                        "unknown kinds",
                        HEAD
                                + list("kinds", 2_000, i -> "{code: %s%d}".formatted(NAME, i))
                                + ", nodes: [{scheme: binary, "
                                + list("kinds", 20_000, i -> NAME + "x" + i)
                                + "}]}"),
                Arguments.of(
                        "unknown fields in rules",
                        HEAD
                                + list("fields", 2_000, i -> "{code: %s%d}".formatted(NAME, i))
                                + ", nodes: [{scheme: ladder, "
                                + list(
                                        "rungs",
                                        1_000,
                                        i ->
                                                "{when: 'countWith(\"k\", [\"%sx%d\"]) > 1'}"
                                                        .formatted(NAME, i))
                                + "}]}"),
                Arguments.of(
                        "rules of unknown kinds",
                        HEAD
                                + "nodes: [{scheme: ladder, "
                                + list("kinds", 10_000, i -> NAME + i)
                                + ", "
                                + list(
                                        "rungs",
                                        1_000,
                                        i ->
                                                "{when: 'count(\"%sx%d\") > 1 && count(\"%sy\") > 1'}"
                                                        .formatted(NAME, i, NAME))
                                + "}]}"),
                Arguments.of("unknown fields", "{" + fields(25_000, i -> NAME + i + ": 1") + "}"),
                Arguments.of(
                        "fields with long names inside each other",
                        ("{" + "x".repeat(99) + ": ").repeat(38)
                                + "{"
                                + fields(28_000, _ -> "a: 1e9")
                                + "}".repeat(39)),
                Arguments.of(
                        "a hundred thousand fields",
                        "{" + fields(100_000, i -> "a" + i + ": 1") + "}"),
                Arguments.of("open brackets", filled("[")),
                Arguments.of("open lists of lists", filled("- ")),
                Arguments.of("one line", "rubric: " + filled("x")),
                Arguments.of("one line of words", "rubric: " + filled("x ")),
                Arguments.of("a number", "rubric: " + filled("1")),
                Arguments.of("empty lines", filled("\n")),
                Arguments.of("rules of nothing but noise", rules(100, 990, "$")),
                Arguments.of("rules of parentheses", rules(100, 990, "(")),
                Arguments.of("rules of negations", rules(100, 990, "!-")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void refusesInMomentsWhatWouldTakeMinutes(String what, String document) {
        assertThat(document.getBytes(StandardCharsets.UTF_8).length)
                .as(what)
                .isLessThanOrEqualTo(RubricDocument.MAX_BYTES);

        Reading.Refused<Rubric> refused = refused(document);

        assertThat(refused.faults()).as(what).hasSizeBetween(1, 1_000).isSorted();
    }

    @Test
    void tellsTheFirstFaultsAndHowManyMoreThereAre() {
        String unknown = "{" + fields(5_000, i -> "a" + i + ": 1") + "}";

        Reading.Refused<Rubric> refused = refused(unknown);

        assertThat(refused.faults()).hasSize(1_000);
        assertThat(refused.faults())
                .extracting(fault -> fault.message().toString())
                .contains("\"nodes\" is missing", "unknown field \"a0\"", "unknown field \"a994\"");
        assertThat(refused.more()).isEqualTo(4_005);
    }

    @Test
    void tellsEveryFaultOfADocumentThatSomebodyWrote() {
        Reading.Refused<Rubric> refused =
                refused(
                        HEAD
                                + list(
                                        "nodes",
                                        150,
                                        i -> "{code: c%d, follows: d%d}".formatted(i, i))
                                + "}");

        assertThat(refused.faults())
                .filteredOn(fault -> fault.message().toString().startsWith("there is no criterion"))
                .hasSize(150);
        assertThat(refused.more()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2000 nodes               | /nodes/2000",
                "5000 rungs               | /nodes/100/rungs/0",
                "2000 deadlines           | /nodes/40/deadlines/0",
                "2000 rules               | /nodes/40/rungs/0/when",
                "100000 characters in rules | /nodes/25/rungs/0/when",
            })
    void namesTheLimitAndWhereItIsPassed(String limit, String path) {
        String inner =
                switch (limit.substring(limit.indexOf(' ') + 1)) {
                    case "nodes" -> "";
                    case "rungs" -> list("rungs", 50, _ -> "{}");
                    case "deadlines" -> list("deadlines", 50, _ -> "{}");
                    case "rules" -> list("rungs", 50, _ -> "{when: a}");
                    default -> list("rungs", 40, _ -> "{when: '%s'}".formatted("a".repeat(100)));
                };

        int nodes = inner.isEmpty() ? 2_001 : 101;

        assertThat(refused(HEAD + list("nodes", nodes, _ -> "{" + inner + "}") + "}").faults())
                .extracting(Fault::path, fault -> fault.message().toString())
                .containsExactly(Tuple.tuple(path, "the document has more than " + limit));
    }

    /** A cycle opens with every rubric that is taken: evidence-service takes all its criteria. */
    @Test
    void refusesWhatCouldBeImportedAndNotOpened() {
        String title = "ก".repeat(1_000);
        String kinds =
                list("kinds", 50, i -> "{code: kind-%d, title: {th: %s}}".formatted(i, title));
        String all = list("kinds", 50, i -> "kind-" + i);
        IntFunction<String> criterion =
                i -> "{code: c%d, %s, scheme: binary, points: 1, %s}".formatted(i, TITLE, all);

        // Fifty kinds with titles of 6,000 bytes each come to some 300 kB a criterion.
        assertThat(accepted(HEAD + kinds + ", " + list("nodes", 13, criterion) + "}").content())
                .isNotNull();
        assertThat(refused(HEAD + kinds + ", " + list("nodes", 14, criterion) + "}").faults())
                .singleElement()
                .returns("/nodes", Fault::path)
                .extracting(fault -> fault.message().toString())
                .asString()
                .startsWith("the criteria with their kinds and all channels come to 42")
                .contains("evidence-service takes at most " + SlotCheck.MOST_BYTES);
    }

    @Test
    void refusesANameLongerThanAnyThatTheFormatKnows() {
        assertThat(refused("a: {" + "x".repeat(101) + ": 1}").faults())
                .extracting(Told::of)
                .containsExactly(
                        new Told("/a", 1, 5, "the name of a field has at most 100 characters"));
    }

    @Test
    void warnsOfTheFirstThatIsOdd() {
        String odd =
                HEAD
                        + list(
                                "nodes",
                                300,
                                i ->
                                        "{code: c%d, title: {en: In 2565, th: ท}, scheme: binary, points: 1}"
                                                .formatted(i))
                        + "}";

        assertThat(accepted(odd).warnings())
                .hasSize(100)
                .last()
                .extracting(Warning::path)
                .isEqualTo("/nodes/99/title");
    }

    /** What is published is read again from its canonical form, which may be longer. */
    @Test
    void readsWhatItWroteAlthoughThatIsLonger() {
        String words = "w".repeat(490);
        String written =
                HEAD
                        + list(
                                "nodes",
                                1_000,
                                i ->
                                        "{code: c%d, title: {en: %s, th: %s}, scheme: binary, points: 1}"
                                                .formatted(i, words, words))
                        + "}";
        assertThat(written.getBytes(StandardCharsets.UTF_8).length)
                .isLessThan(RubricDocument.MAX_BYTES);
        Rubric rubric = accepted(written).content();

        String canonical = RubricDocument.toJson(rubric);

        assertThat(canonical.length()).isGreaterThan(RubricDocument.MAX_BYTES);
        assertThat(accepted(canonical).content()).isEqualTo(rubric);
    }

    private static String rules(int count, int length, String unit) {
        return HEAD
                + "nodes: ["
                + "{code: c, scheme: ladder, "
                + TITLE
                + ", "
                + list(
                        "rungs",
                        count,
                        i -> "{when: '%s%d'}".formatted(unit.repeat(length / unit.length()), i))
                + "}]}";
    }

    private static String list(String name, int size, IntFunction<String> item) {
        return name + ": [" + fields(size, item) + "]";
    }

    private static String fields(int count, IntFunction<String> field) {
        return IntStream.range(0, count).mapToObj(field).collect(Collectors.joining(","));
    }

    /** A mebibyte of it, less what may stand before. */
    private static String filled(String unit) {
        return unit.repeat((RubricDocument.MAX_BYTES - 100) / unit.length());
    }

    private static Reading.Accepted<Rubric> accepted(String document) {
        Reading<Rubric> reading = RubricDocument.parse(document);
        assertThat(reading).isInstanceOf(Reading.Accepted.class);
        return (Reading.Accepted<Rubric>) reading;
    }

    private static Reading.Refused<Rubric> refused(String document) {
        Reading<Rubric> reading = RubricDocument.parse(document.getBytes(StandardCharsets.UTF_8));
        assertThat(reading).isInstanceOf(Reading.Refused.class);
        return (Reading.Refused<Rubric>) reading;
    }
}
