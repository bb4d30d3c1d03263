package org.kongdee.rubric.rule;

import static java.util.stream.Collectors.joining;

import dev.cel.common.ast.CelExpr;
import java.time.LocalDate;
import java.util.List;
import org.kongdee.rubric.facts.Facts;
import org.kongdee.rubric.facts.Scope;
import org.kongdee.web.text.LocalizedText;

/**
 * Puts a rule into words for given facts: the comparisons that decide, each as "kind: have 1, need
 * 2". Of conditions joined by {@code &&} those are told that fail (all, if none does); of
 * conditions joined by {@code ||} those that hold (all, if none does).
 */
final class Explanation {

    /** A condition is neither met nor unmet if it needs what cannot be told. */
    enum Truth {
        MET,
        UNMET,
        UNKNOWN
    }

    record Told(Truth truth, LocalizedText text) {

        boolean is(Truth other) {
            return truth == other;
        }
    }

    private final Facts facts;
    private final Scope scope;
    private final Vocabulary vocabulary;

    Explanation(Facts facts, Scope scope, Vocabulary vocabulary) {
        this.facts = facts;
        this.scope = scope;
        this.vocabulary = vocabulary;
    }

    Told of(CelExpr expression) {
        if (expression.getKind() == CelExpr.ExprKind.Kind.CONSTANT) {
            return expression.constant().booleanValue()
                    ? new Told(Truth.MET, new LocalizedText("always", "เสมอ"))
                    : new Told(Truth.UNMET, new LocalizedText("never", "ไม่มีกรณีใด"));
        }
        CelExpr.CelCall call = expression.call();
        return switch (call.function()) {
            case "_&&_" -> allOf(call.args().stream().map(this::of).toList());
            case "_||_" -> anyOf(call.args().stream().map(this::of).toList());
            case "!_" -> not(of(call.args().getFirst()));
            default -> comparison(call);
        };
    }

    private static Told allOf(List<Told> conditions) {
        List<Told> failing = conditions.stream().filter(c -> !c.is(Truth.MET)).toList();
        Truth truth =
                failing.isEmpty()
                        ? Truth.MET
                        : failing.stream().anyMatch(c -> c.is(Truth.UNMET))
                                ? Truth.UNMET
                                : Truth.UNKNOWN;
        return new Told(truth, joined(failing.isEmpty() ? conditions : failing, "; ", "; "));
    }

    private static Told anyOf(List<Told> conditions) {
        List<Told> holding = conditions.stream().filter(c -> c.is(Truth.MET)).toList();
        Truth truth =
                !holding.isEmpty()
                        ? Truth.MET
                        : conditions.stream().anyMatch(c -> c.is(Truth.UNKNOWN))
                                ? Truth.UNKNOWN
                                : Truth.UNMET;
        return new Told(truth, joined(holding.isEmpty() ? conditions : holding, " or ", " หรือ "));
    }

    private static Told not(Told condition) {
        Truth truth =
                switch (condition.truth) {
                    case MET -> Truth.UNMET;
                    case UNMET -> Truth.MET;
                    case UNKNOWN -> Truth.UNKNOWN;
                };
        return new Told(
                truth,
                new LocalizedText(
                        "not (" + condition.text.en() + ")",
                        "ไม่ใช่ (" + condition.text.th() + ")"));
    }

    private static LocalizedText joined(List<Told> conditions, String en, String th) {
        return new LocalizedText(
                conditions.stream().map(c -> c.text.en()).distinct().collect(joining(en)),
                conditions.stream().map(c -> c.text.th()).distinct().collect(joining(th)));
    }

    private Told comparison(CelExpr.CelCall call) {
        CelExpr left = call.args().getFirst();
        CelExpr right = call.args().getLast();
        Operator operator = Operator.of(call.function());
        boolean flipped = Term.mentionsKind(right) && !Term.mentionsKind(left);
        CelExpr subject = flipped ? right : left;
        CelExpr bound = flipped ? left : right;
        try {
            return isDate(subject)
                    ? dates(subject.call(), flipped ? operator.flipped() : operator, bound.call())
                    : numbers(subject, flipped ? operator.flipped() : operator, bound);
        } catch (CannotTell unknown) {
            return new Told(Truth.UNKNOWN, unknown.reason(vocabulary));
        } catch (ArithmeticException overflow) {
            return new Told(
                    Truth.UNKNOWN,
                    new LocalizedText("the numbers are too large", "ตัวเลขมีค่ามากเกินไป"));
        }
    }

    private Told numbers(CelExpr subject, Operator operator, CelExpr bound) {
        Term have = Term.of(subject, facts, scope, vocabulary);
        Term need = Term.of(bound, facts, scope, vocabulary);
        // Of sectionsWith("flow-chart", 2) * 2 >= sectionTotal() with nine sections the reader
        // needs "have 4, need 5".
        boolean scaled = operator == Operator.AT_LEAST;
        long factor = scaled ? have.factor() : 1;
        LocalizedText needed = operator.needs(Math.ceilDiv(need.value(), factor), have.unit());
        long had = have.value() / factor;
        boolean holds = operator.holds(Long.compare(have.value(), need.value()));
        Term.Suffix lacking =
                !holds && (scaled || operator == Operator.EQUAL) && had < need.value()
                        ? lacking(subject, need.value())
                        : Term.Suffix.NONE;
        return new Told(
                truth(holds),
                new LocalizedText(
                        "%s: have %d, %s%s%s"
                                .formatted(
                                        have.label().en(),
                                        had,
                                        needed.en(),
                                        need.asBound().en(),
                                        lacking.en()),
                        "%s: มี %d %s%s%s"
                                .formatted(
                                        have.label().th(),
                                        had,
                                        needed.th(),
                                        need.asBound().th(),
                                        lacking.th())));
    }

    /** Where every section must show something, which ones have not. */
    private Term.Suffix lacking(CelExpr subject, long need) {
        List<FactFunction.Call> shown = Term.sectionCounts(subject);
        if (shown.isEmpty() || need != scope.sections().size()) {
            return Term.Suffix.NONE;
        }
        List<LocalizedText> titles =
                scope.sections().stream()
                        .sorted()
                        .filter(section -> shown.stream().noneMatch(it -> isShownBy(section, it)))
                        .map(scope::title)
                        .toList();
        if (titles.isEmpty()) {
            return Term.Suffix.NONE;
        }
        return new Term.Suffix(
                titles.stream().map(LocalizedText::en).collect(joining(", ", "; not yet: ", "")),
                titles.stream().map(LocalizedText::th).collect(joining(", ", " ยังขาด: ", "")));
    }

    private boolean isShownBy(String section, FactFunction.Call count) {
        return count.number(facts, scope.of(section)) > 0;
    }

    private Told dates(CelExpr.CelCall subject, Operator operator, CelExpr.CelCall bound) {
        FactFunction.Call fact = factOf(subject);
        LocalDate need = factOf(bound).date(facts, scope);
        LocalizedText needed = operator.needs(need);
        LocalizedText kind = vocabulary.kind(fact.kind());
        if (facts.of(fact.kind()).isEmpty()) {
            return new Told(
                    Truth.UNKNOWN,
                    new LocalizedText(
                            kind.en() + ": no evidence yet, " + needed.en(),
                            kind.th() + ": ยังไม่มีหลักฐาน " + needed.th()));
        }
        LocalDate have = fact.date(facts, scope);
        boolean first = fact.function() == FactFunction.EARLIEST;
        return new Told(
                truth(operator.holds(have.compareTo(need))),
                new LocalizedText(
                        "%s: %s on %s, %s"
                                .formatted(kind.en(), first ? "first" : "last", have, needed.en()),
                        "%s: %s %s %s"
                                .formatted(
                                        kind.th(),
                                        first ? "ครั้งแรก" : "ครั้งล่าสุด",
                                        Dates.thai(have),
                                        needed.th())));
    }

    private static boolean isDate(CelExpr side) {
        return side.getKind() == CelExpr.ExprKind.Kind.CALL
                && FactFunction.named(side.call().function())
                        .filter(FactFunction::isDate)
                        .isPresent();
    }

    private static FactFunction.Call factOf(CelExpr.CelCall call) {
        return Term.call(FactFunction.named(call.function()).orElseThrow(), call);
    }

    private static Truth truth(boolean met) {
        return met ? Truth.MET : Truth.UNMET;
    }
}
