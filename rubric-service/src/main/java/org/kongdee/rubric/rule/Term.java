package org.kongdee.rubric.rule;

import static java.util.stream.Collectors.joining;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.List;
import java.util.Optional;
import org.kongdee.rubric.facts.Facts;
import org.kongdee.rubric.facts.Scope;
import org.kongdee.rubric.rule.FactFunction.Call;
import org.kongdee.web.text.LocalizedText;

/**
 * One side of a comparison of numbers, for given facts.
 *
 * @param value what it amounts to
 * @param factor the constant a single fact is multiplied with, so that "have" and "need" can be
 *     told of the fact itself
 * @param label what is counted, such as the kind
 * @param unit what the number counts where that is not the items themselves, such as " channels"
 * @param constant whether it is a bare number, of which there is nothing more to tell
 */
record Term(long value, long factor, LocalizedText label, Suffix unit, boolean constant) {

    /** What follows a number; nothing if it counts items. */
    record Suffix(String en, String th) {

        static final Suffix NONE = new Suffix("", "");
    }

    static Term of(CelExpr expression, Facts facts, Scope scope, Vocabulary vocabulary) {
        if (expression.getKind() == Kind.CONSTANT) {
            long value = expression.constant().int64Value();
            return new Term(value, 1, same(Long.toString(value)), Suffix.NONE, true);
        }
        CelExpr.CelCall call = expression.call();
        return FactFunction.named(call.function())
                .map(function -> ofFact(call(function, call), facts, scope, vocabulary))
                .orElseGet(() -> ofArithmetic(call, facts, scope, vocabulary));
    }

    /**
     * Whether the expression says something of a kind of evidence; this side of a comparison is its
     * subject.
     */
    static boolean mentionsKind(CelExpr expression) {
        if (expression.getKind() != Kind.CALL) {
            return false;
        }
        CelExpr.CelCall call = expression.call();
        return FactFunction.named(call.function())
                .map(function -> function.arguments().contains(FactFunction.Argument.KIND))
                .orElseGet(() -> call.args().stream().anyMatch(Term::mentionsKind));
    }

    /**
     * The facts that the expression is, or adds up, if each of them counts sections; none if it is
     * anything else.
     */
    static List<Call> sectionCounts(CelExpr expression) {
        if (expression.getKind() != Kind.CALL) {
            return List.of();
        }
        CelExpr.CelCall call = expression.call();
        Optional<FactFunction> fact = FactFunction.named(call.function());
        if (fact.isPresent()) {
            return fact.get().countsSections() ? List.of(call(fact.get(), call)) : List.of();
        }
        if (!call.function().equals("_+_")) {
            return List.of();
        }
        List<List<Call>> sides = call.args().stream().map(Term::sectionCounts).toList();
        return sides.stream().anyMatch(List::isEmpty)
                ? List.of()
                : sides.stream().flatMap(List::stream).toList();
    }

    /** The call of a fact function, read from the expression. */
    static Call call(FactFunction function, CelExpr.CelCall call) {
        return Call.of(function, call.args().stream().map(Term::literal).toList());
    }

    private static Object literal(CelExpr argument) {
        return switch (argument.getKind()) {
            case LIST -> argument.list().elements().stream().map(Term::literal).toList();
            case CALL -> literal(argument.call().args().getFirst());
            case CONSTANT ->
                    switch (argument.constant().getKind()) {
                        case INT64_VALUE -> argument.constant().int64Value();
                        default -> argument.constant().stringValue();
                    };
            default -> throw new IllegalStateException("unchecked argument");
        };
    }

    private static Term ofFact(Call call, Facts facts, Scope scope, Vocabulary vocabulary) {
        LocalizedText label =
                call.function() == FactFunction.SECTION_TOTAL
                        ? new LocalizedText("all sections", "ทุกส่วน/ฝ่าย")
                        : vocabulary.kind(call.kind());
        return new Term(call.number(facts, scope), 1, label, unit(call, scope, vocabulary), false);
    }

    private static Suffix unit(Call call, Scope scope, Vocabulary vocabulary) {
        return switch (call.function()) {
            case COUNT, SECTION_TOTAL, EARLIEST, LATEST, BY -> Suffix.NONE;
            case COUNT_WITH ->
                    new Suffix(
                            call.fields().stream()
                                    .map(field -> vocabulary.field(field).en())
                                    .collect(joining(", ", " with ", "")),
                            call.fields().stream()
                                    .map(field -> vocabulary.field(field).th())
                                    .collect(joining(", ", " ที่ระบุ ", "")));
            case CHANNELS -> new Suffix(" channels", " ช่องทาง");
            case SECTIONS -> new Suffix(" sections", " ส่วน/ฝ่าย");
            case SECTIONS_WITH ->
                    new Suffix(
                            " sections with at least " + call.number(),
                            " ส่วน/ฝ่ายที่มีอย่างน้อย " + call.number());
            case SECTIONS_BY ->
                    new Suffix(
                            " sections by " + call.cycleDay(scope),
                            " ส่วน/ฝ่าย ภายใน " + Dates.thai(call.cycleDay(scope)));
            case MONTHS -> new Suffix(" months in a row", " เดือนต่อเนื่อง");
        };
    }

    private static Term ofArithmetic(
            CelExpr.CelCall call, Facts facts, Scope scope, Vocabulary vocabulary) {
        List<Term> terms =
                call.args().stream()
                        .map(argument -> of(argument, facts, scope, vocabulary))
                        .toList();
        Term left = terms.getFirst();
        Term right = terms.getLast();
        return switch (call.function()) {
            case "_+_" -> combined(Math.addExact(left.value, right.value), left, "+", right);
            case "_-_" -> combined(Math.subtractExact(left.value, right.value), left, "-", right);
            case "_*_" -> product(left, right);
            case "-_" ->
                    new Term(
                            Math.negateExact(left.value),
                            1,
                            new LocalizedText("-" + left.label.en(), "-" + left.label.th()),
                            Suffix.NONE,
                            left.constant);
            default -> throw new IllegalStateException("unchecked operator " + call.function());
        };
    }

    private static Term product(Term left, Term right) {
        long value = Math.multiplyExact(left.value, right.value);
        if (right.constant && right.value > 0 && !left.constant) {
            return left.times(value, right.value);
        }
        if (left.constant && left.value > 0 && !right.constant) {
            return right.times(value, left.value);
        }
        return combined(value, left, "×", right);
    }

    /** What the needed number stands for, where it is not simply a number: " (all sections)". */
    Suffix asBound() {
        return constant
                ? Suffix.NONE
                : new Suffix(" (" + label.en() + ")", " (" + label.th() + ")");
    }

    private Term times(long product, long by) {
        return new Term(product, Math.multiplyExact(factor, by), label, unit, false);
    }

    private static Term combined(long value, Term left, String sign, Term right) {
        return new Term(
                value,
                1,
                new LocalizedText(
                        left.label.en() + " " + sign + " " + right.label.en(),
                        left.label.th() + " " + sign + " " + right.label.th()),
                left.unit.equals(right.unit) ? left.unit : Suffix.NONE,
                left.constant && right.constant);
    }

    private static LocalizedText same(String text) {
        return new LocalizedText(text, text);
    }
}
