package io.eddy.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FieldNamesTest {
    private final FieldNames names = new FieldNames("y", Set.of("id"));

    @Test
    void everNewNamesDoNotFillTheMemory() {
        for (int i = 0; i < 200_000; i++) {
            names.makeRoom();
            names.member(names.root(), "a name of a field, and that is " + i);
        }
        assertThat(names.size()).isLessThan(100_000);
    }

    @Test
    void bytesAndTextsLeadToTheSameName() {
        byte[] json = "{\"a.b\":1,\"a\":{\"b\":1}}".getBytes(StandardCharsets.UTF_8);
        Member outer = names.member(names.root(), json, 2, 5, 1);
        Member inner = names.member(names.member(names.root(), "a"), json, 15, 16, 2);
        assertThat(outer.field.text).isEqualTo("a.b");
        assertThat(inner.field).isSameAs(outer.field);
        assertThat(names.member(names.root(), json, 2, 5, 1)).isSameAs(outer);
    }

    @Test
    void namesThatFallTogetherAreFoundButNotWithoutEnd() {
        int found = 0;
        for (int i = 0; i < 100; i++) {
            byte[] json = ('"' + Integer.toString(i) + '"').getBytes(StandardCharsets.UTF_8);
            Member member = names.member(names.root(), json, 1, json.length - 1, 7);
            if (member != null) {
                found++;
                assertThat(member.field.text).isEqualTo(Integer.toString(i));
            }
        }
        assertThat(found).isEqualTo(32);
    }
}
