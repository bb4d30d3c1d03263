package org.kongdee.stack.people;

/** The same in both languages. */
public record Text(String en, String th) {

    public String in(Language language) {
        return switch (language) {
            case EN -> en;
            case TH -> th;
        };
    }
}
