package org.kongdee.rubric.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kongdee.rubric.facts.Coverage;
import org.kongdee.rubric.facts.EvidenceItem;
import org.kongdee.rubric.facts.Facts;
import org.kongdee.rubric.facts.Period;
import org.kongdee.rubric.facts.Scope;
import org.kongdee.rubric.facts.Tally;
import org.kongdee.web.text.LocalizedText;

class RuleTest {

    private static final Set<String> KINDS = Set.of("plan", "minutes", "nothing");

    /** Of the kinds, one has a title; of the fields, one. */
    private static final Vocabulary WORDS =
            new Vocabulary(
                    Map.of("minutes", new LocalizedText("Minutes", "รายงานการประชุม")),
                    Map.of(
                            "director",
                            new LocalizedText("The director took part", "ผอ. มีส่วนร่วม"),
                            "date",
                            new LocalizedText("date", "date")));

    private static final Period PERIOD =
            new Period(LocalDate.of(2021, 8, 1), LocalDate.of(2022, 7, 30));
    private static final Scope UNIT =
            new Scope(
                    PERIOD,
                    Set.of("LEGAL", "PLAN", "SUPPLY"),
                    Map.of("PLAN", new LocalizedText("Planning", "ส่วนแผนงาน")));
    private static final Scope WITHOUT_SECTIONS = new Scope(PERIOD, Set.of());

    /**
     * Two plans, through two channels; minutes of two sections, one of them twice, and of one that
     * the unit doesn't have.
     */
    private static final Facts FACTS =
            Tally.of(
                            List.of(
                                    item("plan", "website", null, "2021-10-25", Set.of("director")),
                                    item("plan", "meeting", null, "2021-12-20", Set.of()),
                                    item("minutes", null, "LEGAL", "2021-11-15", Set.of()),
                                    item("minutes", null, "LEGAL", "2021-12-15", Set.of()),
                                    item("minutes", null, "PLAN", "2021-12-16", Set.of()),
                                    item("minutes", null, "OTHER", "2021-11-01", Set.of())),
                            PERIOD,
                            null)
                    .of("1");

    private static EvidenceItem item(
            String kind,
            @Nullable String channel,
            @Nullable String section,
            String date,
            Set<String> fields) {
        return new EvidenceItem(
                "1",
                kind,
                channel,
                section,
                LocalDate.parse(date),
                kind.equals("plan")
                        ? new Coverage(LocalDate.of(2021, 10, 1), LocalDate.of(2022, 3, 31))
                        : null,
                fields,
                null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "count('plan') == 2 ~ true",
                "count('nothing') == 0 ~ true",
                "countWith('plan', ['director']) == 1 ~ true",
                "countWith('plan', ['director', 'date']) >= 1 ~ false",
                "channels('plan') >= 2 ~ true",
                "channels('minutes') == 0 ~ true",
                "sections('minutes') == 2 ~ true",
                "sections('plan') == 0 ~ true",
                "sections('minutes') == sectionTotal() ~ false",
                "sectionsWith('minutes', 2) == 1 ~ true",
                "sectionsWith('minutes', 2) * 2 >= sectionTotal() ~ false",
                "sectionsWith('minutes', 1) * 2 >= sectionTotal() ~ true",
                "sectionsBy('minutes', '--11-30') == 1 ~ true",
                "sectionsBy('minutes', by('--12-16')) == 2 ~ true",
                "sectionTotal() == 3 ~ true",
                "earliest('plan') <= by('--10-25') ~ true",
                "earliest('plan') < by('--10-25') ~ false",
                "latest('plan') > by('--11-30') ~ true",
                "by('--01-15') > latest('plan') ~ true",
                "earliest('plan') < earliest('minutes') ~ true",
                "months('plan') == 6 ~ true",
                "months('minutes') == 0 ~ true",
                "count('plan') + count('minutes') >= 6 ~ true",
                "count('plan') - count('minutes') < 0 ~ true",
                "!(count('plan') > 5) ~ true",
                "true ~ true",
                "false ~ false",
                "count('plan') >= 5 || channels('plan') >= 2 ~ true",
                "count('plan') >= 5 && channels('plan') >= 2 ~ false",
            })
    void readsTheFacts(String source, boolean met) {
        assertThat(rule(source).isMet(FACTS, UNIT)).isEqualTo(met);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "earliest('nothing') <= by('--11-30') ~ nothing: no evidence yet, need by 2021-11-30",
                "!(earliest('nothing') <= by('--11-30')) ~ not (nothing: no evidence yet, need by"
                        + " 2021-11-30)",
                "sections('minutes') == sectionTotal() ~ the unit has no sections",
                "sectionTotal() > 3 ~ the unit has no sections",
                "count('plan') >= 1 && sectionTotal() >= 1 ~ the unit has no sections",
                "earliest('plan') <= by('--07-31') ~ --07-31 is outside the cycle",
                "sectionsBy('minutes', '--07-31') >= 1 ~ --07-31 is outside the cycle",
                "count('plan') * 1000000 * 1000000 * 1000000 * 1000000 > 0 ~ the numbers are too"
                        + " large",
            })
    void isUnmetForTheReasonThatItCannotTell(String source, String reason) {
        Verdict verdict = rule(source).verdict(FACTS, WITHOUT_SECTIONS);

        assertThat(verdict.met()).isFalse();
        assertThat(verdict.because().en()).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count('plan') >= 2 || earliest('nothing') <= by('--11-30')",
                "earliest('nothing') <= by('--11-30') || count('plan') >= 2",
                "sectionTotal() == 3 || count('plan') >= 2",
                "!(earliest('nothing') <= by('--11-30') && count('plan') >= 5)",
                "!(count('plan') >= 5 && sectionTotal() == 3)",
            })
    void isMetByWhatDecidesWhateverIsMissingForTheRest(String source) {
        assertThat(rule(source).isMet(FACTS, WITHOUT_SECTIONS)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "count('plan') >= 3 ~ plan: have 2, need 3 ~ plan: มี 2 ต้องมี 3",
                "count('plan') > 2 ~ plan: have 2, need 3 ~ plan: มี 2 ต้องมี 3",
                "3 <= count('plan') ~ plan: have 2, need 3 ~ plan: มี 2 ต้องมี 3",
                "count('plan') == 3 ~ plan: have 2, need exactly 3 ~ plan: มี 2 ต้องมี 3 พอดี",
                "count('plan') <= 1 ~ plan: have 2, at most 1 ~ plan: มี 2 ต้องไม่เกิน 1",
                "count('plan') < 2 ~ plan: have 2, less than 2 ~ plan: มี 2 ต้องน้อยกว่า 2",
                "count('plan') != 2 ~ plan: have 2, not 2 ~ plan: มี 2 ต้องไม่ใช่ 2",
                "channels('plan') >= 3 ~ plan: have 2, need 3 channels ~ plan: มี 2 ต้องมี 3 ช่องทาง",
                "countWith('plan', ['director']) >= 2 ~ plan: have 1, need 2 with The director took part ~"
                        + " plan: มี 1 ต้องมี 2 ที่ระบุ ผอ. มีส่วนร่วม",
                "sections('minutes') == sectionTotal() ~ Minutes: have 2, need exactly 3 sections"
                        + " (all sections); not yet: SUPPLY ~ รายงานการประชุม: มี 2 ต้องมี 3"
                        + " ส่วน/ฝ่าย พอดี (ทุกส่วน/ฝ่าย) ยังขาด: SUPPLY",
                "sectionTotal() <= sectionsWith('minutes', 2) ~ Minutes: have 1, need 3 sections with"
                        + " at least 2 (all sections); not yet: Planning, SUPPLY ~ รายงานการประชุม:"
                        + " มี 1 ต้องมี 3 ส่วน/ฝ่ายที่มีอย่างน้อย 2 (ทุกส่วน/ฝ่าย) ยังขาด:"
                        + " ส่วนแผนงาน, SUPPLY",
                "sectionsBy('minutes', '--11-30') == sectionTotal() ~ Minutes: have 1, need exactly 3"
                        + " sections by 2021-11-30 (all sections); not yet: Planning, SUPPLY ~"
                        + " รายงานการประชุม: มี 1 ต้องมี 3 ส่วน/ฝ่าย ภายใน 30 พ.ย. 2564 พอดี"
                        + " (ทุกส่วน/ฝ่าย) ยังขาด: ส่วนแผนงาน, SUPPLY",
                "sections('minutes') + sections('plan') >= sectionTotal() ~ Minutes + plan: have 2,"
                        + " need 3 sections (all sections); not yet: SUPPLY ~ รายงานการประชุม + plan:"
                        + " มี 2 ต้องมี 3 ส่วน/ฝ่าย (ทุกส่วน/ฝ่าย) ยังขาด: SUPPLY",
                "sections('minutes') + count('plan') >= 5 ~ Minutes + plan: have 4, need 5 ~"
                        + " รายงานการประชุม + plan: มี 4 ต้องมี 5",
                "sectionsWith('minutes', 2) * 2 >= sectionTotal() ~ Minutes: have 1, need 2 sections"
                        + " with at least 2 (all sections) ~ รายงานการประชุม: มี 1 ต้องมี 2"
                        + " ส่วน/ฝ่ายที่มีอย่างน้อย 2 (ทุกส่วน/ฝ่าย)",
                "sectionsBy('minutes', '--11-30') >= 2 ~ Minutes: have 1, need 2 sections by"
                        + " 2021-11-30 ~ รายงานการประชุม: มี 1 ต้องมี 2 ส่วน/ฝ่าย ภายใน 30 พ.ย. 2564",
                "months('plan') >= 12 ~ plan: have 6, need 12 months in a row ~ plan: มี 6 ต้องมี 12"
                        + " เดือนต่อเนื่อง",
                "count('plan') >= count('minutes') ~ plan: have 2, need 4 (Minutes) ~ plan: มี 2"
                        + " ต้องมี 4 (รายงานการประชุม)",
                "count('plan') + count('nothing') >= 3 ~ plan + nothing: have 2, need 3 ~ plan +"
                        + " nothing: มี 2 ต้องมี 3",
                "latest('plan') <= by('--11-30') ~ plan: last on 2021-12-20, need by 2021-11-30 ~"
                        + " plan: ครั้งล่าสุด 20 ธ.ค. 2564 ต้องภายใน 30 พ.ย. 2564",
                "earliest('plan') < by('--09-30') ~ plan: first on 2021-10-25, need before"
                        + " 2021-09-30 ~ plan: ครั้งแรก 25 ต.ค. 2564 ต้องก่อน 30 ก.ย. 2564",
                "count('plan') >= 2 && count('minutes') >= 9 ~ Minutes: have 4, need 9 ~"
                        + " รายงานการประชุม: มี 4 ต้องมี 9",
                "channels('plan') >= 4 || count('plan') >= 4 ~ plan: have 2, need 4 channels or plan:"
                        + " have 2, need 4 ~ plan: มี 2 ต้องมี 4 ช่องทาง หรือ plan: มี 2 ต้องมี 4",
                "false ~ never ~ ไม่มีกรณีใด",
            })
    void saysWhatIsMissing(String source, String en, String th) {
        Verdict verdict = rule(source).verdict(FACTS, UNIT);

        assertThat(verdict.met()).isFalse();
        assertThat(verdict.because().en()).isEqualTo(en);
        assertThat(verdict.because().th()).isEqualTo(th);
    }

    @Test
    void saysOfAlternativesOnlyTheOneThatHolds() {
        Verdict verdict = rule("channels('plan') >= 4 || count('plan') >= 2").verdict(FACTS, UNIT);

        assertThat(verdict.because().en()).isEqualTo("plan: have 2, need 2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "count('plam') >= 1 ~ 6 ~ kind \"plam\" is not among the kinds of the criterion; did"
                        + " you mean \"plan\"?",
                "count('plan') >= 1 && count('xyz') >= 1 ~ 28 ~ kind \"xyz\" is not among the kinds"
                        + " of the criterion",
                "cuont('plan') >= 1 ~ 5 ~ unknown function \"cuont\"; did you mean \"count\"?",
                "count('plan', 'minutes') >= 1 ~ 5 ~ count takes 1 argument, but has 2",
                "count(plan) >= 1 ~ 6 ~ the code of a kind is expected here, in quotes",
                "count('pl' + 'an') >= 1 ~ 11 ~ the code of a kind is expected here, in quotes",
                "countWith('plan', []) >= 1 ~ 18 ~ a list of fields is expected here,"
                        + " such as [\"director\"]",
                "countWith('plan', 'director') >= 1 ~ 18 ~ a list of fields is expected here,"
                        + " such as [\"director\"]",
                "countWith('plan', ['director', 'drector']) >= 1 ~ 31 ~ field \"drector\" is not among"
                        + " the fields of the rubric; did you mean \"director\"?",
                "sectionsWith('plan', 0) >= 1 ~ 21 ~ a whole number from 1 to 1000000 is expected here",
                "sectionsWith('plan', count('plan')) >= 1 ~ 26 ~ a whole number from 1 to 1000000 is"
                        + " expected here",
                "earliest('plan') <= by('--02-30') ~ 23 ~ a month and day such as \"--11-30\" is"
                        + " expected here",
                "earliest('plan') <= by('2021-11-30') ~ 23 ~ a month and day such as \"--11-30\""
                        + " is expected here",
                "earliest('plan') <= '2021-11-30' ~ 20 ~ only whole numbers can be compared with a"
                        + " fact",
                "count('plan') >= 1.5 ~ 17 ~ only whole numbers can be compared with a fact",
                "count('plan') >= 1000001 ~ 17 ~ a number in a rule is at most 1000000",
                "count('plan') / 2 >= 1 ~ 14 ~ rules do not have the operator /",
                "count('plan') >= 1 ? true : false ~ 19 ~ rules do not have the operator ? :",
                "['plan'].exists(k, count(k) >= 1) ~ 15 ~ \"exists\" is a method or a macro; rules"
                        + " have none",
                "(count('plan') > 1) == (count('plan') > 2) ~ 20 ~ a comparison is of whole numbers or of dates",
                "by('--01-15') < by('--01-16') ~ 14 ~ a comparison of dates needs the date of a kind of evidence, such as earliest(\"plan\")",
                "plan ~ 0 ~ a rule is made of facts, whole numbers, comparisons, &&, || and ! only",
            })
    void namesTheFaultAndItsPlace(String source, int offset, String message) {
        assertThat(compiler().compile(source.replace('\'', '"'), KINDS).faults())
                .extracting(RuleFault::offset, fault -> fault.message().toString())
                .containsExactly(tuple(offset, message));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "count(",
                "count('plan') >=",
                "count('plan') >= 1 &&& true",
                "count('plan')",
                "count('plan') >= earliest('plan')",
                "'a'",
                "-9223372036854775809 < count('plan')",
                "((((((((((((((((((((((((((((((((((((((((((((((true))))))))))))))))))))))))))))))))))))))))))))))",
            })
    void refusesWhatIsNoRule(String source) {
        RuleCompiler.Compilation compilation = compiler().compile(source, KINDS);

        assertThat(compilation.rule()).isNull();
        assertThat(compilation.faults()).isNotEmpty();
    }

    @Test
    void refusesARuleOfMoreThanAThousandCharacters() {
        String longest = "count('plan') >= 1" + " ".repeat(1_000 - 18);

        assertThat(compiler().compile(longest, KINDS).faults()).isEmpty();
        assertThat(compiler().compile(longest + " ", KINDS).faults())
                .extracting(RuleFault::offset, fault -> fault.message().toString())
                .containsExactly(tuple(0, "a rule has at most 1000 characters"));
    }

    @Test
    void checksTheKindsOfEachCriterionItIsUsedIn() {
        RuleCompiler compiler = compiler();

        assertThat(compiler.compile("count('plan') >= 1", Set.of("plan")).rule()).isNotNull();
        assertThat(compiler.compile("count('plan') >= 1", Set.of("map")).rule()).isNull();
    }

    @Test
    void namesEveryFaultOfARuleAtOnce() {
        assertThat(
                        compiler()
                                .compile(
                                        "countWith(\"plam\", [\"x\"]) >= 1.5 && count(1) > 0",
                                        KINDS)
                                .faults())
                .extracting(RuleFault::offset)
                .containsExactly(10, 19, 28, 41);
    }

    /** One without kinds takes any. */
    @Test
    void takesAnyKindWhereTheCriterionNamesNone() {
        assertThat(compiler().compile("count('anything') >= 1", Set.of()).faults()).isEmpty();
    }

    @Test
    void seesASectionAsIfItWereTheWholeUnit() {
        Rule rule = rule("sections('minutes') == sectionTotal()");

        assertThat(rule.isMet(FACTS, UNIT)).isFalse();
        assertThat(rule.isMet(FACTS, UNIT.of("LEGAL"))).isTrue();
        assertThat(rule.verdict(FACTS, UNIT.of("SUPPLY")).because().en())
                .isEqualTo(
                        "Minutes: have 0, need exactly 1 sections (all sections); not yet: SUPPLY");
    }

    @Test
    void saysByTitleThatAKindHasNoEvidence() {
        Rule rule = rule("latest('minutes') <= by('--11-30')");

        assertThat(rule.verdict(Facts.NONE, UNIT).because())
                .isEqualTo(
                        new LocalizedText(
                                "Minutes: no evidence yet, need by 2021-11-30",
                                "รายงานการประชุม: ยังไม่มีหลักฐาน ต้องภายใน 30 พ.ย. 2564"));
    }

    /** CEL decides, the words explain; whatever the rule, they must not disagree. */
    @ParameterizedTest
    @MethodSource("seeds")
    void explainsWhatIsDecided(long seed) {
        Random random = new Random(seed);
        Rule rule = rule(condition(random, 3));

        for (Facts facts : List.of(FACTS, Facts.NONE)) {
            for (Scope scope : List.of(UNIT, WITHOUT_SECTIONS)) {
                Explanation.Told told = new Explanation(facts, scope, WORDS).of(rule.expression());
                assertThat(told.is(Explanation.Truth.MET))
                        .as(rule.source())
                        .isEqualTo(rule.isMet(facts, scope));
            }
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    private static String condition(Random random, int depth) {
        return switch (depth == 0 ? 3 : random.nextInt(4)) {
            case 0 ->
                    "("
                            + condition(random, depth - 1)
                            + " && "
                            + condition(random, depth - 1)
                            + ")";
            case 1 ->
                    "("
                            + condition(random, depth - 1)
                            + " || "
                            + condition(random, depth - 1)
                            + ")";
            case 2 -> "!(" + condition(random, depth - 1) + ")";
            default -> comparison(random);
        };
    }

    private static String comparison(Random random) {
        String operator = pick(random, "==", "!=", "<", "<=", ">", ">=");
        String kind = pick(random, "plan", "minutes", "nothing");
        if (random.nextInt(4) == 0) {
            return "%s('%s') %s %s"
                    .formatted(
                            pick(random, "earliest", "latest"),
                            kind,
                            operator,
                            pick(
                                    random,
                                    "by('--11-30')",
                                    "by('--07-31')",
                                    "by('--02-29')",
                                    "latest('plan')"));
        }
        return number(random, kind) + " " + operator + " " + number(random, kind);
    }

    private static String number(Random random, String kind) {
        return pick(
                random,
                "count('" + kind + "')",
                "count('" + kind + "') * 2",
                "countWith('" + kind + "', ['director'])",
                "channels('" + kind + "')",
                "sections('" + kind + "')",
                "sectionsWith('" + kind + "', 2) * 3",
                "sectionsBy('" + kind + "', '--11-30')",
                "months('" + kind + "') - 3",
                "-count('" + kind + "')",
                "sectionTotal()",
                Integer.toString(random.nextInt(5)));
    }

    private static String pick(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static RuleCompiler compiler() {
        return new RuleCompiler(new Suggestions(), WORDS);
    }

    private static Rule rule(String source) {
        RuleCompiler.Compilation compilation = compiler().compile(source, KINDS);
        assertThat(compilation.faults()).as(source).isEmpty();
        return Objects.requireNonNull(compilation.rule());
    }
}
