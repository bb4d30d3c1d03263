package org.kongdee.e2e.readme;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a page shows of a terminal: the commands of its {@code console} blocks, each after a dollar
 * sign, and below it what it prints. Three dots stand for what differs from run to run.
 */
record Console(List<Step> steps) {

    private static final Pattern BLOCK = Pattern.compile("(?s)```console\n(.*?)```");

    /** A command, which may go on over several lines that end with a backslash, and its output. */
    record Step(String command, String output) {

        /** Whether a run printed what the page shows. */
        boolean shows(String printed) {
            StringBuilder pattern = new StringBuilder("(?s)\\s*");
            for (String part : output.strip().split("…", -1)) {
                pattern.append(pattern.length() > 6 ? ".*?" : "").append(Pattern.quote(part));
            }
            return Pattern.matches(pattern.append("\\s*").toString(), printed.strip());
        }
    }

    static Console of(String page) {
        List<Step> steps = new ArrayList<>();
        var blocks = BLOCK.matcher(page);
        while (blocks.find()) {
            addSteps(blocks.group(1), steps);
        }
        return new Console(List.copyOf(steps));
    }

    private static void addSteps(String block, List<Step> steps) {
        StringBuilder command = new StringBuilder();
        StringBuilder output = new StringBuilder();
        for (String line : block.lines().toList()) {
            boolean goesOn = !command.isEmpty() && command.toString().endsWith("\\\n");
            if (line.startsWith("$ ") && !command.isEmpty()) {
                steps.add(new Step(command.toString(), output.toString()));
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
            steps.add(new Step(command.toString(), output.toString()));
        }
    }
}
