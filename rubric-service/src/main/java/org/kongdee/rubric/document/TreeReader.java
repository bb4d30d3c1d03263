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

    private static final int MAX_VALUES = 30_000;

    /** What a rung needs is told at length, and rules are laid out; all else is of one line. */
    private static final Pattern SEVERAL_LINES = Pattern.compile("/needs/(en|th)$|/when$");

    private static final String UNREADABLE = "\uFFFD";

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final Pattern PLAIN_NUMBER = Pattern.compile("-?(\\d+)(?:\\.(\\d+))?");
    private static final int MAX_DIGITS = 12;
    private static final int MAX_DECIMALS = 6;

    /** Ends the reading where going on makes no sense. */
    private static final class Unreadable extends RuntimeException {

        private final transient Fault fault;

        Unreadable(Fault fault) {
            super(fault.message(), null, false, false);
            this.fault = fault;
        }
    }

    private final Iterator<Event> events;
    private final List<Fault> faults = new ArrayList<>();
    private int values;

    private TreeReader(Iterator<Event> events) {
        this.events = events;
    }

    /** What was read, if anything could be, and what is wrong with it. */
    record Reading(@Nullable Tree tree, List<Fault> faults) {}

    static Reading read(String text) {
        // In one piece: the parser cannot read a character of two halves that begins at the end of
        // its buffer.
        LoadSettings settings =
                LoadSettings.builder()
                        .setCodePointLimit(Integer.MAX_VALUE)
                        .setBufferSize(text.length())
                        .build();
        TreeReader reader = new TreeReader(new Parse(settings).parseString(text).iterator());
        try {
            Tree tree = reader.document();
            return new Reading(tree, reader.faults);
        } catch (Unreadable e) {
            reader.faults.add(e.fault);
        } catch (MarkedYamlEngineException e) {
            Place place =
                    e.getProblemMark()
                            .or(e::getContextMark)
                            .map(TreeReader::place)
                            .orElse(Place.START);
            reader.faults.add(fault("", place, "not readable as YAML or JSON: " + e.getProblem()));
        } catch (ReaderException e) {
            reader.faults.add(
                    fault(
                            "",
                            placeOf(text, e.getPosition()),
                            "the character U+%04X is not allowed".formatted(e.getCodePoint())));
        } catch (YamlEngineException e) {
            reader.faults.add(fault("", Place.START, "not readable as YAML or JSON"));
        }
        return new Reading(null, reader.faults);
    }

    private Tree document() {
        Event event = next();
        while (event.getEventId() == Event.ID.StreamStart
                || event.getEventId() == Event.ID.DocumentStart) {
            event = next();
        }
        if (event.getEventId() == Event.ID.StreamEnd) {
            throw new Unreadable(fault("", Place.START, "the document is empty"));
        }
        Tree tree = tree(event, "", 0);
        event = next();
        if (event.getEventId() == Event.ID.DocumentEnd) {
            event = next();
        }
        if (event.getEventId() != Event.ID.StreamEnd) {
            throw new Unreadable(
                    fault("", place(event), "one document is expected; here begins another"));
        }
        return tree;
    }

    private Event next() {
        return events.next();
    }

    private Tree tree(Event event, String path, int depth) {
        Place place = place(event);
        if (++values > MAX_VALUES) {
            throw new Unreadable(
                    fault(path, place, "the document has more than " + MAX_VALUES + " values"));
        }
        if (depth > MAX_NESTING) {
            throw new Unreadable(
                    fault(
                            path,
                            place,
                            "nested more than %d deep; a rubric has at most %d levels"
                                    .formatted(MAX_NESTING, MeaningCheck.MAX_DEPTH)));
        }
        refuseReferences(event, path);
        return switch (event) {
            case MappingStartEvent _ -> mapping(place, path, depth);
            case SequenceStartEvent _ -> sequence(place, path, depth);
            case ScalarEvent scalar -> scalar(scalar, path);
            default -> throw new Unreadable(fault(path, place, "a value is expected"));
        };
    }

    private void refuseReferences(Event event, String path) {
        if (event.getEventId() == Event.ID.Alias
                || event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            throw new Unreadable(
                    fault(path, place(event), "anchors and aliases (& and *) are not for rubrics"));
        }
        Optional<String> tag =
                switch (event) {
                    case ScalarEvent scalar -> scalar.getTag();
                    case MappingStartEvent mapping -> mapping.getTag();
                    case SequenceStartEvent sequence -> sequence.getTag();
                    default -> Optional.empty();
                };
        if (tag.isPresent()) {
            faults.add(fault(path, place(event), "tags (!) are not for rubrics"));
        }
    }

    private Tree mapping(Place place, String path, int depth) {
        Map<String, Tree.Field> fields = new LinkedHashMap<>();
        for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
            refuseReferences(event, path);
            if (!(event instanceof ScalarEvent name)) {
                throw new Unreadable(
                        fault(path, place(event), "the name of a field must be a plain text"));
            }
            String called = taken(Text.LINE, name.getValue(), "name of the field", path, name);
            String inner = path + "/" + escape(called);
            Tree.Field field = new Tree.Field(place(name), tree(next(), inner, depth + 1));
            if (fields.putIfAbsent(called, field) != null) {
                faults.add(
                        fault(
                                inner,
                                place(name),
                                "the field \"" + Excerpt.of(called) + "\" appears twice"));
            }
        }
        return new Tree.Mapping(place, fields);
    }

    private Tree sequence(Place place, String path, int depth) {
        List<Tree> items = new ArrayList<>();
        for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
            items.add(tree(event, path + "/" + items.size(), depth + 1));
        }
        return new Tree.Sequence(place, items);
    }

    private Tree scalar(ScalarEvent event, String path) {
        Place place = place(event);
        int end = event.getEndMark().map(Mark::getIndex).orElse(place.index());
        String text =
                taken(
                        SEVERAL_LINES.matcher(path).find() ? Text.LINES : Text.LINE,
                        event.getValue(),
                        "text",
                        path,
                        event);
        Scalar.Type type = event.isPlain() ? plainType(text) : Scalar.Type.STRING;
        if (type == Scalar.Type.NUMBER) {
            String problem = numberProblem(text);
            if (problem != null) {
                faults.add(fault(path, place, problem));
                // What comes after must not calculate with it.
                return new Scalar(place, end, type, "0");
            }
        }
        return new Scalar(place, end, type, text);
    }

    /** The text as it is kept; of one that is none something that nothing else is wrong with. */
    private String taken(Text rule, String text, String what, String path, Event event) {
        Optional<String> fault = rule.fault(text);
        fault.ifPresent(
                problem ->
                        faults.add(
                                fault(path, place(event), "the %s %s".formatted(what, problem))));
        return fault.isPresent() ? UNREADABLE : rule.kept(text);
    }

    private static Scalar.Type plainType(String text) {
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> Scalar.Type.NULL;
            case "true", "True", "TRUE", "false", "False", "FALSE" -> Scalar.Type.BOOLEAN;
            default -> NUMBER.matcher(text).matches() ? Scalar.Type.NUMBER : Scalar.Type.STRING;
        };
    }

    private static @Nullable String numberProblem(String text) {
        var matcher = PLAIN_NUMBER.matcher(text);
        if (!matcher.matches()) {
            return "numbers are written without an exponent";
        }
        String decimals = matcher.group(2) == null ? "" : matcher.group(2);
        if (decimals.length() > MAX_DECIMALS
                || matcher.group(1).length() + decimals.length() > MAX_DIGITS) {
            return "a number has at most %d digits, %d of them decimals"
                    .formatted(MAX_DIGITS, MAX_DECIMALS);
        }
        return null;
    }

    /** A name as part of a JSON pointer. */
    static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static Fault fault(String path, Place place, String message) {
        return new Fault(path, place.line(), place.column(), message);
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
