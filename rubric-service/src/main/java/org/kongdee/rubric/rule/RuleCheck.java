package org.kongdee.rubric.rule;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kongdee.web.text.Message;
import org.kongdee.web.text.Text;

/**
 * Checks that a parsed rule keeps to the language of rules: comparisons of facts and whole numbers,
 * joined by {@code &&}, {@code ||} and {@code !}, with literal arguments. What is left of CEL
 * outside of this would only make rules that cannot be explained to the people they score.
 */
final class RuleCheck {

    static final Set<String> COMPARISONS = Set.of("_==_", "_!=_", "_<_", "_<=_", "_>_", "_>=_");
    private static final Set<String> LOGIC = Set.of("_&&_", "_||_", "!_");
    private static final Set<String> ARITHMETIC = Set.of("_+_", "_-_", "_*_", "-_");

    private static final long LARGEST = 1_000_000;

    /** A kind that the rule names, and where. */
    record Name(String code, int offset) {}

    private final CelAbstractSyntaxTree tree;
    private final Suggestions suggestions;
    private final List<RuleFault> faults = new ArrayList<>();
    private final List<Name> kinds = new ArrayList<>();
    private final List<Name> fields = new ArrayList<>();
    private final Set<MonthDay> monthDays = new HashSet<>();

    RuleCheck(CelAbstractSyntaxTree tree, Suggestions suggestions) {
        this.tree = tree;
        this.suggestions = suggestions;
        check(tree.getExpr());
    }

    List<RuleFault> faults() {
        return List.copyOf(faults);
    }

    List<Name> kinds() {
        return List.copyOf(kinds);
    }

    List<Name> fields() {
        return List.copyOf(fields);
    }

    Set<MonthDay> monthDays() {
        return Set.copyOf(monthDays);
    }

    /**
     * What compares neither two numbers nor a date of evidence with a day is CEL, but no reason
     * could be given for it.
     */
    static List<RuleFault> oddComparisons(CelAbstractSyntaxTree typed) {
        List<RuleFault> faults = new ArrayList<>();
        collectOddComparisons(typed, typed.getExpr(), faults);
        return faults;
    }

    private static void collectOddComparisons(
            CelAbstractSyntaxTree typed, CelExpr expression, List<RuleFault> faults) {
        if (expression.getKind() != CelExpr.ExprKind.Kind.CALL) {
            return;
        }
        List<CelExpr> arguments = expression.call().args();
        if (COMPARISONS.contains(expression.call().function())) {
            CelType type = typed.getTypeOrThrow(arguments.getFirst().id());
            boolean numbers = type.equals(SimpleType.INT);
            boolean dates = type.equals(SimpleType.TIMESTAMP);
            if (!numbers && !dates) {
                faults.add(
                        new RuleFault(
                                offset(typed, expression),
                                Message.of("a comparison is of whole numbers or of dates")));
            } else if (dates && arguments.stream().noneMatch(Term::mentionsKind)) {
                faults.add(
                        new RuleFault(
                                offset(typed, expression),
                                Message.of(
                                        "a comparison of dates needs the date of a kind of evidence, such as earliest(\"plan\")")));
            }
        }
        arguments.forEach(argument -> collectOddComparisons(typed, argument, faults));
    }

    private void check(CelExpr expression) {
        switch (expression.getKind()) {
            case CONSTANT -> checkConstant(expression);
            case CALL -> checkCall(expression);
            case NOT_SET, IDENT, SELECT, LIST, STRUCT, MAP, COMPREHENSION ->
                    fault(
                            expression,
                            Message.of(
                                    "a rule is made of facts, whole numbers, comparisons, &&, || and ! only"));
        }
    }

    private void checkConstant(CelExpr expression) {
        CelConstant constant = expression.constant();
        switch (constant.getKind()) {
            case BOOLEAN_VALUE -> {}
            case INT64_VALUE -> {
                if (Math.abs(constant.int64Value()) > LARGEST) {
                    fault(expression, Message.of("a number in a rule is at most %d", LARGEST));
                }
            }
            case NOT_SET,
                    NULL_VALUE,
                    UINT64_VALUE,
                    DOUBLE_VALUE,
                    STRING_VALUE,
                    BYTES_VALUE,
                    DURATION_VALUE,
                    TIMESTAMP_VALUE ->
                    fault(expression, Message.of("only whole numbers can be compared with a fact"));
        }
    }

    private void checkCall(CelExpr expression) {
        CelExpr.CelCall call = expression.call();
        if (call.target().isPresent()) {
            fault(
                    expression,
                    Message.of("\"%s\" is a method or a macro; rules have none", call.function()));
            return;
        }
        Optional<FactFunction> fact = FactFunction.named(call.function());
        if (fact.isPresent()) {
            checkFact(expression, fact.get());
        } else if (COMPARISONS.contains(call.function())
                || LOGIC.contains(call.function())
                || ARITHMETIC.contains(call.function())) {
            call.args().forEach(this::check);
        } else {
            fault(expression, unknownFunction(call.function()));
        }
    }

    private Message unknownFunction(String name) {
        if (!Character.isLetter(name.charAt(0))) {
            return Message.of("rules do not have the operator %s", name.replace("_", " ").strip());
        }
        List<String> known =
                Arrays.stream(FactFunction.values()).map(FactFunction::celName).toList();
        return Message.of("unknown function \"%s\"", name).then(suggestions.of(name, known));
    }

    private void checkFact(CelExpr expression, FactFunction function) {
        List<CelExpr> arguments = expression.call().args();
        if (arguments.size() != function.arguments().size()) {
            fault(expression, otherArguments(function, arguments.size()));
            return;
        }
        for (int i = 0; i < arguments.size(); i++) {
            checkArgument(function.arguments().get(i), arguments.get(i));
        }
    }

    private static Message otherArguments(FactFunction function, int given) {
        int taken = function.arguments().size();
        return taken == 1
                ? Message.of("%s takes 1 argument, but has %d", function.celName(), given)
                : Message.of("%s takes %d arguments, but has %d", function.celName(), taken, given);
    }

    private void checkArgument(FactFunction.Argument expected, CelExpr argument) {
        switch (expected) {
            case KIND ->
                    text(argument)
                            .ifPresentOrElse(
                                    kind -> kinds.add(new Name(kind, offset(tree, argument))),
                                    () ->
                                            fault(
                                                    argument,
                                                    Message.of(
                                                            "the code of a kind is expected here, in quotes")));
            case FIELDS -> {
                if (isListOfTexts(argument)) {
                    argument.list().elements().forEach(this::checkField);
                } else {
                    fault(
                            argument,
                            Message.of(
                                    "a list of fields is expected here, such as [\"director\"]"));
                }
            }
            case NUMBER -> {
                if (!isPositive(argument)) {
                    fault(
                            argument,
                            Message.of("a whole number from 1 to %d is expected here", LARGEST));
                }
            }
            case MONTH_DAY ->
                    monthDay(argument)
                            .ifPresentOrElse(
                                    monthDays::add,
                                    () ->
                                            fault(
                                                    argument,
                                                    Message.of(
                                                            "a month and day such as \"--11-30\" is expected here")));
        }
    }

    private static boolean isListOfTexts(CelExpr argument) {
        return argument.getKind() == CelExpr.ExprKind.Kind.LIST
                && !argument.list().elements().isEmpty()
                && argument.list().elements().stream().allMatch(e -> text(e).isPresent());
    }

    /** Kinds are those of the criterion, whatever is written; fields may be any that are text. */
    private void checkField(CelExpr field) {
        text(field)
                .ifPresent(
                        code ->
                                Text.LINE
                                        .fault(code)
                                        .ifPresentOrElse(
                                                problem ->
                                                        fault(
                                                                field,
                                                                Message.of(
                                                                        "the name of the field %s",
                                                                        problem)),
                                                () ->
                                                        fields.add(
                                                                new Name(
                                                                        code,
                                                                        offset(tree, field)))));
    }

    private static boolean isPositive(CelExpr argument) {
        return argument.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                && argument.constant().getKind() == CelConstant.Kind.INT64_VALUE
                && argument.constant().int64Value() >= 1
                && argument.constant().int64Value() <= LARGEST;
    }

    private static Optional<MonthDay> monthDay(CelExpr argument) {
        CelExpr literal =
                argument.getKind() == CelExpr.ExprKind.Kind.CALL
                                && argument.call().function().equals(FactFunction.BY.celName())
                                && argument.call().args().size() == 1
                        ? argument.call().args().getFirst()
                        : argument;
        return text(literal).flatMap(RuleCheck::parseMonthDay);
    }

    private static Optional<MonthDay> parseMonthDay(String text) {
        try {
            return Optional.of(MonthDay.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(CelExpr expression) {
        return expression.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                        && expression.constant().getKind() == CelConstant.Kind.STRING_VALUE
                ? Optional.of(expression.constant().stringValue())
                : Optional.empty();
    }

    private void fault(CelExpr expression, Message message) {
        faults.add(new RuleFault(offset(tree, expression), message));
    }

    private static int offset(CelAbstractSyntaxTree tree, CelExpr expression) {
        return tree.getSource().getPositionsMap().getOrDefault(expression.id(), 0);
    }
}
