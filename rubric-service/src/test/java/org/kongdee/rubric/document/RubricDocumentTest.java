package org.kongdee.rubric.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.MonthDay;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kongdee.web.text.LocalizedText;

class RubricDocumentTest {

    /** A small rubric with every scheme; the cases below break one place of it each. */
    private static final String GOOD =
            """
            rubric: small
            version: "1"
            title: {en: "Small", th: "เล็ก"}
            aggregate: weighted
            kinds:
              - {code: plan, title: {en: "Plan", th: "แผน"}}
              - {code: follow-up, title: {en: "Follow-up", th: "การติดตาม"}}
              - {code: award, title: {en: "Award", th: "รางวัล"}}
              - {code: disclosure, title: {en: "Disclosure", th: "การเปิดเผย"}}
            channels:
              - {code: website, title: {en: "Website", th: "เว็บไซต์"}}
            fields:
              - {code: director, title: {en: "The director took part", th: "ผอ. มีส่วนร่วม"}}
            nodes:
              - code: A
                title: {en: "Group", th: "กลุ่ม"}
                weight: 30
                aggregate: sum
                nodes:
                  - code: A1
                    title: {en: "Ladder", th: "ขั้นบันได"}
                    description: {en: "At length", th: "โดยละเอียด"}
                    approach: {en: "Do it", th: "ทำ"}
                    examples:
                      - {en: "A paper", th: "เอกสาร"}
                      - {en: "A photograph", th: "ภาพ"}
                    zero: {en: "Nothing", th: "ไม่มี"}
                    kinds: [plan, follow-up]
                    scheme: ladder
                    rungs:
                      - points: 1
                        title: {en: "One", th: "หนึ่ง"}
                        when: 'count("plan") >= 1'
                      - points: 0.5
                        title: {en: "Two", th: "สอง"}
                        when: "count(\\"follow-up\\") >= 2"
                        needs: {en: "More", th: "อีก"}
                    deadlines:
                      - {code: D1, due: --01-15, title: {en: "First", th: "แรก"}, when: 'count("plan") >= 1'}
                      - {code: D2, due: --02-29, title: {en: "Second", th: "สอง"}, when: 'count("plan") >= 2'}
                  - code: A2
                    title: {en: "Parts", th: "ส่วน"}
                    kinds: [plan]
                    notApplicable: allowed
                    follows: A1
                    scheme: composite
                    parts:
                      - code: a
                        title: {en: "Part", th: "ส่วน"}
                        zero: {en: "None of it", th: "ไม่มีเลย"}
                        rungs:
                          - {points: 8.5, title: {en: "One", th: "หนึ่ง"}, when: 'count("plan") >= 1'}
                    deadlines:
                      - {code: D1, due: --02-01, title: {en: "Done", th: "เสร็จ"}}
              - code: B
                title: {en: "Tiers", th: "ระดับ"}
                weight: 30
                kinds: [award]
                scheme: tiers
                tiers:
                  - {code: NONE, title: {en: "None", th: "ไม่มี"}, points: 0}
                  - {code: SOME, title: {en: "Some", th: "มี"}, variants: [{code: near, title: {en: "Near", th: "ใกล้"}, points: 5}, {code: far, title: {en: "Far", th: "ไกล"}, points: 10}]}
              - code: C
                title: {en: "Value", th: "ค่า"}
                weight: 20
                scheme: numeric
                min: 0
                max: 10
              - code: D
                title: {en: "Yes or no", th: "ใช่หรือไม่"}
                weight: 20
                kinds: [disclosure]
                scheme: binary
                points: 10.00
                when: 'months("disclosure") >= 6'
            bands:
              - {code: A, title: {en: Excellent, th: ดีเยี่ยม}, from: 85}
              - {code: B, from: 0}
            pass: 85
            """;

    @Test
    void readsEveryScheme() {
        Rubric rubric = accepted(GOOD).content();

        assertThat(rubric.criteria())
                .extracting(Criterion::code)
                .containsExactly("A1", "A2", "B", "C", "D");
        assertThat(rubric.max()).isEqualByComparingTo("10");
        assertThat(rubric.ratingTitle("A")).isEqualTo(new LocalizedText("Excellent", "ดีเยี่ยม"));
        assertThat(rubric.ratingTitle("B")).isNull();
        assertThat(rubric.ratingTitle(null)).isNull();
        assertThat(accepted(GOOD).warnings()).isEmpty();
    }

    @Test
    void readsWhatIsToldOfACriterionAndWhatThingsAreCalled() {
        Rubric rubric = accepted(GOOD).content();
        Criterion ladder = rubric.criteria().getFirst();

        assertThat(ladder.description()).isEqualTo(new DocumentText("At length", "โดยละเอียด"));
        assertThat(ladder.approach()).isEqualTo(new DocumentText("Do it", "ทำ"));
        assertThat(ladder.examples())
                .containsExactly(
                        new DocumentText("A paper", "เอกสาร"),
                        new DocumentText("A photograph", "ภาพ"));
        assertThat(ladder.zero()).isEqualTo(new DocumentText("Nothing", "ไม่มี"));
        assertThat(ladder.deadlines())
                .extracting(Deadline::code, Deadline::due)
                .containsExactly(tuple("D1", MonthDay.of(1, 15)), tuple("D2", MonthDay.of(2, 29)));
        assertThat(rubric.kinds())
                .extracting(Rubric.Named::code)
                .containsExactly("plan", "follow-up", "award", "disclosure");
        assertThat(rubric.fields())
                .containsExactly(
                        new Rubric.Named(
                                "director",
                                new DocumentText("The director took part", "ผอ. มีส่วนร่วม")));
        assertThat(rubric.vocabulary().kind("plan")).isEqualTo(new LocalizedText("Plan", "แผน"));
        assertThat(rubric.vocabulary().kind("unknown"))
                .isEqualTo(new LocalizedText("unknown", "unknown"));
        Scheme.Tiers tiers = (Scheme.Tiers) rubric.criteria().get(2).scheme();
        assertThat(tiers.tiers().getLast().award())
                .isEqualTo(
                        new Scheme.Award.ByVariant(
                                List.of(
                                        new Scheme.Award.Variant(
                                                "near",
                                                new DocumentText("Near", "ใกล้"),
                                                BigDecimal.valueOf(5)),
                                        new Scheme.Award.Variant(
                                                "far",
                                                new DocumentText("Far", "ไกล"),
                                                BigDecimal.TEN))));
    }

    /**
     * Each case replaces the first text by the second, and names the place and the message of the
     * only fault.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "rubric: small | rubric: Small | /rubric | 1 | 1 | \"Small\" is not well formed: lower-case letters, digits and hyphens, at most 32, such as division-contest",
                "version: \"1\" | version: 2565 | /version | 2 | 1 | must be a text, not a number; write it in quotes",
                "aggregate: weighted | aggregate: wieghted | /aggregate | 4 | 1 | \"wieghted\" is none of sum, mean, weighted; did you mean \"weighted\"?",
                "th: \"เล็ก\"} | thai: \"เล็ก\"} | /title/thai | 3 | 22 | unknown field \"thai\"",
                "title: {en: \"Small\", th: \"เล็ก\"} | title: {} | /title | 3 | 1 | must not be empty",
                "title: {en: \"Small\", th: \"เล็ก\"} | title: small | /title | 3 | 1 | must be an object with fields, not a text",
                "`{code: website, ` | `{code: website, colour: red, ` | /channels/0/colour | 11 | 21 | unknown field \"colour\"",
                "`{code: follow-up, ` | `{code: plan, ` | /kinds/1/code | 7 | 12 | the code plan is taken",
                "`{code: plan, ` | `{code: Plan, ` | /kinds/0/code | 6 | 6 | \"Plan\" is not well formed: lower-case letters, digits and hyphens, at most 64, such as notice-board",
                "{code: director, title: {en: \"The director took part\", th: \"ผอ. มีส่วนร่วม\"}} | {code: director} | /fields/0 | 13 | 5 | \"title\" is missing",
                "kinds: [plan, follow-up] | kinds: [plan, folow-up] | /nodes/0/nodes/0/kinds/1 | 28 | 23 | the kind folow-up is none of the rubric's kinds; did you mean \"follow-up\"?",
                "kinds: [plan, follow-up] | kinds: [plan, follow-up, plan] | /nodes/0/nodes/0/kinds/2 | 28 | 34 | plan is named twice",
                "kinds: [plan, follow-up] | owners: [LEGAL] | /nodes/0/nodes/0/owners | 28 | 9 | unknown field \"owners\"",
                "examples: | example: | /nodes/0/nodes/0/example | 24 | 9 | unknown field \"example\"; did you mean \"examples\"?",
                "- {en: \"A photograph\", th: \"ภาพ\"} | - \"A photograph\" | /nodes/0/nodes/0/examples/1 | 26 | 13 | must be an object with fields, not a text",
                "zero: {en: \"None of it\", th: \"ไม่มีเลย\"} | nil: 0 | /nodes/0/nodes/1/parts/0/nil | 50 | 13 | unknown field \"nil\"",
                "notApplicable: allowed | zero: {en: \"Nothing\"} | /nodes/0/nodes/1/zero | 44 | 9 | does not belong here: a composite has parts, and each says for itself what nothing means",
                "scheme: ladder | scheme: stairs | /nodes/0/nodes/0/scheme | 29 | 9 | \"stairs\" is none of ladder, composite, tiers, numeric, binary",
                "scheme: ladder | min: 0 | /nodes/0/nodes/0 | 20 | 9 | \"scheme\" is missing",
                "points: 1 | points: -1 | /nodes/0/nodes/0/rungs/0/points | 31 | 13 | must be at least 0",
                "points: 1 | points: 1e-999999999 | /nodes/0/nodes/0/rungs/0/points | 31 | 21 | numbers are written without an exponent",
                "points: 1 | points: 1.0000001 | /nodes/0/nodes/0/rungs/0/points | 31 | 21 | a number has at most 12 digits, 6 of them decimals",
                "points: 1 | points: 1234567890123 | /nodes/0/nodes/0/rungs/0/points | 31 | 21 | a number has at most 12 digits, 6 of them decimals",
                "points: 1 | points: one | /nodes/0/nodes/0/rungs/0/points | 31 | 13 | must be a number, not a text",
                "'count(\"plan\") >= 1' | 'count(\"paln\") >= 1' | /nodes/0/nodes/0/rungs/0/when | 33 | 26 | kind \"paln\" is not among the kinds of the criterion; did you mean \"plan\"?",
                "'count(\"plan\") >= 1' | 'countWith(\"plan\", [\"directr\"]) >= 1' | /nodes/0/nodes/0/rungs/0/when | 33 | 39 | field \"directr\" is not among the fields of the rubric; did you mean \"director\"?",
                "count(\\\"follow-up\\\") | count(\\\"folow-up\\\") | /nodes/0/nodes/0/rungs/1/when | 36 | 26 | kind \"folow-up\" is not among the kinds of the criterion; did you mean \"follow-up\"?",
                "due: --01-15 | due: --02-30 | /nodes/0/nodes/0/deadlines/0/due | 39 | 29 | there is no day --02-30",
                "due: --01-15 | due: 2022-01-15 | /nodes/0/nodes/0/deadlines/0/due | 39 | 24 | \"2022-01-15\" is not well formed: a month and day such as --01-15; rubrics name no years",
                "`{code: D2, ` | `{code: D1, ` | /nodes/0/nodes/0/deadlines/1/code | 40 | 20 | the code D1 is taken",
                "`{code: D1, ` | `{code: \"1\", ` | /nodes/0/nodes/0/deadlines/0/code | 39 | 14 | \"1\" is not well formed: D and a number, such as D1; a plan's codes are never like this",
                "`title: {en: \"First\", th: \"แรก\"}, ` | `` | /nodes/0/nodes/0/deadlines/0 | 39 | 13 | \"title\" is missing",
                ", when: 'count(\"plan\") >= 2'} | } | /nodes/0/nodes/0/deadlines/1 | 40 | 13 | \"when\" is missing; each of several deadlines says what meets it",
                "due: --02-29, | due: --02-29, round: 2, | /nodes/0/nodes/0/deadlines/1/round | 40 | 38 | unknown field \"round\"",
                "code: A2 | code: A1 | /nodes/0/nodes/1/code | 41 | 15 | the code A1 is taken",
                "follows: A1 | follows: A9 | /nodes/0/nodes/1/follows | 45 | 18 | there is no criterion A9; did you mean \"A1\"?",
                "follows: A1 | follows: A2 | /nodes/0/nodes/1/follows | 45 | 18 | a criterion cannot follow itself",
                "points: 8.5 | points: 8 | /nodes/1 | 55 | 5 | children of a mean share one maximum; this one has 10, the first 9.5",
                "points: 0} | variants: [{code: near, title: {en: \"Near\"}, points: 1}], points: 0} | /nodes/1/tiers/0/points | 61 | 114 | does not belong here: a tier has points or variants, not both",
                "[{code: near, title: {en: \"Near\", th: \"ใกล้\"}, points: 5}, {code: far, title: {en: \"Far\", th: \"ไกล\"}, points: 10}] | [] | /nodes/1/tiers/1/variants | 62 | 53 | must not be empty",
                "[{code: near, title: {en: \"Near\", th: \"ใกล้\"}, points: 5}, {code: far, title: {en: \"Far\", th: \"ไกล\"}, points: 10}] | {near: 5} | /nodes/1/tiers/1/variants | 62 | 53 | must be a list, not an object with fields",
                "`{code: far, ` | `{code: near, ` | /nodes/1/tiers/1/variants/1/code | 62 | 129 | the code near is taken",
                "{code: near, title: {en: \"Near\", th: \"ใกล้\"}, points: 5} | {code: near, points: 5} | /nodes/1/tiers/1/variants/0 | 62 | 64 | \"title\" is missing",
                "max: 10 | max: 0 | /nodes/2/max | 68 | 10 | max must be more than min",
                "max: 10 | max: 10 rungs | /nodes/2/max | 68 | 5 | must be a number, not a text",
                "min: 0 | points: 0 | /nodes/2 | 63 | 5 | \"min\" is missing",
                "min: 0 | zero: {en: \"Nothing\"} | /nodes/2/zero | 67 | 5 | does not belong here: a numeric criterion has min and max",
                "points: 10.00 | points: 0 | /nodes/3 | 69 | 5 | there are no points to win; the maximum of a criterion is more than 0",
                "weight: 30 | aggregate: sum | /nodes/0/aggregate | 18 | 5 | the field \"aggregate\" appears twice",
                "code: B, from: 0 | code: B, from: 90 | /bands/1/from | 78 | 5 | bands go from the highest down; 90 is not below 85",
                "code: B, from: 0 | code: A, from: 0 | /bands/1/code | 78 | 12 | the code A is taken",
                "pass: 85 | pass: 101 | /pass | 79 | 1 | must be at most 100",
                "pass: 85 | pass: &p 85 | /pass | 79 | 7 | anchors and aliases (& and *) have no place here; write the value out",
                "pass: 85 | pass: !!int 85 | /pass | 79 | 7 | tags (!) have no place here; leave them out",
                "pass: 85 | pass: [85 | `` | 80 | 1 | not readable as YAML or JSON: expected ',' or ']', but got <stream end>",
            })
    void namesTheFaultAndItsPlace(
            String good, String bad, String path, int line, int column, String message) {
        assertThat(GOOD).contains(good);

        List<Fault> faults = refused(replaceFirst(good, bad)).faults();

        assertThat(faults).extracting(Told::of).contains(new Told(path, line, column, message));
    }

    @Test
    void reportsEveryFaultAtOnceInTheOrderOfTheirPlaces() {
        String bad =
                GOOD.replace("version: \"1\"", "version: 1")
                        .replace("kinds: [plan]", "kinds: [other]")
                        .replace("count(\"plan\") >= 2", "count(\"plans\") >= 2")
                        .replace("follows: A1", "follow: A1")
                        .replace("max: 10", "max: 20")
                        .replace("pass: 85", "pass: 850");

        List<Fault> faults = refused(bad).faults();

        assertThat(faults)
                .extracting(Fault::path)
                .containsExactly(
                        "/version",
                        "/nodes/0/nodes/0/deadlines/1/when",
                        "/nodes/0/nodes/1/kinds/0",
                        "/nodes/0/nodes/1/follow",
                        "/nodes/0/nodes/1/parts/0/rungs/0/when",
                        "/nodes/2",
                        "/pass");
        assertThat(faults).isSorted();
    }

    @Test
    void refusesAnExplodingDocument() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 20; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(10)));
        }

        assertThat(refused(bomb.toString()).faults())
                .extracting(Told::of)
                .containsExactly(
                        new Told(
                                "/a0",
                                1,
                                5,
                                "anchors and aliases (& and *) have no place here; write the value out"));
    }

    @Test
    void refusesATreeOfAHundredLevels() {
        String node =
                "{\"code\":\"%d\",\"title\":{\"en\":\"e\",\"th\":\"ท\"},\"aggregate\":\"sum\",\"nodes\":[";
        StringBuilder deep = new StringBuilder("{\"nodes\":[");
        for (int i = 0; i < 100; i++) {
            deep.append(node.formatted(i));
        }
        deep.append("]}".repeat(100)).append("]}");

        assertThat(refused(deep.toString()).faults())
                .singleElement()
                .extracting(fault -> fault.message().toString())
                .isEqualTo("nested more than 40 deep; a rubric has at most 12 levels");
    }

    @Test
    void refusesThirteenLevelsOfNodes() {
        StringBuilder deep = new StringBuilder();
        for (int i = 0; i < 13; i++) {
            deep.append("{code: L%d, title: {en: e, th: ท}, aggregate: sum, nodes: [".formatted(i));
        }
        String document =
                "{rubric: r, version: v, title: {en: e, th: ท}, aggregate: sum, nodes: ["
                        + deep
                        + "]}".repeat(13)
                        + "]}";

        assertThat(refused(document).faults())
                .extracting(fault -> fault.message().toString())
                .contains("a rubric has at most 12 levels of nodes");
    }

    @Test
    void refusesWhatIsTooLarge() {
        byte[] large = new byte[20_000_000];

        assertThat(((Reading.Refused<Rubric>) RubricDocument.parse(large)).faults())
                .extracting(Told::of)
                .containsExactly(new Told("", 1, 1, "a document has at most 1048576 bytes"));
    }

    @Test
    void refusesMoreValuesThanAnyRubricHas() {
        assertThat(refused("[" + "1,".repeat(40_000) + "1]").faults())
                .extracting(fault -> fault.message().toString())
                .contains("the document has more than 30000 values");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "# nothing",
                "null",
                "1",
                "[]",
                "text",
                "---\n...",
                "{}",
                "a: 1\n---\nb: 2"
            })
    void refusesWhatIsNoRubric(String document) {
        assertThat(refused(document).faults()).isNotEmpty();
    }

    @Test
    void readsAnEmojiWhereverItStands() {
        for (int before = 1000; before < 1050; before++) {
            String document = "#" + "x".repeat(before) + "\uD83D\uDE80\n" + GOOD;

            assertThat(accepted(document).warnings()).isEmpty();
        }
    }

    @Test
    void refusesWhatIsNotUtf8() {
        byte[] latin = "title: caf\u00e9".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(((Reading.Refused<Rubric>) RubricDocument.parse(latin)).faults())
                .extracting(Told::of)
                .containsExactly(new Told("", 1, 1, "the document is not UTF-8"));
    }

    @Test
    void findsTheKindInAJsonDocumentToo() {
        String json = RubricDocument.toJson(accepted(GOOD).content());
        int at = json.indexOf("\\\"disclosure\\\"");

        List<Fault> faults =
                refused(json.replace("\\\"disclosure\\\"", "\\\"disclosures\\\"")).faults();

        assertThat(faults)
                .singleElement()
                .satisfies(
                        fault -> {
                            assertThat(fault.path()).isEqualTo("/nodes/3/when");
                            assertThat(fault.column()).isEqualTo(at + 1);
                        });
    }

    @Test
    void saysWhatIsLegalButOdd() {
        String odd =
                GOOD.replace("\"Small\"", "\"Small 2565\"")
                        .replace(
                                "when: \"count(\\\"follow-up\\\") >= 2\"",
                                "when: 'count(\"plan\") >= 1'")
                        .replace("due: --02-01", "due: --01-14");

        assertThat(accepted(odd).warnings())
                .extracting(Warning::path, Warning::line, it -> it.message().en())
                .containsExactly(
                        tuple("/title", 3, "the title names a year; a rubric serves every year"),
                        tuple(
                                "/nodes/0/nodes/0/rungs/1/when",
                                36,
                                "rungs 1 and 2 ask for the same and are reached together"),
                        tuple(
                                "/nodes/0/nodes/1/deadlines/0/due",
                                54,
                                "A2 is due on --01-14, before A1 on --01-15, which it follows"));
    }

    /** Only a criterion without kinds can ask for one that the rubric doesn't know. */
    @Test
    void saysWhichKindsOccurNowhereElse() {
        String any = GOOD.replace("    kinds: [disclosure]\n", "");

        assertThat(accepted(any).warnings()).isEmpty();
        assertThat(
                        accepted(any.replace("months(\"disclosure\")", "count(\"evidence\")"))
                                .warnings())
                .isEmpty();
        assertThat(
                        accepted(any.replace("months(\"disclosure\")", "months(\"disclosed\")"))
                                .warnings())
                .extracting(Warning::path, it -> it.message().en())
                .containsExactly(
                        tuple(
                                "/nodes/3",
                                "a rule asks for the kind disclosed, which occurs nowhere else"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "th"})
    void takesTextsInOneLanguageAndKeepsThemAsWritten(String language) {
        String other = language.equals("en") ? "th" : "en";
        String document =
                GOOD.replaceAll("\\b" + other + ": (\"[^\"]*\"|[^\"},]+)(, )?", "")
                        .replace(", }", "}");
        assertThat(document).contains(language + ": ").doesNotContainPattern("\\b" + other + ": ");

        Rubric rubric = accepted(document).content();

        String small = language.equals("en") ? "Small" : "เล็ก";
        assertThat(rubric.title().filled()).isEqualTo(new LocalizedText(small, small));
        Criterion ladder = rubric.criteria().getFirst();
        String approach = language.equals("en") ? "Do it" : "ทำ";
        assertThat(Objects.requireNonNull(ladder.approach()).filled())
                .isEqualTo(new LocalizedText(approach, approach));
        assertThat(RubricDocument.toJson(rubric))
                .contains("\"title\":{\"" + language + "\":\"" + small + "\"}")
                .doesNotContain("\"" + other + "\":");
        assertThat(accepted(RubricDocument.toYaml(rubric)).content()).isEqualTo(rubric);
        assertThat(accepted(RubricDocument.toJson(rubric)).content()).isEqualTo(rubric);
    }

    @Test
    void readsBackWhatItWrites() {
        Rubric rubric = accepted(GOOD).content();

        assertThat(accepted(RubricDocument.toJson(rubric)).content()).isEqualTo(rubric);
        assertThat(accepted(RubricDocument.toYaml(rubric)).content()).isEqualTo(rubric);
        assertThat(RubricDocument.toJson(rubric)).contains("\"points\":10,");
    }

    @Test
    void readsBackTextsThatLookLikeSomethingElse() {
        for (String text :
                List.of(
                        "null",
                        "true",
                        "no",
                        "1.5",
                        "0x1F",
                        "a: b",
                        "# c",
                        "\"q\" \\ '",
                        "- x",
                        "\u00a0x",
                        "😀",
                        "{}",
                        "*a",
                        "~")) {
            String quoted = text.replace("\\", "\\\\").replace("\"", "\\\"");
            Rubric rubric =
                    accepted(GOOD.replace("en: \"Small\"", "en: \"" + quoted + "\"")).content();

            assertThat(rubric.title().en()).isEqualTo(text);
            assertThat(accepted(RubricDocument.toYaml(rubric)).content()).isEqualTo(rubric);
            assertThat(accepted(RubricDocument.toJson(rubric)).content()).isEqualTo(rubric);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\\t", "\\u2028", "\\u00a0", "\\u001c"})
    void refusesABlankText(String blank) {
        assertThat(refused(GOOD.replace("en: \"Small\"", "en: \"" + blank + "\"")).faults())
                .extracting(Fault::path)
                .containsExactly("/title/en");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "en: \"Small\" | en: \"Sm\\0all\" | /title/en | 3 | 13 | the text has U+0000, a control character, at character 3; leave it out",
                "en: \"Small\" | en: \"Sm\u202Eall\" | /title/en | 3 | 13 | the text has U+202E, a bidi control, at character 3; leave it out",
                "en: \"Small\" | en: \"Sm\\ud83dall\" | /title/en | 3 | 13 | the text has U+D83D, half of a character, at character 3; leave it out",
                "en: \"Small\" | en: \"Sm\\nall\" | /title/en | 3 | 13 | the text has U+000A, a line break, at character 3; it must be one line",
                "en: \"One\" | en: \"One\\0\" | /nodes/0/nodes/0/rungs/0/title/en | 32 | 25 | the text has U+0000, a control character, at character 4; leave it out",
                "en: \"More\" | en: \"More\\u2028\" | /nodes/0/nodes/0/rungs/1/needs/en | 37 | 25 | the text has U+2028, a line break, at character 5; leave it out",
                "{code: B, from | {\"code\\0\": B, from | /bands/1 | 78 | 6 | the name of the field has U+0000, a control character, at character 5; leave it out",
                "count(\\\"follow-up\\\") | countWith(\\\"follow-up\\\", [\\\"a\\\\u0000\\\"]) | /nodes/0/nodes/0/rungs/1/when | 36 | 46 | the name of the field has U+0000, a control character, at character 2; leave it out"
            })
    void namesWhatIsNoTextAndItsPlace(
            String good, String bad, String path, int line, int column, String message) {
        assertThat(refused(replaceFirst(good, bad)).faults())
                .extracting(Told::of)
                .contains(new Told(path, line, column, message));
    }

    @Test
    void hasSeveralLinesWhereThingsAreToldAtLengthAndInRules() {
        String document =
                replaceFirst("en: \"More\"", "en: \"More\\r\\n\\tof it\\r\"")
                        .replace(
                                "when: 'count(\"plan\") >= 1'}\n",
                                "when: \"count('plan') >= 1 ||\\r\\n  count('plan') >= 2\"}\n")
                        .replace(
                                "when: 'months(\"disclosure\") >= 6'",
                                "when: |\n      months(\"disclosure\") >= 6 ||\n      count(\"disclosure\") >= 6\n");
        document =
                document.replace("en: \"At length\"", "en: \"At\\nlength\"")
                        .replace("en: \"Do it\"", "en: \"Do\\nit\"")
                        .replace("en: \"A photograph\"", "en: \"A\\nphotograph\"");
        Rubric rubric = accepted(document).content();

        assertThat(RubricDocument.toJson(rubric))
                .contains(
                        "\"At\\nlength\"",
                        "\"Do\\nit\"",
                        "\"A\\nphotograph\"",
                        "\"More\\n\\tof it\\n\"",
                        "\"count('plan') >= 1 ||\\n  count('plan') >= 2\"",
                        " ||\\ncount(");
        assertThat(accepted(RubricDocument.toYaml(rubric)).content()).isEqualTo(rubric);
        assertThat(accepted(RubricDocument.toJson(rubric)).content()).isEqualTo(rubric);
    }

    @Test
    void hashesWhatTheRubricSaysNotHowItIsLaidOut() {
        Rubric rubric = accepted(GOOD).content();
        Rubric other = accepted(GOOD.replace("pass: 85", "pass: 85.5")).content();

        assertThat(RubricDocument.hash(rubric))
                .matches("[0-9a-f]{64}")
                .isEqualTo(RubricDocument.hash(accepted(RubricDocument.toYaml(rubric)).content()))
                .isNotEqualTo(RubricDocument.hash(other));
    }

    /** Whatever happens to a document, reading it gives a rubric or faults that lie inside it. */
    @ParameterizedTest
    @MethodSource("seeds")
    void readsMutatedDocumentsWithoutFailing(long seed) {
        Random random = new Random(seed);
        StringBuilder document = new StringBuilder(GOOD);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(document.length());
            switch (random.nextInt(5)) {
                case 0 -> document.deleteCharAt(at);
                case 1 -> document.insert(at, NOISE.charAt(random.nextInt(NOISE.length())));
                case 2 -> document.setCharAt(at, NOISE.charAt(random.nextInt(NOISE.length())));
                case 3 -> document.delete(at, Math.min(document.length(), at + random.nextInt(80)));
                default ->
                        document.insert(
                                at,
                                GOOD.substring(
                                        at % GOOD.length(),
                                        Math.min(
                                                GOOD.length(),
                                                at % GOOD.length() + random.nextInt(80))));
            }
        }

        switch (RubricDocument.parse(document.toString())) {
            case Reading.Accepted<Rubric>(var rubric, var warnings) ->
                    assertThat(accepted(RubricDocument.toJson(rubric)).content()).isEqualTo(rubric);
            case Reading.Refused<Rubric>(var faults, _) ->
                    assertThat(faults)
                            .isNotEmpty()
                            .isSorted()
                            .allSatisfy(
                                    fault -> {
                                        assertThat(fault.line()).isBetween(1, 200);
                                        assertThat(fault.column()).isPositive();
                                        assertThat(fault.message().toString()).isNotBlank();
                                    });
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void readsNoiseWithoutFailing(long seed) {
        Random random = new Random(seed);
        byte[] bytes = new byte[random.nextInt(200)];
        random.nextBytes(bytes);
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(100); i >= 0; i--) {
            text.append(NOISE.charAt(random.nextInt(NOISE.length())));
        }

        assertThat(RubricDocument.parse(bytes)).isInstanceOf(Reading.Refused.class);
        assertThat(RubricDocument.parse(text.toString())).isInstanceOf(Reading.Refused.class);
    }

    static LongStream seeds() {
        return LongStream.range(0, 500);
    }

    private static final String NOISE =
            "{}[]:,-?&*!|>'\"%@`#\n\t ~0123456789eE.aกัz\\\u0000\ufeff\u2028\ud83d";

    private static String replaceFirst(String good, String bad) {
        int at = GOOD.indexOf(good);
        return GOOD.substring(0, at) + bad + GOOD.substring(at + good.length());
    }

    private static Tuple tuple(Object... values) {
        return Tuple.tuple(values);
    }

    private static Reading.Accepted<Rubric> accepted(String document) {
        Reading<Rubric> reading = RubricDocument.parse(document);
        assertThat(reading).isInstanceOf(Reading.Accepted.class);
        return (Reading.Accepted<Rubric>) reading;
    }

    private static Reading.Refused<Rubric> refused(String document) {
        Reading<Rubric> reading = RubricDocument.parse(document);
        assertThat(reading).isInstanceOf(Reading.Refused.class);
        return (Reading.Refused<Rubric>) reading;
    }
}
