package org.kongdee.rubric.document;

/** A fault as its author reads it in English. */
record Told(String path, int line, int column, String message) {

    static Told of(Fault fault) {
        return new Told(fault.path(), fault.line(), fault.column(), fault.message().toString());
    }
}
