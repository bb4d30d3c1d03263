package org.kongdee.rubric.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kongdee.rubric.BuiltIn;
import org.kongdee.rubric.facts.Period;

class PlanDocumentTest {

    private static final Rubric RUBRIC =
            rubric(
                    """
                    {rubric: small, version: v, title: {en: Small}, aggregate: sum,
                     kinds: [{code: plan, title: {en: Plan}}, {code: photograph, title: {en: Photograph}}],
                     fields: [{code: director, title: {en: Director}}], nodes: [
                      {code: A1, title: {en: First}, kinds: [plan], scheme: binary, points: 1,
                       deadlines: [{code: D1, due: --07-31, title: {en: Fixed}}]},
                      {code: A2, title: {en: Second}, follows: A1, scheme: binary, points: 1}]}
                    """);
    private static final Period PERIOD =
            new Period(LocalDate.of(2021, 8, 1), LocalDate.of(2022, 7, 30));
    private static final PlanBasis BASIS = new PlanBasis(RUBRIC, Set.of("LEGAL", "PLAN"), PERIOD);

    /** A small plan; the cases below break one place of it each. */
    private static final String GOOD =
            """
            criteria:
              A1:
                owners: [LEGAL, PLAN]
                persons: [slk-legal-head]
                text: {en: "By memo", th: "แจ้งเวียน"}
                result: {th: "เสร็จแล้ว"}
                milestones:
                  - {code: "1", due: --01-15, title: {en: "Draw it up"}, when: 'count("plan") >= 1'}
                  - {code: "2", due: 2022-06-15, round: 2, each: SECTION, owners: [ALL], when: 'countWith("plan", ["director"]) >= 2'}
                  - {code: "3", due: --02-29}
              A2:
                owners: [ALL]
                milestones:
                  - {code: x.1, due: --03-01}
            """;

    /** The same as people's programs write it, on one line. */
    private static final String JSON =
            """
            {"criteria":{"A1":{"owners":["LEGAL","PLAN"],"persons":["slk-legal-head"],\
            "text":{"en":"By memo","th":"แจ้งเวียน"},"result":{"th":"เสร็จแล้ว"},"milestones":[\
            {"code":"1","due":"--01-15","title":{"en":"Draw it up"},"when":"count(\\"plan\\") >= 1"},\
            {"code":"2","due":"2022-06-15","round":2,"each":"SECTION","owners":["ALL"],\
            "when":"countWith(\\"plan\\", [\\"director\\"]) >= 2"},{"code":"3","due":"--02-29"}]},\
            "A2":{"owners":["ALL"],"milestones":[{"code":"x.1","due":"--03-01"}]}}}""";

    @Test
    void readsWhatIsPlanned() {
        Plan plan = accepted(GOOD);

        assertThat(plan.criteria().keySet()).containsExactly("A1", "A2");
        assertThat(plan.milestones()).isEqualTo(4);
        PlanEntry entry = plan.of("A1");
        assertThat(entry.owners()).containsExactly("LEGAL", "PLAN");
        assertThat(entry.persons()).containsExactly("slk-legal-head");
        assertThat(entry.text()).isEqualTo(new DocumentText("By memo", "แจ้งเวียน"));
        assertThat(entry.result()).isEqualTo(new DocumentText(null, "เสร็จแล้ว"));
        assertThat(entry.milestones())
                .containsExactly(
                        new PlanMilestone(
                                "1",
                                "--01-15",
                                new DocumentText("Draw it up", null),
                                null,
                                null,
                                List.of(),
                                "count(\"plan\") >= 1"),
                        new PlanMilestone(
                                "2",
                                "2022-06-15",
                                null,
                                2,
                                PlanMilestone.Each.SECTION,
                                List.of("ALL"),
                                "countWith(\"plan\", [\"director\"]) >= 2"),
                        new PlanMilestone("3", "--02-29", null, null, null, List.of(), null));
        assertThat(entry.ownersOf(entry.milestones().getFirst())).containsExactly("LEGAL", "PLAN");
        assertThat(entry.ownersOf(entry.milestones().get(1))).containsExactly("ALL");
        assertThat(plan.of("A3")).isEqualTo(PlanEntry.NOTHING);
    }

    @Test
    void readsJsonAsWell() {
        assertThat(accepted(JSON)).isEqualTo(accepted(GOOD));
    }

    /** The order of a plan is that of the rubric, however it is written. */
    @Test
    void bringsCriteriaIntoTheOrderOfTheRubric() {
        Plan plan = accepted("{criteria: {A2: {}, A1: {}}}");

        assertThat(plan.criteria().keySet()).containsExactly("A1", "A2");
    }

    @Test
    void takesAPlanOfNothing() {
        assertThat(accepted("{criteria: {}}")).isEqualTo(Plan.EMPTY);
    }

    /**
     * Each case replaces the first text by the second, and names the place and the message of a
     * fault.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "criteria: | criterion: | `` | 1 | 1 | \"criteria\" is missing",
                "criteria: | criterion: | /criterion | 1 | 1 | unknown field \"criterion\"; did you mean \"criteria\"?",
                "A1: | A9: | /criteria/A9 | 2 | 3 | the rubric has no criterion A9; did you mean \"A1\"?",
                "A2: | a/b: | /criteria/a~1b | 11 | 3 | the rubric has no criterion a/b",
                "owners: [LEGAL, PLAN] | owners: [LEGAL, PLEN] | /criteria/A1/owners/1 | 3 | 21 | the unit has no section PLEN; did you mean \"PLAN\"?",
                "owners: [LEGAL, PLAN] | owners: [LEGAL, LEGAL] | /criteria/A1/owners/1 | 3 | 21 | LEGAL is named twice",
                "owners: [LEGAL, PLAN] | owners: [LEGAL, ALL] | /criteria/A1/owners/1 | 3 | 21 | ALL is every section already; name no other beside it",
                "owners: [LEGAL, PLAN] | owners: [legal] | /criteria/A1/owners/0 | 3 | 14 | \"legal\" is not well formed: capital letters, digits and hyphens, at most 32, such as PUBLIC-RELATIONS",
                "owners: [LEGAL, PLAN] | owners: LEGAL | /criteria/A1/owners | 3 | 5 | must be a list, not a text",
                "owners: [LEGAL, PLAN] | owner: [LEGAL] | /criteria/A1/owner | 3 | 5 | unknown field \"owner\"; did you mean \"owners\"?",
                "owners: [LEGAL, PLAN] | owners: [] | /criteria/A1/milestones/0 | 8 | 9 | nobody owes it: neither the milestone nor its criterion has owners",
                "persons: [slk-legal-head] | persons: [Head of Legal] | /criteria/A1/persons/0 | 4 | 15 | \"Head of Legal\" is not well formed: the key of a recipient: lower-case letters, digits, dots, hyphens and underscores, at most 64",
                "persons: [slk-legal-head] | persons: [a, a] | /criteria/A1/persons/1 | 4 | 18 | a is named twice",
                "text: {en: \"By memo\", th: \"แจ้งเวียน\"} | text: {} | /criteria/A1/text | 5 | 5 | must not be empty",
                "text: {en: \"By memo\", th: \"แจ้งเวียน\"} | text: \"By memo\" | /criteria/A1/text | 5 | 5 | must be an object with fields, not a text",
                "en: \"By memo\" | en: \" \" | /criteria/A1/text/en | 5 | 12 | \" \" is not well formed: a text that is not blank",
                "`{code: \"1\", ` | { | /criteria/A1/milestones/0 | 8 | 9 | \"code\" is missing",
                "`{code: \"1\", ` | `{code: D1, ` | /criteria/A1/milestones/0/code | 8 | 10 | \"D1\" is not well formed: letters, digits, dots and hyphens, at most 32, such as \"1\", and not like a deadline of the rubric, D1",
                "`{code: \"1\", ` | `{code: D23, ` | /criteria/A1/milestones/0/code | 8 | 10 | \"D23\" is not well formed: letters, digits, dots and hyphens, at most 32, such as \"1\", and not like a deadline of the rubric, D1",
                "`{code: \"1\", ` | `{code: 1, ` | /criteria/A1/milestones/0/code | 8 | 10 | must be a text, not a number; write it in quotes",
                "`{code: \"2\", ` | `{code: \"1\", ` | /criteria/A1/milestones/1/code | 9 | 16 | the code 1 is taken",
                "due: --01-15 | due: 15 January | /criteria/A1/milestones/0/due | 8 | 21 | \"15 January\" is not well formed: a day such as 2022-01-15, or of every year such as --01-15",
                "due: --01-15 | due: --01-32 | /criteria/A1/milestones/0/due | 8 | 26 | there is no day --01-32",
                "due: --01-15 | due: 2022-02-29 | /criteria/A1/milestones/0/due | 8 | 26 | there is no day 2022-02-29",
                "due: --01-15 | due: --07-31 | /criteria/A1/milestones/0/due | 8 | 26 | --07-31 falls outside the cycle, 2021-08-01 to 2022-07-30",
                "due: --01-15 | due: 2021-07-31 | /criteria/A1/milestones/0/due | 8 | 26 | 2021-07-31 falls outside the cycle, 2021-08-01 to 2022-07-30",
                "`due: --01-15, ` | `` | /criteria/A1/milestones/0 | 8 | 9 | \"due\" is missing",
                "round: 2 | round: 0 | /criteria/A1/milestones/1/round | 9 | 38 | must be at least 1",
                "round: 2 | round: 1.5 | /criteria/A1/milestones/1/round | 9 | 38 | must be a whole number",
                "each: SECTION | each: PERSON | /criteria/A1/milestones/1/each | 9 | 48 | \"PERSON\" is none of SECTION",
                "owners: [ALL], when | owners: [SUPPLY], when | /criteria/A1/milestones/1/owners/0 | 9 | 72 | the unit has no section SUPPLY",
                "'count(\"plan\") >= 1' | 'count(\"paln\") >= 1' | /criteria/A1/milestones/0/when | 8 | 75 | kind \"paln\" is not among the kinds of the criterion; did you mean \"plan\"?",
                "'count(\"plan\") >= 1' | 'earliest(\"plan\") <= by(\"--07-31\")' | /criteria/A1/milestones/0/when | 8 | 68 | --07-31 falls outside the cycle, 2021-08-01 to 2022-07-30",
                "[\"director\"] | [\"directr\"] | /criteria/A1/milestones/1/when | 9 | 104 | field \"directr\" is not among the fields of the rubric; did you mean \"director\"?",
                "en: \"Draw it up\" | en: \"Draw\\nit up\" | /criteria/A1/milestones/0/title/en | 8 | 47 | the text has U+000A, a line break, at character 5; it must be one line",
                "en: \"By memo\" | en: \"By\\0memo\" | /criteria/A1/text/en | 5 | 16 | the text has U+0000, a control character, at character 3; leave it out",
                "owners: [LEGAL, PLAN] | owners: &o [LEGAL] | /criteria/A1/owners | 3 | 13 | anchors and aliases (& and *) have no place here; write the value out",
            })
    void namesTheFaultAndItsPlace(
            String good, String bad, String path, int line, int column, String message) {
        assertThat(GOOD).contains(good);
        int at = GOOD.indexOf(good);
        String document = GOOD.substring(0, at) + bad + GOOD.substring(at + good.length());

        assertThat(refused(document).faults())
                .extracting(Told::of)
                .contains(new Told(path, line, column, message));
    }

    private static final String BAD =
            """
            criteria:
              A1:
                owners: [LEGAL, OTHER]
                persons: [a, a]
                milestones:
                  - {code: "1", due: --07-31, when: 'count("nothing") >= 1'}
                  - {code: "1", due: --13-01, rounds: 2}
              A2:
                milestones:
                  - {code: D1, due: --01-01}
              A3: {}
            """;

    private static final List<String> BAD_PLACES =
            List.of(
                    "/criteria/A1/owners/1",
                    "/criteria/A1/persons/1",
                    "/criteria/A1/milestones/0/due",
                    "/criteria/A1/milestones/0/when",
                    "/criteria/A1/milestones/1/code",
                    "/criteria/A1/milestones/1/due",
                    "/criteria/A1/milestones/1/rounds",
                    "/criteria/A2/milestones/0",
                    "/criteria/A2/milestones/0/code",
                    "/criteria/A3");

    @Test
    void reportsEveryFaultAtOnceInTheOrderOfTheirPlaces() {
        Reading.Refused<Plan> refused = refused(BAD);

        assertThat(refused.faults())
                .isSorted()
                .extracting(Fault::path)
                .containsExactlyElementsOf(BAD_PLACES);
        assertThat(refused.more()).isZero();
    }

    @Test
    void reportsTheSameOfJson() {
        String json =
                """
                {"criteria":{"A1":{"owners":["LEGAL","OTHER"],"persons":["a","a"],"milestones":[\
                {"code":"1","due":"--07-31","when":"count(\\"nothing\\") >= 1"},\
                {"code":"1","due":"--13-01","rounds":2}]},\
                "A2":{"milestones":[{"code":"D1","due":"--01-01"}]},"A3":{}}}""";

        assertThat(refused(json).faults())
                .isSorted()
                .allSatisfy(fault -> assertThat(fault.line()).isEqualTo(1))
                .extracting(Fault::path)
                .containsExactlyElementsOf(BAD_PLACES);
        assertThat(refused(json).faults())
                .filteredOn(fault -> fault.path().endsWith("/when"))
                .extracting(Fault::column)
                .containsExactly(json.indexOf("\\\"nothing") + 1);
    }

    /** What a program leaves empty isn't there; in a list there is no such thing. */
    @Test
    void takesNullForWhatIsNotThere() {
        String nulls =
                """
                {"criteria":{"A1":{"owners":["LEGAL"],"persons":null,"text":null,"result":{"en":null,"th":"ท"},
                 "milestones":[{"code":"1","due":"--01-15","title":null,"round":null,"each":null,"owners":null,"when":null}]},
                 "A2":null}}
                """;

        Plan plan = accepted(nulls);

        assertThat(plan.criteria())
                .containsExactly(
                        Map.entry(
                                "A1",
                                new PlanEntry(
                                        List.of("LEGAL"),
                                        List.of(),
                                        null,
                                        new DocumentText(null, "ท"),
                                        List.of(
                                                new PlanMilestone(
                                                        "1", "--01-15", null, null, null, List.of(),
                                                        null)))));
        assertThat(refused("{criteria: {A1: {owners: [null]}}}").faults())
                .extracting(Fault::path)
                .containsExactly("/criteria/A1/owners/0");
        assertThat(refused("{criteria: {A1: {text: {en: null}}}}").faults())
                .extracting(Fault::path)
                .containsExactly("/criteria/A1/text");
        assertThat(refused("{criteria: null}").faults())
                .extracting(fault -> fault.message().toString())
                .containsExactly("\"criteria\" is missing");
    }

    @Test
    void readsWhatIsPlannedForOneCriterionAlone() {
        String entry =
                """
                {"owners":["LEGAL"],"milestones":[{"code":"1","due":"--01-15","when":"count(\\"plan\\") >= 1"}]}
                """;

        assertThat(entry(entry))
                .isEqualTo(
                        new Reading.Accepted<>(
                                new PlanEntry(
                                        List.of("LEGAL"),
                                        List.of(),
                                        null,
                                        null,
                                        List.of(
                                                new PlanMilestone(
                                                        "1",
                                                        "--01-15",
                                                        null,
                                                        null,
                                                        null,
                                                        List.of(),
                                                        "count(\"plan\") >= 1"))),
                                List.of()));
        assertThat(entry("{}")).isEqualTo(new Reading.Accepted<>(PlanEntry.NOTHING, List.of()));
        assertThat(
                        ((Reading.Refused<PlanEntry>)
                                        entry(
                                                entry.replace("LEGAL", "OTHER")
                                                        .replace("plan", "photograph")
                                                        .replace("due", "day")))
                                .faults())
                .extracting(Fault::path)
                .containsExactly(
                        "/owners/0", "/milestones/0", "/milestones/0/day", "/milestones/0/when");
        assertThat(entry("{criteria: {}}"))
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused ->
                                assertThat(refused.faults())
                                        .extracting("message")
                                        .extracting(Object::toString)
                                        .containsExactly("unknown field \"criteria\""));
    }

    @Test
    void aUnitWithoutSectionsHasNoneThatCouldEachOweIt() {
        var alone = new PlanBasis(RUBRIC, Set.of(), PERIOD);
        String each =
                "{criteria: {A1: {owners: [ALL], milestones: [{code: m, due: --01-01, each: SECTION}]}}}";

        assertThat(((Reading.Refused<Plan>) parse(each, alone)).faults())
                .extracting(Fault::path, fault -> fault.message().toString())
                .containsExactly(
                        tuple(
                                "/criteria/A1/milestones/0/each",
                                "the unit has no sections that could each owe it"));
        assertThat(parse(each.replace(", each: SECTION", ""), alone))
                .isInstanceOf(Reading.Accepted.class);
        assertThat(((Reading.Refused<Plan>) parse(GOOD, alone)).faults())
                .extracting(fault -> fault.message().toString())
                .contains("the unit has no section LEGAL");
    }

    @Test
    void readsBackWhatItWrites() {
        for (String document : List.of(GOOD, JSON)) {
            Plan plan = accepted(document);
            assertThat(accepted(PlanDocument.toYaml(plan))).isEqualTo(plan);
        }
        assertThat(PlanDocument.toYaml(BuiltIn.plan()))
                .satisfies(
                        yaml ->
                                assertThat(parse(yaml, BuiltIn.secretariat()))
                                        .isInstanceOfSatisfying(
                                                Reading.Accepted.class,
                                                read ->
                                                        assertThat(read.content())
                                                                .isEqualTo(BuiltIn.plan())));
    }

    @Test
    void writesForPeopleToRead() {
        assertThat(PlanDocument.toYaml(accepted(GOOD)))
                .isEqualTo(
                        """
                        criteria:
                          A1:
                            owners: [LEGAL, PLAN]
                            persons: [slk-legal-head]
                            text: {en: "By memo", th: "แจ้งเวียน"}
                            result: {th: "เสร็จแล้ว"}
                            milestones:
                              - code: "1"
                                due: "--01-15"
                                title: {en: "Draw it up"}
                                when: "count(\\"plan\\") >= 1"
                              - code: "2"
                                due: "2022-06-15"
                                round: 2
                                each: SECTION
                                owners: [ALL]
                                when: "countWith(\\"plan\\", [\\"director\\"]) >= 2"
                              - {code: "3", due: "--02-29"}
                          A2:
                            owners: [ALL]
                            milestones:
                              - {code: "x.1", due: "--03-01"}
                        """);
    }

    /** A milestone without a title bears its criterion's; a text in one language stays so. */
    @ParameterizedTest
    @ValueSource(
            strings = {"{en: \"Two words\"}", "{th: \"คำ\"}", "{en: \"Two words\", th: \"คำ\"}"})
    void textsStayInTheLanguagesInWhichTheyAreWritten(String text) {
        String document =
                "{criteria: {A1: {owners: [ALL], text: %1$s, result: %1$s, milestones: [{code: m, due: --01-01, title: %1$s}]}}}"
                        .formatted(text);

        String yaml = PlanDocument.toYaml(accepted(document));

        assertThat(yaml).contains("text: " + text, "result: " + text, "title: " + text);
        assertThat(accepted(yaml)).isEqualTo(accepted(document));
    }

    @Test
    void hasSeveralLinesInTextResultAndRules() {
        Plan plan =
                accepted(
                        GOOD.replace("en: \"By memo\"", "en: \"By\\r\\nmemo\"")
                                .replace("th: \"เสร็จแล้ว\"", "th: \"เสร็จ\\nแล้ว\"")
                                .replace("'count(\"plan\") >= 1'", "\"count('plan')\\n >= 1\""));

        PlanEntry entry = plan.of("A1");
        assertThat(entry.text()).isEqualTo(new DocumentText("By\nmemo", "แจ้งเวียน"));
        assertThat(entry.result()).isEqualTo(new DocumentText(null, "เสร็จ\nแล้ว"));
        assertThat(entry.milestones().getFirst().when()).isEqualTo("count('plan')\n >= 1");
        assertThat(accepted(PlanDocument.toYaml(plan))).isEqualTo(plan);
    }

    @Test
    void saysWhatIsLegalButOdd() {
        String odd = GOOD.replace("due: --03-01", "due: --01-14");

        Reading.Accepted<Plan> read = (Reading.Accepted<Plan>) parse(odd, BASIS);

        assertThat(read.warnings())
                .extracting(Warning::path, Warning::line, it -> it.message().en())
                .containsExactlyInAnyOrder(
                        tuple(
                                "/criteria/A2/milestones/0/due",
                                14,
                                "A2 is due on 2022-01-14, before A1 on 2022-01-15, which it follows"),
                        tuple(
                                "",
                                1,
                                "the rubric's deadline D1 of A1, --07-31, falls outside the cycle and is"
                                        + " left out"));
        assertThat(PlanDocument.warnings(read.content(), BASIS))
                .extracting(Warning::message)
                .containsExactlyInAnyOrderElementsOf(
                        read.warnings().stream().map(Warning::message).toList());
    }

    @Test
    void saysWhatHasBecomeWrongSince() {
        Plan plan = accepted(GOOD);

        assertThat(PlanDocument.faults(plan, BASIS)).isEmpty();
        assertThat(PlanDocument.faults(plan, new PlanBasis(RUBRIC, Set.of("LEGAL"), PERIOD)))
                .extracting(Fault::path, fault -> fault.message().toString())
                .containsExactly(tuple("/criteria/A1/owners/1", "the unit has no section PLAN"));
        Period later = new Period(LocalDate.of(2022, 8, 1), LocalDate.of(2023, 7, 30));
        assertThat(PlanDocument.faults(plan, new PlanBasis(RUBRIC, BASIS.sections(), later)))
                .extracting(Fault::path, fault -> fault.message().toString())
                .containsExactly(
                        tuple(
                                "/criteria/A1/milestones/1/due",
                                "2022-06-15 falls outside the cycle, 2022-08-01 to 2023-07-30"));
    }

    /** What is kept may be longer, written for people, than any document that is taken. */
    @Test
    void findsNothingWrongWithWhatHasOnlyBecomeLonger() {
        String text = "w".repeat(990);
        Rubric many =
                rubric(
                        "{rubric: many, version: v, title: {en: e}, aggregate: sum, nodes: [%s]}"
                                .formatted(
                                        fields(
                                                40,
                                                i ->
                                                        "{code: c%d, title: {en: e}, scheme: binary, points: 1}"
                                                                .formatted(i))));
        String document =
                "{criteria: {%s}}"
                        .formatted(
                                fields(
                                        40,
                                        i ->
                                                "c%d: {owners: [ALL], milestones: [%s]}"
                                                        .formatted(
                                                                i,
                                                                fields(
                                                                        25,
                                                                        j ->
                                                                                "{code: m%d, due: --01-01, title: {en: %s}}"
                                                                                        .formatted(
                                                                                                j,
                                                                                                text)))));
        var basis = new PlanBasis(many, Set.of(), PERIOD);
        Plan plan = ((Reading.Accepted<Plan>) parse(document, basis)).content();
        assertThat(PlanDocument.toYaml(plan).length()).isGreaterThan(PlanDocument.MAX_BYTES);

        assertThat(PlanDocument.faults(plan, basis)).isEmpty();
    }

    @Test
    void namesTheLimitAndWhereItIsPassed() {
        assertThat(
                        refused(
                                        "{criteria: {A1: {owners: [ALL], milestones: [%s]}}}"
                                                .formatted(
                                                        fields(
                                                                51,
                                                                i ->
                                                                        "{code: m%d, due: --01-01}"
                                                                                .formatted(i))))
                                .faults())
                .extracting(Fault::path, fault -> fault.message().toString())
                .containsExactly(tuple("/criteria/A1/milestones", "has more than 50 items"));
        assertThat(
                        refused(
                                        "{criteria: {A1: {persons: [%s]}}}"
                                                .formatted(fields(51, i -> "p" + i)))
                                .faults())
                .extracting(Fault::path, fault -> fault.message().toString())
                .containsExactly(tuple("/criteria/A1/persons", "has more than 50 items"));
        assertThat(
                        refused("{criteria: {A1: {text: {th: %s}}}}".formatted("ท".repeat(4_001)))
                                .faults())
                .extracting(Fault::path, fault -> fault.message().toString())
                .containsExactly(tuple("/criteria/A1/text/th", "has more than 4000 characters"));
        assertThat(refused("[" + "1,".repeat(40_000) + "1]").faults())
                .extracting(fault -> fault.message().toString())
                .contains("the document has more than 30000 values");
        assertThat(
                        ((Reading.Refused<Plan>) PlanDocument.parse(new byte[20_000_000], BASIS))
                                .faults())
                .extracting(Told::of)
                .containsExactly(new Told("", 1, 1, "a document has at most 1048576 bytes"));
        assertThat(
                        ((Reading.Refused<Plan>)
                                        PlanDocument.parse(
                                                "a: é".getBytes(StandardCharsets.ISO_8859_1),
                                                BASIS))
                                .faults())
                .extracting(Told::of)
                .containsExactly(new Told("", 1, 1, "the document is not UTF-8"));
    }

    @Test
    void aPlanHasNoMoreCriteriaThanARubric() {
        assertThat(
                        refused(
                                "{criteria: {%s}}"
                                        .formatted(fields(2_001, i -> "X%d: {}".formatted(i)))))
                .satisfies(
                        refused ->
                                assertThat(Told.of(refused.faults().getFirst()))
                                        .isEqualTo(
                                                new Told(
                                                        "/criteria",
                                                        1,
                                                        2,
                                                        "has more than 2000 items")));
    }

    @Test
    void tellsTheFirstFaultsAndHowManyMoreThereAre() {
        Reading.Refused<Plan> refused =
                refused("{criteria: {%s}}".formatted(fields(1_900, i -> "X%d: {}".formatted(i))));

        assertThat(refused.faults()).hasSize(1_000);
        assertThat(refused.more()).isEqualTo(900);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "   ", "# nothing", "null", "1", "[]", "text", "{}", "a: 1\n---\nb: 2"})
    void refusesWhatIsNoPlan(String document) {
        assertThat(refused(document).faults()).isNotEmpty();
    }

    /** Whatever happens to a document, reading it gives a plan or faults that lie inside it. */
    @ParameterizedTest
    @MethodSource("seeds")
    void readsMutatedDocumentsWithoutFailing(long seed) {
        var random = new Random(seed);
        var document = new StringBuilder(GOOD);
        String noise = "{}[]:,-?&*!|>'\"%@`#\n\t ~0123456789eE.aกัz\\\u0000\ufeff\u2028\ud83d";
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(document.length());
            switch (random.nextInt(4)) {
                case 0 -> document.deleteCharAt(at);
                case 1 -> document.insert(at, noise.charAt(random.nextInt(noise.length())));
                case 2 -> document.setCharAt(at, noise.charAt(random.nextInt(noise.length())));
                default ->
                        document.delete(at, Math.min(document.length(), at + random.nextInt(80)));
            }
        }

        switch (parse(document.toString(), BASIS)) {
            case Reading.Accepted<Plan> read ->
                    assertThat(accepted(PlanDocument.toYaml(read.content())))
                            .isEqualTo(read.content());
            case Reading.Refused<Plan> refused ->
                    assertThat(refused.faults())
                            .isNotEmpty()
                            .isSorted()
                            .allSatisfy(
                                    fault -> {
                                        assertThat(fault.line()).isBetween(1, 50);
                                        assertThat(fault.message().toString()).isNotBlank();
                                    });
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @Test
    void aDayIsTheSameOfEveryYearOrOneOfOneYear() {
        assertThat(DueDay.parse("--01-15").in(PERIOD)).contains(LocalDate.of(2022, 1, 15));
        assertThat(DueDay.parse("--08-01").in(PERIOD)).contains(LocalDate.of(2021, 8, 1));
        assertThat(DueDay.parse("--07-31").in(PERIOD)).isEmpty();
        assertThat(DueDay.parse("--02-29").in(PERIOD)).contains(LocalDate.of(2022, 2, 28));
        assertThat(DueDay.parse("2022-01-15").in(PERIOD)).contains(LocalDate.of(2022, 1, 15));
        assertThat(DueDay.parse("2022-07-31").in(PERIOD)).isEmpty();
        assertThat(DueDay.parse("--01-15").yearsLater(3)).hasToString("--01-15");
        assertThat(DueDay.parse("2024-02-29").yearsLater(1)).hasToString("2025-02-28");
        assertThat(DueDay.parse("2022-01-15").monthDay()).isEqualTo(MonthDay.of(1, 15));
    }

    private static String fields(int count, IntFunction<String> field) {
        return IntStream.range(0, count).mapToObj(field).collect(Collectors.joining(","));
    }

    private static Reading<PlanEntry> entry(String document) {
        return PlanDocument.parseEntry(
                document.getBytes(StandardCharsets.UTF_8), RUBRIC.criteria().getFirst(), BASIS);
    }

    private static Reading<Plan> parse(String document, PlanBasis basis) {
        return PlanDocument.parse(document.getBytes(StandardCharsets.UTF_8), basis);
    }

    private static Plan accepted(String document) {
        Reading<Plan> reading = parse(document, BASIS);
        assertThat(reading).isInstanceOf(Reading.Accepted.class);
        return ((Reading.Accepted<Plan>) reading).content();
    }

    private static Reading.Refused<Plan> refused(String document) {
        Reading<Plan> reading = parse(document, BASIS);
        assertThat(reading).isInstanceOf(Reading.Refused.class);
        return (Reading.Refused<Plan>) reading;
    }

    private static Rubric rubric(String document) {
        return ((Reading.Accepted<Rubric>) RubricDocument.parse(document)).content();
    }
}
