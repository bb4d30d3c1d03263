package org.kongdee.rubric.rule;

import dev.cel.common.ast.CelExpr;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.time.MonthDay;
import java.util.Map;
import java.util.Set;
import org.kongdee.rubric.facts.Facts;
import org.kongdee.rubric.facts.Scope;

/**
 * A compiled rule: the CEL expression that says what the evidence of a criterion must show.
 *
 * <p>A rule never fails. Where it needs something that cannot be told (the number of sections of a
 * unit that has none, the first date of a kind without evidence) it is unmet; but CEL's {@code ||}
 * and {@code &&} don't look at what does not decide, so {@code a || b} is met by {@code a} alone,
 * whatever is missing for {@code b}.
 *
 * <p>Two rules are equal if their texts are. Rules are immutable and may be used by many threads.
 */
public final class Rule {

    private final String source;
    private final CelExpr expression;
    private final CelRuntime.Program program;
    private final Set<String> kinds;
    private final Set<MonthDay> monthDays;
    private final Vocabulary vocabulary;

    Rule(
            String source,
            CelExpr expression,
            CelRuntime.Program program,
            Set<String> kinds,
            Set<MonthDay> monthDays,
            Vocabulary vocabulary) {
        this.source = source;
        this.expression = expression;
        this.program = program;
        this.kinds = Set.copyOf(kinds);
        this.monthDays = Set.copyOf(monthDays);
        this.vocabulary = vocabulary;
    }

    /** The text as the author wrote it. */
    public String source() {
        return source;
    }

    /** The kinds of evidence it asks for. */
    public Set<String> kinds() {
        return kinds;
    }

    /** The month-days the rule names; each must fall into the cycle that uses it. */
    public Set<MonthDay> monthDays() {
        return monthDays;
    }

    CelExpr expression() {
        return expression;
    }

    public boolean isMet(Facts facts, Scope scope) {
        try {
            return (Boolean) program.eval(Map.of(), RuleLanguage.bindings(facts, scope));
        } catch (CelEvaluationException unknown) {
            return false;
        }
    }

    /** Whether the rule is met, with the comparisons that decided. */
    public Verdict verdict(Facts facts, Scope scope) {
        return new Verdict(
                isMet(facts, scope),
                new Explanation(facts, scope, vocabulary).of(expression).text());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rule rule && source.equals(rule.source);
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }

    @Override
    public String toString() {
        return source;
    }
}
