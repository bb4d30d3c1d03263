package org.kongdee.rubric.document;

import java.nio.charset.CharacterCodingException;
import java.util.List;
import org.kongdee.rubric.document.Reading.Accepted;
import org.kongdee.rubric.document.Reading.Refused;
import org.kongdee.rubric.document.Tree.Mapping;
import org.kongdee.rubric.rule.RuleCompiler;
import org.kongdee.rubric.rule.Suggestions;
import org.kongdee.rubric.rule.Vocabulary;
import org.kongdee.web.text.Message;
import org.kongdee.web.text.Utf8;

/**
 * Reads documents of one kind, in YAML or JSON.
 *
 * <p>Reading never fails with an exception, whatever the input: it either gives what the document
 * says, with what is odd about it, or every fault of the document at once, in the order of their
 * places. Only where the text cannot be read at all, or its size, depth or {@link Budget} is out of
 * bounds, it ends at the first fault; and of very many faults the first are told, and how many more
 * there are.
 */
abstract class DocumentReader<T> {

    /** The largest document, in bytes. */
    static final int MAX_BYTES = 1 << 20;

    static final int MOST_FAULTS = 1_000;
    static final int MOST_WARNINGS = 100;

    private final SchemaCheck schema;

    DocumentReader(SchemaCheck schema) {
        this.schema = schema;
    }

    Reading<T> read(byte[] document) {
        if (document.length > MAX_BYTES) {
            return refused(Message.of("a document has at most %d bytes", MAX_BYTES));
        }
        try {
            return read(Utf8.decode(document));
        } catch (CharacterCodingException e) {
            return refused(Message.of("the document is not UTF-8"));
        }
    }

    /**
     * The same of a text that is decoded already; of any length, since what is written of a
     * document may be longer than the document was.
     */
    Reading<T> read(String document) {
        var faults = new Faults(MOST_FAULTS);
        Tree read = TreeReader.read(document, faults);
        if (read == null) {
            return refused(faults);
        }
        Tree tree = meant(read);
        var suggestions = new Suggestions();
        schema.check(tree, suggestions)
                .forEach(it -> faults.add(it.path(), tree.placeOf(it.path()), it.message()));
        var compiler = new RuleCompiler(suggestions, vocabulary(tree));
        if (tree instanceof Mapping root) {
            check(root, new Checking(compiler, suggestions, new RulePlaces(document), faults));
        }
        if (!faults.isEmpty()) {
            return refused(faults);
        }
        T content = bind((Mapping) tree, compiler);
        var odd = new Faults(MOST_WARNINGS);
        lint(content).forEach(it -> odd.add(it.path(), tree.placeOf(it.path()), it.message()));
        return new Accepted<>(content, Warning.of(odd));
    }

    /** What the author of a tree meant by it. */
    Tree meant(Tree read) {
        return read;
    }

    /** What the rules of the document may name, also if it has faults. */
    abstract Vocabulary vocabulary(Tree tree);

    /** Finds what the schema cannot say. */
    abstract void check(Mapping root, Checking checking);

    /** Makes what it says of a document in which no check found a fault. */
    abstract T bind(Mapping root, RuleCompiler compiler);

    /** What is legal but odd. */
    abstract List<Lint.Finding> lint(T content);

    private Refused<T> refused(Message message) {
        return new Refused<>(List.of(new Fault("", 1, 1, message)), 0);
    }

    private Refused<T> refused(Faults faults) {
        return new Refused<>(faults.first(), faults.more());
    }
}
