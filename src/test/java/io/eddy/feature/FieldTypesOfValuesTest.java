package io.eddy.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule of what becomes of a field, on inputs. */
class FieldTypesOfValuesTest {
    private static final int OF_A_DATE = 5; // sine and cosine of week and year, and the day
    private static final int OF_A_TIME = 7;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-03-01T18:00:00Z",
                "2024-03-01 18:00",
                "2024-03-01T18:00:00.000",
                "2024-03-01T20:30:00+02:30",
                "2024-03-02T01:00:00+0700",
                "2024-03-01T13:00:00,0-05"
            })
    void aTimeIsBroughtToUtcWhereItHasAnOffset(String text) {
        assertThat(PointInTime.parse(text)).isEqualTo(new PointInTime(19783, 18 * 3600));
        Encoding encoding = new Encoding(Map.of());
        encoding.learn("{\"t\":\"" + text + "\"}");
        assertThat(encoding.encoder().features()).isEqualTo(OF_A_TIME);
        // sorted by name: day cos, day sin, week ..., and the day, which has no deviation yet
        encoding.encode("{\"t\":\"" + text + "\"}");
        assertThat(encoding.value(1)).as("a quarter past noon of the circle").isEqualTo(-1, within(1e-6f));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2024-02-30", "2024-03-01T24:00", "2024-03-01T18:60", "24-03-01", "2024-03-01X", "2024-3-1"})
    void whatIsNoTimeIsACategory(String text) {
        Encoding encoding = new Encoding(Map.of());
        encoding.learn("{\"t\":\"" + text + "\"}");
        assertThat(encoding.encoder().features()).isEqualTo(1);
    }

    @Test
    void aDateHasNoHourAndALaterTextThatIsNoneIsACategory() {
        Encoding encoding = new Encoding(Map.of());
        encoding.learn("{\"t\":\"2024-03-01\"}");
        assertThat(encoding.encoder().features()).isEqualTo(OF_A_DATE);
        encoding.learn("{\"t\":\"unknown\"}", "{\"t\":\"as soon as we can\"}");
        assertThat(encoding.encoder().features()).isEqualTo(OF_A_DATE + 2);
        encoding.learn("{\"t\":\"2024-03-01T05:00\"}");
        assertThat(encoding.encoder().features()).isEqualTo(OF_A_TIME + 2);
    }

    @ParameterizedTest
    @CsvSource({
        "posted_at, 1700000000, 7",
        "Created.TimeStamp, 1700000000000, 7",
        "birthDate, 1700000000, 7",
        "time, 12, 1",
        "date, 5e9, 1",
        "amount, 1700000000, 1"
    })
    void aNumberIsATimeByItsNameAndFirstValue(String name, String first, int features) {
        Encoding encoding = new Encoding(Map.of());
        encoding.learn("{\"" + name + "\":" + first + "}");
        assertThat(encoding.encoder().features()).isEqualTo(features);
    }

    @Test
    void secondsAndMillisecondsAreTheSameTime() {
        assertThat(PointInTime.ofEpoch(1_700_000_000)).isEqualTo(PointInTime.ofEpoch(1_700_000_000_000.0));
        assertThat(PointInTime.ofEpoch(1_700_000_000)).isEqualTo(PointInTime.ofEpoch(1_700_000_000_000_000.0));
        assertThat(PointInTime.ofEpoch(1_700_000_000)).isEqualTo(PointInTime.ofEpoch(1_700_000_000_000_000_000.0));
        assertThat(PointInTime.ofEpoch(-1)).isEqualTo(new PointInTime(-1, 86_399));
        assertThat(PointInTime.ofEpoch(1e300)).isNull();
    }

    @Test
    void aSentenceMakesItsFieldATextFromThenOn() {
        Encoding encoding = new Encoding(Map.of());
        encoding.learn("{\"t\":\"good\"}", "{\"t\":\"very good\"}");
        assertThat(encoding.encoder().features()).isEqualTo(2);
        encoding.learn("{\"t\":\"The room, the bed: GOOD\"}");
        assertThat(encoding.encoder().features()).as("the, room, bed, good").isEqualTo(2 + 4);
        encoding.encode("{\"t\":\"good bed\"}");
        assertThat(encoding.size()).isEqualTo(2);
        assertThat(encoding.value(0)).isEqualTo((float) Math.sqrt(0.5), within(1e-3f));
        encoding.encode("{\"t\":\"BED; good\"}");
        assertThat(encoding.size()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"550e8400-e29b-41d4-a716-446655440000", "192.168.0.1", "https://example.org/a/b", " a b  c "})
    void whatHasNoFourWordsBetweenBlanksIsACategory(String text) {
        Encoding encoding = new Encoding(Map.of());
        encoding.learn("{\"t\":\"" + text + "\"}");
        encoding.encode("{\"t\":\"" + text + "\"}");
        assertThat(encoding.size()).isEqualTo(1);
        assertThat(encoding.value(0)).isEqualTo(1);
    }

    @Test
    void wordsAreBoundedByTheirGroups() {
        Encoding encoding = new Encoding(Map.of());
        Random random = new Random(1);
        for (int i = 0; i < 1_000; i++) {
            encoding.learn("{\"t\":\"" + random.nextLong() + " " + random.nextLong() + " x y\"}");
        }
        assertThat(encoding.encoder().features()).isLessThanOrEqualTo(Words.GROUPS);
    }

    @Test
    void theConfigurationIsStrongerThanTheValues() {
        Encoding encoding = new Encoding(Map.of(
                "zip", FieldType.CATEGORICAL,
                "size", FieldType.NUMBER,
                "posted", FieldType.TIME,
                "title", FieldType.TEXT));
        encoding.learn("{\"zip\":1}", "{\"zip\":1.0}", "{\"zip\":2}");
        assertThat(encoding.encoder().features()).as("1 and 1.0 are the same").isEqualTo(2);
        encoding.learn("{\"size\":\" 1.5e1 \"}", "{\"size\":15}", "{\"size\":\"a lot of size here\"}");
        assertThat(encoding.encoder().features()).isEqualTo(3);
        encoding.learn("{\"posted\":12}", "{\"posted\":\"1970-01-01T00:00:12Z\"}");
        assertThat(encoding.encoder().features()).isEqualTo(3 + OF_A_TIME);
        encoding.learn("{\"title\":\"up\"}", "{\"title\":\"up, up\"}");
        assertThat(encoding.encoder().features()).isEqualTo(4 + OF_A_TIME);
    }

    /** A word of a text's counts, for instance: 1 where it is there. */
    @Test
    void aNumberThatIsSeldomThereHasAnInputForThat() {
        Encoding encoding = new Encoding(Map.of());
        for (int i = 0; i < 100; i++) {
            encoding.learn(i % 4 == 0 ? "{\"a\":" + i + ",\"word\":1,\"c\":\"x\"}" : "{\"a\":" + i + ",\"d\":2}");
        }
        encoding.encode("{\"a\":7,\"c\":\"x\"}");
        assertThat(encoding.size())
                .as("a, a category that says by itself that it is there, and that d is missing")
                .isEqualTo(3);
        encoding.encode("{\"a\":7,\"c\":\"x\",\"word\":1}");
        assertThat(encoding.size()).as("that the word is there").isEqualTo(4);
        encoding.encode("{\"a\":7,\"d\":2}");
        assertThat(encoding.size())
                .as("d is usually there, and always the same")
                .isEqualTo(1);
    }

    @Test
    void whatIsUsuallyThereAndIsMissingHasAnInput() {
        Encoding encoding = new Encoding(Map.of());
        for (int i = 0; i < 30; i++) {
            encoding.learn("{\"a\":" + i + ",\"b\":1}");
        }
        assertThat(encoding.encoder().features()).as("not before it is needed").isEqualTo(2);
        assertThat(encoding.encode("{\"b\":1}")).isFalse();
        encoding.learn("{\"b\":1,\"a\":null}");
        assertThat(encoding.encoder().features()).isEqualTo(3);
        assertThat(encoding.encode("{\"b\":1}")).isTrue();
        assertThat(encoding.size()).isEqualTo(1);
        for (int i = 0; i < 30; i++) {
            encoding.learn("{\"b\":1}");
        }
        encoding.encode("{\"b\":1}");
        assertThat(encoding.size()).as("a is there no longer, usually").isZero();
    }

    @Test
    void aFieldThatIsUsuallyAbsentIsNotMissed() {
        Encoding encoding = new Encoding(Map.of());
        for (int i = 0; i < 200; i++) {
            encoding.learn(i % 2 == 0 || i < 5 ? "{\"b\":1}" : "{\"a\":1,\"b\":1}");
        }
        assertThat(encoding.encoder().features())
                .as("a, b, and that a is there")
                .isEqualTo(3);
    }

    /** A time once, a number once, a text once, nothing once, in any order. */
    @Test
    void aFieldThatIsEverythingInTurn() {
        List<String> values =
                List.of("\"2024-03-01\"", "1e300", "\"it is raining again\"", "null", "1700000000", "\"x\"");
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            Encoding encoding = new Encoding(Map.of());
            for (int i = 0; i < 200; i++) {
                String row = "{\"t_at\":" + values.get(random.nextInt(values.size())) + ",\"b\":1}";
                encoding.learn(row);
                assertThat(encoding.encode(row)).as("seed %d, %s", seed, row).isTrue();
            }
            assertThat(encoding.stored().bytes()).isEqualTo(encoding.bytes());
        }
    }
}
