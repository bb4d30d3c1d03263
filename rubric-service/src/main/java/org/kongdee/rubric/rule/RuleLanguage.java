package org.kongdee.rubric.rule;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelLateFunctionBindings;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kongdee.rubric.facts.Facts;
import org.kongdee.rubric.facts.Scope;

/**
 * CEL as rules use it: no variables, no macros, and the fact functions. CEL has no dates, so a day
 * is the timestamp of its midnight in UTC; rules only compare them with each other.
 */
final class RuleLanguage {

    /** The longest rule, in characters. */
    static final int MAX_LENGTH = 1_000;

    private static final int MAX_DEPTH = 32;

    private static final CelOptions OPTIONS =
            CelOptions.current()
                    .maxExpressionCodePointSize(MAX_LENGTH)
                    .maxParseRecursionDepth(MAX_DEPTH)
                    .maxParseErrorRecoveryLimit(1)
                    .comprehensionMaxIterations(0)
                    .build();

    private static final List<Overload> OVERLOADS =
            Arrays.stream(FactFunction.values())
                    .flatMap(function -> overloads(function).stream())
                    .toList();

    static final CelCompiler COMPILER =
            CelCompilerFactory.standardCelCompilerBuilder()
                    .setOptions(OPTIONS)
                    .addFunctionDeclarations(
                            Arrays.stream(FactFunction.values())
                                    .map(RuleLanguage::declaration)
                                    .toList())
                    .setResultType(SimpleType.BOOL)
                    .build();

    static final CelRuntime RUNTIME =
            CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(OPTIONS).build();

    private RuleLanguage() {}

    /** The functions, reading these facts. */
    static CelLateFunctionBindings bindings(Facts facts, Scope scope) {
        return CelLateFunctionBindings.from(
                OVERLOADS.stream()
                        .map(
                                overload ->
                                        CelFunctionBinding.from(
                                                overload.id,
                                                overload.classes,
                                                arguments ->
                                                        value(
                                                                overload.function,
                                                                arguments,
                                                                facts,
                                                                scope)))
                        .toList());
    }

    private static Object value(
            FactFunction function, Object[] arguments, Facts facts, Scope scope) {
        List<?> literals =
                Arrays.stream(arguments)
                        .map(
                                a ->
                                        a instanceof Instant i
                                                ? LocalDate.ofInstant(i, ZoneOffset.UTC)
                                                : a)
                        .toList();
        Object value = FactFunction.Call.of(function, literals).value(facts, scope);
        return value instanceof LocalDate date
                ? date.atStartOfDay(ZoneOffset.UTC).toInstant()
                : value;
    }

    private record Overload(
            FactFunction function, String id, List<CelType> types, List<Class<?>> classes) {}

    /** A month-day is written as a literal, or as {@code by} of one. */
    private static List<Overload> overloads(FactFunction function) {
        List<Overload> overloads = new ArrayList<>();
        overloads.add(overload(function, function.celName(), SimpleType.STRING, String.class));
        if (function == FactFunction.SECTIONS_BY) {
            overloads.add(
                    overload(
                            function,
                            function.celName() + "_date",
                            SimpleType.TIMESTAMP,
                            Instant.class));
        }
        return overloads;
    }

    private static Overload overload(
            FactFunction function, String id, CelType dayType, Class<?> dayClass) {
        List<CelType> types = new ArrayList<>();
        List<Class<?>> classes = new ArrayList<>();
        for (FactFunction.Argument argument : function.arguments()) {
            switch (argument) {
                case KIND -> {
                    types.add(SimpleType.STRING);
                    classes.add(String.class);
                }
                case FIELDS -> {
                    types.add(ListType.create(SimpleType.STRING));
                    classes.add(List.class);
                }
                case NUMBER -> {
                    types.add(SimpleType.INT);
                    classes.add(Long.class);
                }
                case MONTH_DAY -> {
                    types.add(dayType);
                    classes.add(dayClass);
                }
            }
        }
        return new Overload(function, id, types, classes);
    }

    private static CelFunctionDecl declaration(FactFunction function) {
        CelType result = function.isDate() ? SimpleType.TIMESTAMP : SimpleType.INT;
        return CelFunctionDecl.newFunctionDeclaration(
                function.celName(),
                overloads(function).stream()
                        .map(o -> CelOverloadDecl.newGlobalOverload(o.id, result, o.types))
                        .toList());
    }
}
