package org.kongdee.rubric.rule;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelSource;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.runtime.CelEvaluationException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.text.Message;

/**
 * Compiles rules and says everything that is wrong with one. A rubric repeats its rules a lot, so a
 * compiler remembers what it compiled; use one for each document, and in one thread.
 */
public final class RuleCompiler {

    /** A rule, or the faults that keep it from being one. */
    public record Compilation(@Nullable Rule rule, List<RuleFault> faults) {

        public Compilation {
            faults = List.copyOf(faults);
        }
    }

    /** What does not depend on the criterion: the rule if the text is one, and what it names. */
    private record Compiled(
            @Nullable Rule rule, List<RuleFault> faults, List<RuleCheck.Name> kinds) {}

    private final Map<String, Compiled> bySource = new HashMap<>();
    private final Suggestions suggestions;
    private final Vocabulary vocabulary;

    /**
     * @param suggestions of the document
     * @param vocabulary of the rubric: rules name no fields but those in it
     */
    public RuleCompiler(Suggestions suggestions, Vocabulary vocabulary) {
        this.suggestions = suggestions;
        this.vocabulary = vocabulary;
    }

    /**
     * Compiles a rule of a criterion that takes these kinds of evidence; one without kinds takes
     * any.
     */
    public Compilation compile(String source, Set<String> kinds) {
        Compiled compiled = bySource.computeIfAbsent(source, this::compile);
        List<RuleFault> faults =
                Stream.concat(
                                compiled.faults.stream(),
                                compiled.kinds.stream()
                                        .filter(
                                                named ->
                                                        !kinds.isEmpty()
                                                                && !kinds.contains(named.code()))
                                        .map(named -> unknownKind(named, kinds)))
                        .sorted(Comparator.comparingInt(RuleFault::offset))
                        .toList();
        return new Compilation(faults.isEmpty() ? compiled.rule : null, faults);
    }

    private RuleFault unknownKind(RuleCheck.Name named, Set<String> kinds) {
        return new RuleFault(
                named.offset(),
                Message.of("kind \"%s\" is not among the kinds of the criterion", named.code())
                        .then(suggestions.of(named.code(), kinds)));
    }

    private Stream<RuleFault> unknownFields(RuleCheck check) {
        return check.fields().stream()
                .filter(named -> !vocabulary.fields().containsKey(named.code()))
                .map(this::unknownField);
    }

    private RuleFault unknownField(RuleCheck.Name named) {
        return new RuleFault(
                named.offset(),
                Message.of("field \"%s\" is not among the fields of the rubric", named.code())
                        .then(suggestions.of(named.code(), vocabulary.fields().keySet())));
    }

    private Compiled compile(String source) {
        if (source.codePointCount(0, source.length()) > RuleLanguage.MAX_LENGTH) {
            return failed(
                    List.of(
                            new RuleFault(
                                    0,
                                    Message.of(
                                            "a rule has at most %d characters",
                                            RuleLanguage.MAX_LENGTH))));
        }
        CelValidationResult parsed = RuleLanguage.COMPILER.parse(source);
        if (parsed.hasError()) {
            return failed(faults(parsed));
        }
        try {
            CelAbstractSyntaxTree tree = parsed.getAst();
            RuleCheck check = new RuleCheck(tree, suggestions);
            List<RuleFault> faults =
                    Stream.concat(check.faults().stream(), unknownFields(check)).toList();
            if (!faults.isEmpty()) {
                return new Compiled(null, faults, check.kinds());
            }
            CelValidationResult checked = RuleLanguage.COMPILER.check(tree);
            if (checked.hasError()) {
                return new Compiled(null, faults(checked), check.kinds());
            }
            CelAbstractSyntaxTree typed = checked.getAst();
            List<RuleFault> odd = RuleCheck.oddComparisons(typed);
            if (!odd.isEmpty()) {
                return new Compiled(null, odd, check.kinds());
            }
            Rule rule =
                    new Rule(
                            source,
                            typed.getExpr(),
                            RuleLanguage.RUNTIME.createProgram(typed),
                            check.kinds().stream()
                                    .map(RuleCheck.Name::code)
                                    .collect(toUnmodifiableSet()),
                            check.monthDays(),
                            vocabulary);
            return new Compiled(rule, List.of(), check.kinds());
        } catch (CelValidationException | CelEvaluationException e) {
            return failed(List.of(new RuleFault(0, noRule(e.getMessage()))));
        }
    }

    private static Compiled failed(List<RuleFault> faults) {
        return new Compiled(null, faults, List.of());
    }

    private static List<RuleFault> faults(CelValidationResult result) {
        return result.getErrors().stream().map(issue -> fault(issue, result.getSource())).toList();
    }

    private static RuleFault fault(CelIssue issue, CelSource source) {
        int offset = source.getLocationOffset(issue.getSourceLocation()).orElse(0);
        return new RuleFault(offset, noRule(issue.getMessage()));
    }

    /** CEL says in English what is wrong. */
    private static Message noRule(@Nullable String why) {
        return Message.of("this is no rule: %s", why);
    }
}
