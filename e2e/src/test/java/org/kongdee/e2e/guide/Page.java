package org.kongdee.e2e.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a page has its reader do, in its order. A block with a name behind its language is a file of
 * that name; a {@code console} block shows a terminal: commands, each after a dollar sign, and
 * below it what it prints. Three dots stand for what differs from run to run.
 */
record Page(List<Step> steps) {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)(?: (\\S+))?\n(.*?)^```$");

    sealed interface Step {}

    /** A file to save. */
    record File(String name, String content) implements Step {}

    /** A command, which may go on over several lines that end with a backslash, and its output. */
    record Command(String command, String output) implements Step {

        /** Whether a run printed what the page shows. */
        boolean shows(String printed) {
            StringBuilder pattern = new StringBuilder("(?s)\\s*");
            for (String part : output.strip().split("…", -1)) {
                pattern.append(pattern.length() > 6 ? ".*?" : "").append(Pattern.quote(part));
            }
            return Pattern.matches(pattern.append("\\s*").toString(), printed.strip());
        }
    }

    static Page of(String page) {
        List<Step> steps = new ArrayList<>();
        var blocks = BLOCK.matcher(page);
        while (blocks.find()) {
            if (blocks.group(1).equals("console")) {
                addCommands(blocks.group(3), steps);
            } else if (blocks.group(2) != null) {
                steps.add(new File(blocks.group(2), blocks.group(3)));
            }
        }
        return new Page(List.copyOf(steps));
    }

    private static void addCommands(String block, List<Step> steps) {
        StringBuilder command = new StringBuilder();
        StringBuilder output = new StringBuilder();
        for (String line : block.lines().toList()) {
            boolean goesOn = !command.isEmpty() && command.toString().endsWith("\\\n");
            if (line.startsWith("$ ") && !command.isEmpty()) {
                steps.add(new Command(command.toString(), output.toString()));
                command.setLength(0);
                output.setLength(0);
            }
            if (line.startsWith("$ ")) {
                command.append(line.substring(2)).append('\n');
            } else if (goesOn && output.isEmpty()) {
                command.append(line).append('\n');
            } else {
                output.append(line).append('\n');
            }
        }
        if (!command.isEmpty()) {
            steps.add(new Command(command.toString(), output.toString()));
        }
    }
}
