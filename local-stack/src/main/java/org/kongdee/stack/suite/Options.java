package org.kongdee.stack.suite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words after a command: {@code --name value} or {@code --name=value} for the names it knows,
 * and plain words.
 */
record Options(Map<String, String> named, List<String> words) {

    /** The command line makes no sense; the message says what is wrong with it. */
    static final class Misuse extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Misuse(String message) {
            super(message);
        }
    }

    static Options parse(List<String> arguments, String... known) {
        Map<String, String> named = new HashMap<>();
        List<String> words = new ArrayList<>();
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            if (!word.startsWith("--")) {
                words.add(word);
                continue;
            }
            int equals = word.indexOf('=');
            String name = word.substring(2, equals < 0 ? word.length() : equals);
            if (!List.of(known).contains(name)) {
                throw new Misuse(
                        "unknown option --"
                                + name
                                + (known.length == 0
                                        ? ""
                                        : "; known: --" + String.join(", --", known)));
            }
            if (equals < 0 && !rest.hasNext()) {
                throw new Misuse("--" + name + " needs a value");
            }
            String value = equals < 0 ? rest.next() : word.substring(equals + 1);
            if (named.put(name, value) != null) {
                throw new Misuse("--" + name + " is given twice");
            }
        }
        return new Options(Map.copyOf(named), List.copyOf(words));
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(named.get(name));
    }

    void refuseWords() {
        if (!words.isEmpty()) {
            throw new Misuse("unexpected: " + String.join(" ", words));
        }
    }
}
