package io.eddy.wire;

import io.eddy.wire.FieldName.Role;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Flattened names, made once each: {@code sensor} and {@code temp} are {@code sensor.temp}, an array has
 * {@code pixels.0}. Both readers take them from here, so that a field's name is the same object in each sample.
 */
final class FieldNames {
    private static final int MOST_BYTES = 16_000_000;
    private static final int OVERHEAD = 250; // bytes of the objects around a name
    private static final int LONGEST_CHAIN = 32; // none becomes so long by chance

    private final String label;
    private final Set<String> ignored;
    private final Map<String, FieldName> byText = new HashMap<>();
    private FieldName root;
    private Member[] buckets;
    private int members;
    private long bytes;

    FieldNames(String label, Set<String> ignored) {
        this.label = label;
        this.ignored = Set.copyOf(ignored);
        forget();
    }

    /** To be called between samples: a stream of ever new names must not fill the memory, this is only a cache. */
    void makeRoom() {
        if (bytes > MOST_BYTES) {
            forget();
        }
    }

    private void forget() {
        byText.clear();
        root = new FieldName("", Role.FEATURE, 0);
        buckets = new Member[256];
        members = 0;
        bytes = 0;
    }

    /** Names that are remembered. */
    int size() {
        return byText.size();
    }

    /** The sample itself: what is in it goes by its own name. */
    FieldName root() {
        return root;
    }

    FieldName member(FieldName parent, String name) {
        FieldName known = parent.member(name);
        if (known == null) {
            known = flattened(parent, name);
            parent.addMember(name, known);
        }
        return known;
    }

    FieldName element(FieldName parent, int index) {
        if (index >= parent.elements.length) {
            parent.elements = Arrays.copyOf(parent.elements, index + index / 2 + 4);
        }
        FieldName known = parent.elements[index];
        if (known == null) {
            known = flattened(parent, Integer.toString(index));
            parent.elements[index] = known;
        }
        return known;
    }

    private FieldName flattened(FieldName parent, String name) {
        String text = parent == root ? name : parent.text + '.' + name;
        bytes += OVERHEAD + 2L * (text.length() + name.length());
        return byText.computeIfAbsent(text, t -> new FieldName(t, role(t), 1 + byText.size()));
    }

    private Role role(String text) {
        if (text.length() > SampleDecoder.LONGEST_NAME) {
            return Role.REFUSED;
        }
        if (text.equals(label)) {
            return Role.LABEL;
        }
        return ignored.contains(text) ? Role.IGNORED : Role.FEATURE;
    }

    /**
     * The member that an object's bytes name.
     *
     * @param from behind the name's first quote; the second one is at {@code to}
     * @param hash of the bytes between
     * @return null where that is no UTF-8, or where too many names fall together
     */
    Member member(FieldName parent, byte[] json, int from, int to, int hash) {
        int mixed = (hash + parent.number) * 0x9E3779B1;
        int chain = 0;
        for (Member known = buckets[mixed >>> bits()]; known != null; known = known.chained) {
            if (known.hash == mixed && known.is(parent, json, from, to)) {
                return known;
            }
            chain++;
        }
        return chain < LONGEST_CHAIN && Utf8.isValid(json, from, to) ? add(parent, json, from, to, mixed) : null;
    }

    private Member add(FieldName parent, byte[] json, int from, int to, int hash) {
        String name = new String(json, from, to - from, StandardCharsets.UTF_8);
        Member made = new Member(parent, member(parent, name), hash, json, from, to);
        bytes += to - from;
        if (++members > buckets.length) {
            Member[] before = buckets;
            buckets = new Member[2 * before.length];
            for (Member member : before) {
                while (member != null) {
                    Member next = member.chained;
                    chain(member);
                    member = next;
                }
            }
        }
        chain(made);
        return made;
    }

    private void chain(Member member) {
        int bucket = member.hash >>> bits();
        member.chained = buckets[bucket];
        buckets[bucket] = member;
    }

    /** How far the highest bits of a hash are from being a bucket's number. */
    private int bits() {
        return 1 + Integer.numberOfLeadingZeros(buckets.length);
    }
}
