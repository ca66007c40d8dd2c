package io.eddy.it;

import io.eddy.it.Outcome.Answer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a disturbed run has done otherwise than an undisturbed one.
 *
 * @param lost samples without an answer or a dead letter
 * @param doubled answers and dead letters beyond the first
 * @param disordered answers that come before one of an earlier sample of their partition
 * @param differing answers and dead letters with another content
 * @param bits of the models that differ
 */
record Difference(int lost, int doubled, int disordered, int differing, long bits) {
    static final Difference NONE = new Difference(0, 0, 0, 0, 0);

    static Difference between(Outcome expected, Outcome actual) {
        Difference answers = ofAnswers(expected.answers(), actual.answers());
        Difference letters = ofAnswers(expected.deadLetters(), actual.deadLetters());
        return new Difference(
                answers.lost + letters.lost,
                answers.doubled + letters.doubled,
                answers.disordered + letters.disordered,
                answers.differing + letters.differing,
                bits(expected.models(), actual.models()));
    }

    private static Difference ofAnswers(List<Answer> expected, List<Answer> actual) {
        Map<String, Answer> rest = new HashMap<>();
        expected.forEach(answer -> rest.put(place(answer), answer));
        int doubled = 0;
        int disordered = 0;
        int differing = 0;
        Map<Integer, Long> last = new HashMap<>();
        for (Answer answer : actual) {
            Answer wanted = rest.remove(place(answer));
            if (wanted == null) {
                doubled++;
            } else if (!wanted.equals(answer)) {
                differing++;
            }
            Long before = last.put(answer.partition(), answer.offset());
            disordered += before != null && before > answer.offset() ? 1 : 0;
        }
        return new Difference(rest.size(), doubled, disordered, differing, 0);
    }

    private static String place(Answer answer) {
        return answer.partition() + "@" + answer.offset();
    }

    private static long bits(Map<Integer, byte[]> expected, Map<Integer, byte[]> actual) {
        Set<Integer> partitions = new HashSet<>(expected.keySet());
        partitions.addAll(actual.keySet());
        long bits = 0;
        for (int partition : partitions) {
            byte[] a = expected.getOrDefault(partition, new byte[0]);
            byte[] b = actual.getOrDefault(partition, new byte[0]);
            bits += 8L * Math.abs(a.length - b.length);
            for (int n = 0; n < Math.min(a.length, b.length); n++) {
                bits += Integer.bitCount((a[n] ^ b[n]) & 0xff);
            }
        }
        return bits;
    }
}
