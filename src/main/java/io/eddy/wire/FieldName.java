package io.eddy.wire;

import java.util.HashMap;
import java.util.Map;

/** A flattened name, as {@code sensor.temp}: one object to each, with what was found below it so far. */
final class FieldName {
    enum Role {
        FEATURE,
        LABEL,
        IGNORED,
        /** Too long a name to be any. */
        REFUSED
    }

    final String text;
    final Role role;

    /** Whether a sample that has it may be an envelope. */
    final boolean mark;

    /** Whether it is nothing but a feature. */
    final boolean ordinary;

    final int number;

    /** The number of the last sample that had the field: one that has this sample's number already is there twice. */
    long seen;

    /** What its object began with last time; null where it was no object yet. */
    Member first;

    /** The elements of its array, with room for more. */
    FieldName[] elements = {};

    private Map<String, FieldName> members = Map.of();

    FieldName(String text, Role role, int number) {
        this.text = text;
        this.role = role;
        mark = Envelopes.MARKS.contains(text);
        ordinary = role == Role.FEATURE && !mark;
        this.number = number;
    }

    /** The member of its object with that name; null where it is not known. */
    FieldName member(String name) {
        return members.get(name);
    }

    void addMember(String name, FieldName member) {
        if (members.isEmpty()) {
            members = new HashMap<>();
        }
        members.put(name, member);
    }
}
