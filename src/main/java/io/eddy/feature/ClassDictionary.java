package io.eddy.feature;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The classes in the order in which they appeared; a class's place is the number of its output. */
public final class ClassDictionary {
    private static final int FEW =
            8; // to look at one after the other is quicker, since mostly they are the same objects

    private final List<String> names = new ArrayList<>();
    private final List<String> view = Collections.unmodifiableList(names);
    private final Map<String, Integer> numbers = new HashMap<>();

    /** The number of the class, or -1 if it never appeared. */
    public int find(String name) {
        if (names.size() > FEW) {
            return numbers.getOrDefault(name, -1);
        }
        for (int number = 0; number < names.size(); number++) {
            if (names.get(number).equals(name)) {
                return number;
            }
        }
        return -1;
    }

    /** The number of the class, which is added if it is new. */
    public int findOrAdd(String name) {
        int known = find(name);
        if (known >= 0) {
            return known;
        }
        numbers.put(name, names.size());
        names.add(name);
        return names.size() - 1;
    }

    public int size() {
        return names.size();
    }

    /** All names, by number; a view. */
    public List<String> names() {
        return view;
    }

    /** Writes the number of classes, then their names. */
    public void write(DataOutput out) throws IOException {
        out.writeInt(names.size());
        for (String name : names) {
            out.writeUTF(name);
        }
    }

    /** Reads what {@link #write} wrote into an empty dictionary. */
    public void read(DataInput in) throws IOException {
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            findOrAdd(in.readUTF());
        }
    }
}
