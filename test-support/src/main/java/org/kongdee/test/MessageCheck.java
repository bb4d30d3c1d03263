package org.kongdee.test;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Whether everything that a service tells people can be said in Thai: each template of a message
 * that stands in its sources has a translation with the same places, and no translation is left
 * over. Messages of constraints ({@code message = "…"} in an annotation) are templates too, and
 * what {@code NotFound.of} says is not there.
 */
public final class MessageCheck {

    /** What takes a template first. */
    private static final Set<String> SAY = Set.of("Message.of", "NotFound.of");

    private static final Path CATALOGUE =
            Path.of("src/main/resources/META-INF/kongdee/messages.th.json");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern PLACE = Pattern.compile("%(?:(\\d+)\\$)?([-0,.\\d]*[a-zA-Z%])");
    private static final Pattern WORD = Pattern.compile("\\p{L}");
    private static final Pattern THAI = Pattern.compile("[\\u0E00-\\u0E7F]");

    private MessageCheck() {}

    /**
     * What is wrong with the messages of the module that is tested; empty if nothing is.
     *
     * @param shared the module whose messages every service has; null for that module itself
     */
    public static List<String> faults(@Nullable Path shared) {
        Map<String, String> own = catalogue(Path.of(""));
        Map<String, String> known = new HashMap<>(own);
        if (shared != null) {
            known.putAll(catalogue(shared));
        }
        Found found = new Found();
        if (shared != null) {
            found.constantsOf(units(shared.resolve(SOURCES)));
        }
        found.read(units(SOURCES));
        List<String> faults = new ArrayList<>(found.odd);
        for (String template : found.templates) {
            if (!hasWords(template)) {
                continue;
            }
            String thai = known.get(template);
            if (thai == null) {
                faults.add("not in Thai: " + template);
            } else if (!places(template).equals(places(thai))) {
                faults.add("other places in Thai: " + template + " | " + thai);
            } else if (!THAI.matcher(thai).find()) {
                faults.add("no Thai: " + thai);
            }
        }
        own.keySet().stream()
                .filter(template -> !found.templates.contains(template))
                .forEach(template -> faults.add("said nowhere: " + template));
        return faults;
    }

    private static boolean hasWords(String template) {
        return WORD.matcher(PLACE.matcher(template).replaceAll("")).find();
    }

    /** The places by their number, with their kind. */
    private static Map<Integer, String> places(String template) {
        Map<Integer, String> places = new TreeMap<>();
        Matcher place = PLACE.matcher(template);
        int next = 1;
        while (place.find()) {
            if (!place.group(2).equals("%")) {
                int number = place.group(1) == null ? next++ : Integer.parseInt(place.group(1));
                places.put(number, place.group(2));
            }
        }
        return places;
    }

    private static Map<String, String> catalogue(Path module) {
        try {
            return new ObjectMapper()
                    .readValue(module.resolve(CATALOGUE).toFile(), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<CompilationUnitTree> units(Path sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> all = Files.walk(sources)) {
            List<Path> java = all.filter(file -> file.toString().endsWith(".java")).toList();
            Iterable<? extends JavaFileObject> units = files.getJavaFileObjectsFromPaths(java);
            JavacTask task = (JavacTask) compiler.getTask(null, files, null, null, null, units);
            var parsed = new ArrayList<CompilationUnitTree>();
            task.parse().forEach(parsed::add);
            return parsed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The templates of a module, read from its sources. */
    private static final class Found {

        private final Set<String> templates = new TreeSet<>();
        private final List<String> odd = new ArrayList<>();

        /** Of all files, by class and name. */
        private final Map<String, String> constants = new HashMap<>();

        void read(List<CompilationUnitTree> units) {
            constantsOf(units);
            for (CompilationUnitTree unit : units) {
                Map<String, String> known = new HashMap<>(constants);
                known.putAll(constants(unit));
                new Calls(known, unit.getSourceFile().getName()).scan(unit, null);
            }
        }

        void constantsOf(List<CompilationUnitTree> units) {
            for (CompilationUnitTree unit : units) {
                String file = Path.of(unit.getSourceFile().getName()).getFileName().toString();
                constants(unit)
                        .forEach(
                                (name, text) ->
                                        constants.put(file.replace(".java", "." + name), text));
            }
        }

        private static Map<String, String> constants(CompilationUnitTree unit) {
            var constants = new Constants();
            constants.scan(unit, null);
            return constants.values;
        }

        private final class Calls extends TreeScanner<@Nullable Void, @Nullable Void> {

            private final Map<String, String> constants;
            private final String file;

            Calls(Map<String, String> constants, String file) {
                this.constants = constants;
                this.file = file;
            }

            @Override
            public @Nullable Void visitMethodInvocation(
                    MethodInvocationTree call, @Nullable Void unused) {
                if (SAY.contains(call.getMethodSelect().toString())) {
                    String template = constant(call.getArguments().getFirst(), constants);
                    if (template == null) {
                        odd.add("no constant in " + file + ": " + call);
                    } else {
                        templates.add(template);
                    }
                }
                return super.visitMethodInvocation(call, unused);
            }

            @Override
            public @Nullable Void visitAnnotation(
                    AnnotationTree annotation, @Nullable Void unused) {
                for (ExpressionTree argument : annotation.getArguments()) {
                    if (argument instanceof AssignmentTree assignment
                            && assignment.getVariable().toString().equals("message")) {
                        String template = constant(assignment.getExpression(), constants);
                        if (template == null) {
                            odd.add("no constant in " + file + ": " + annotation);
                        } else {
                            templates.add(template);
                        }
                    }
                }
                return super.visitAnnotation(annotation, unused);
            }
        }
    }

    /** The texts that are constants of a file, by their names. */
    private static final class Constants extends TreeScanner<@Nullable Void, @Nullable Void> {

        private final Map<String, String> values = new HashMap<>();

        @Override
        public @Nullable Void visitVariable(VariableTree variable, @Nullable Void unused) {
            ExpressionTree value = variable.getInitializer();
            String text = value == null ? null : constant(value, values);
            if (text != null) {
                values.put(variable.getName().toString(), text);
            }
            return super.visitVariable(variable, unused);
        }
    }

    private static @Nullable String constant(Tree tree, Map<String, String> constants) {
        return switch (tree) {
            case LiteralTree literal when literal.getValue() instanceof String text -> text;
            case ParenthesizedTree inner -> constant(inner.getExpression(), constants);
            case IdentifierTree name -> constants.get(name.getName().toString());
            case MemberSelectTree name -> constants.get(name.toString());
            case BinaryTree both when both.getKind() == Tree.Kind.PLUS -> {
                String left = constant(both.getLeftOperand(), constants);
                String right = constant(both.getRightOperand(), constants);
                yield left == null || right == null ? null : left + right;
            }
            default -> null;
        };
    }
}
