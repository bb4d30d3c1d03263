package org.kongdee.rubric.document;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.document.Tree.Place;
import org.kongdee.rubric.document.Tree.Scalar;
import org.kongdee.web.text.Message;
import org.kongdee.web.text.Text;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML (of which JSON is a part) into a {@link Tree}, of bounded size and depth. Anchors,
 * aliases and tags are refused, so that a small document cannot unfold into a large one; so are
 * fields that appear twice, and numbers too long to calculate with. No number is turned into a
 * value here.
 */
final class TreeReader {

    /** Deeper than any tree of {@link MeaningCheck#MAX_DEPTH} levels needs. */
    private static final int MAX_NESTING = 40;

    /** Longer than any the format knows. With the nesting it bounds the paths that faults name. */
    private static final int MAX_NAME = 100;

    /** What is told at length, and rules that are laid out; all else is of one line. */
    private static final Pattern SEVERAL_LINES =
            Pattern.compile(
                    "/(needs|description|approach|text|result|examples/\\d+)/(en|th)$|/when$");

    private static final String UNREADABLE = "\uFFFD";

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final Pattern PLAIN_NUMBER = Pattern.compile("-?(\\d+)(?:\\.(\\d+))?");
    private static final int MAX_DIGITS = 12;
    private static final int MAX_DECIMALS = 6;

    /** Ends the reading where going on makes no sense. */
    private static final class Unreadable extends RuntimeException {

        private final String path;
        private final transient Place place;
        private final transient Message message;

        Unreadable(String path, Place place, Message message) {
            super(null, null, false, false);
            this.path = path;
            this.place = place;
            this.message = message;
        }
    }

    private final Iterator<Event> events;
    private final Faults faults;
    private final Budget budget = new Budget();

    private TreeReader(Iterator<Event> events, Faults faults) {
        this.events = events;
        this.faults = faults;
    }

    /**
     * What was read, if anything could be.
     *
     * @param faults takes what is wrong with it
     */
    static @Nullable Tree read(String text, Faults faults) {
        // In one piece: the parser cannot read a character of two halves that begins at the end of
        // its buffer.
        LoadSettings settings =
                LoadSettings.builder()
                        .setCodePointLimit(Integer.MAX_VALUE)
                        .setBufferSize(Math.max(1, text.length()))
                        .build();
        TreeReader reader =
                new TreeReader(new Parse(settings).parseString(text).iterator(), faults);
        try {
            return reader.document();
        } catch (Unreadable e) {
            faults.add(e.path, e.place, e.message);
        } catch (MarkedYamlEngineException e) {
            Place place =
                    e.getProblemMark()
                            .or(e::getContextMark)
                            .map(TreeReader::place)
                            .orElse(Place.START);
            faults.add("", place, Message.of("not readable as YAML or JSON: %s", e.getProblem()));
        } catch (ReaderException e) {
            faults.add(
                    "",
                    placeOf(text, e.getPosition()),
                    Message.of("the character U+%04X is not allowed", e.getCodePoint()));
        } catch (YamlEngineException e) {
            faults.add("", Place.START, Message.of("not readable as YAML or JSON"));
        }
        return null;
    }

    private Tree document() {
        Event event = next();
        while (event.getEventId() == Event.ID.StreamStart
                || event.getEventId() == Event.ID.DocumentStart) {
            event = next();
        }
        if (event.getEventId() == Event.ID.StreamEnd) {
            throw new Unreadable("", Place.START, Message.of("the document is empty"));
        }
        Tree tree = tree(event, "", "", 0);
        event = next();
        if (event.getEventId() == Event.ID.DocumentEnd) {
            event = next();
        }
        if (event.getEventId() != Event.ID.StreamEnd) {
            throw new Unreadable(
                    "", place(event), Message.of("one document is expected; here begins another"));
        }
        return tree;
    }

    private Event next() {
        return events.next();
    }

    /**
     * @param field that the value is of; empty for an item of a list
     */
    private Tree tree(Event event, String field, String path, int depth) {
        Place place = place(event);
        spend(Budget.VALUES, 1, path, place);
        if (depth > MAX_NESTING) {
            throw new Unreadable(
                    path,
                    place,
                    Message.of(
                            "nested more than %d deep; a rubric has at most %d levels",
                            MAX_NESTING, MeaningCheck.MAX_DEPTH));
        }
        refuseReferences(event, path);
        return switch (event) {
            case MappingStartEvent _ -> mapping(place, path, depth);
            case SequenceStartEvent _ -> sequence(place, field, path, depth);
            case ScalarEvent scalar -> scalar(scalar, field, path);
            default -> throw new Unreadable(path, place, Message.of("a value is expected"));
        };
    }

    private void spend(String what, int how, String path, Place place) {
        Message tooMany = budget.spend(what, how);
        if (tooMany != null) {
            throw new Unreadable(path, place, tooMany);
        }
    }

    private void refuseReferences(Event event, String path) {
        if (event.getEventId() == Event.ID.Alias
                || event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            throw new Unreadable(
                    path,
                    place(event),
                    Message.of(
                            "anchors and aliases (& and *) have no place here; write the value out"));
        }
        Optional<String> tag =
                switch (event) {
                    case ScalarEvent scalar -> scalar.getTag();
                    case MappingStartEvent mapping -> mapping.getTag();
                    case SequenceStartEvent sequence -> sequence.getTag();
                    default -> Optional.empty();
                };
        if (tag.isPresent()) {
            faults.add(
                    path, place(event), Message.of("tags (!) have no place here; leave them out"));
        }
    }

    private Tree mapping(Place place, String path, int depth) {
        Map<String, Tree.Field> fields = new LinkedHashMap<>();
        for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
            refuseReferences(event, path);
            if (!(event instanceof ScalarEvent scalar)) {
                throw new Unreadable(
                        path, place(event), Message.of("the name of a field must be a plain text"));
            }
            if (scalar.getValue().length() > MAX_NAME) {
                throw new Unreadable(
                        path,
                        place(event),
                        Message.of("the name of a field has at most %d characters", MAX_NAME));
            }
            String name = taken(Text.LINE, scalar.getValue(), true, path, place(event));
            String inner = path + "/" + escape(name);
            var field = new Tree.Field(place(event), tree(next(), name, inner, depth + 1));
            if (fields.putIfAbsent(name, field) != null) {
                faults.add(
                        inner,
                        place(event),
                        Message.of("the field \"%s\" appears twice", Excerpt.of(name)));
            }
        }
        return new Tree.Mapping(place, fields);
    }

    private Tree sequence(Place place, String field, String path, int depth) {
        List<Tree> items = new ArrayList<>();
        for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
            String inner = path + "/" + items.size();
            spend(field, 1, inner, place(event));
            items.add(tree(event, "", inner, depth + 1));
        }
        return new Tree.Sequence(place, items);
    }

    private Tree scalar(ScalarEvent event, String field, String path) {
        Place place = place(event);
        int end = event.getEndMark().map(Mark::getIndex).orElse(place.index());
        Text rule = SEVERAL_LINES.matcher(path).find() ? Text.LINES : Text.LINE;
        String text = taken(rule, event.getValue(), false, path, place);
        if (field.equals("when")) {
            spend(Budget.RULES, 1, path, place);
            spend(Budget.RULE_CHARACTERS, text.length(), path, place);
        }
        Scalar.Type type = event.isPlain() ? plainType(text) : Scalar.Type.STRING;
        if (type == Scalar.Type.NUMBER) {
            Message problem = numberProblem(text);
            if (problem != null) {
                faults.add(path, place, problem);
                // What comes after must not calculate with it.
                return new Scalar(place, end, type, "0");
            }
        }
        return new Scalar(place, end, type, text);
    }

    /**
     * A text as it is kept, and of one that is none something that nothing else is wrong with.
     * Every text of a document is taken here, and every name of a field.
     */
    private String taken(Text rule, String text, boolean isName, String path, Place place) {
        Optional<Message> fault = rule.fault(text);
        fault.ifPresent(
                problem ->
                        faults.add(
                                path,
                                place,
                                isName
                                        ? Message.of("the name of the field %s", problem)
                                        : Message.of("the text %s", problem)));
        return fault.isPresent() ? UNREADABLE : rule.kept(text);
    }

    private static Scalar.Type plainType(String text) {
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> Scalar.Type.NULL;
            case "true", "True", "TRUE", "false", "False", "FALSE" -> Scalar.Type.BOOLEAN;
            default -> NUMBER.matcher(text).matches() ? Scalar.Type.NUMBER : Scalar.Type.STRING;
        };
    }

    private static @Nullable Message numberProblem(String text) {
        var matcher = PLAIN_NUMBER.matcher(text);
        if (!matcher.matches()) {
            return Message.of("numbers are written without an exponent");
        }
        String decimals = matcher.group(2) == null ? "" : matcher.group(2);
        if (decimals.length() > MAX_DECIMALS
                || matcher.group(1).length() + decimals.length() > MAX_DIGITS) {
            return Message.of(
                    "a number has at most %d digits, %d of them decimals",
                    MAX_DIGITS, MAX_DECIMALS);
        }
        return null;
    }

    /** A name as part of a JSON pointer. */
    static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static Place place(Event event) {
        return event.getStartMark().map(TreeReader::place).orElse(Place.START);
    }

    private static Place place(Mark mark) {
        return new Place(mark.getLine() + 1, mark.getColumn() + 1, mark.getIndex());
    }

    private static Place placeOf(String text, int index) {
        int line = 1;
        int column = 1;
        int position = 0;
        for (int i = 0; i < text.length() && position < index; position++) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            if (codePoint == '\n') {
                line++;
                column = 1;
            } else {
                column++;
            }
        }
        return new Place(line, column, index);
    }
}
