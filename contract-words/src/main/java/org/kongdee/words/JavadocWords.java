package org.kongdee.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.StandardLocation;

/**
 * Writes the Javadoc of every record and enum into {@value #RESOURCE}, beside their classes: what a
 * type is under its binary name, a component of a record under {@code name#component}. The contract
 * of a service takes its descriptions from there. Incremental builds compile a module whole, so the
 * file is whole too.
 */
@SupportedAnnotationTypes("*")
public final class JavadocWords extends AbstractProcessor {

    static final String RESOURCE = "META-INF/kongdee/javadoc.properties";

    private final Map<String, String> words = new TreeMap<>();

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        ElementFilter.typesIn(round.getRootElements()).forEach(this::read);
        if (round.processingOver() && !words.isEmpty()) {
            write();
        }
        return false;
    }

    private void read(TypeElement type) {
        switch (type.getKind()) {
            case RECORD, ENUM -> {
                String name = processingEnv.getElementUtils().getBinaryName(type).toString();
                String comment = processingEnv.getElementUtils().getDocComment(type);
                if (comment != null) {
                    Javadoc javadoc = Javadoc.of(comment);
                    words.put(name, javadoc.summary());
                    javadoc.params().forEach((param, text) -> words.put(name + "#" + param, text));
                }
            }
            default -> {}
        }
        for (Element nested : type.getEnclosedElements()) {
            if (nested instanceof TypeElement inner) {
                read(inner);
            }
        }
    }

    private void write() {
        try (Writer out =
                processingEnv
                        .getFiler()
                        .createResource(StandardLocation.CLASS_OUTPUT, "", RESOURCE)
                        .openWriter()) {
            for (var word : words.entrySet()) {
                out.write(word.getKey() + "=" + escaped(word.getValue()) + "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For {@link java.util.Properties}, in characters that no encoding changes. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : text.toCharArray()) {
            switch (c) {
                case '\\' -> escaped.append("\\\\");
                case '\n' -> escaped.append("\\n");
                default -> {
                    if (c >= ' ' && c < 127) {
                        escaped.append(c);
                    } else {
                        escaped.append("\\u%04x".formatted((int) c));
                    }
                }
            }
        }
        return escaped.toString();
    }
}
