package io.eddy.learner;

import io.eddy.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * The bytes of an {@link OnlineLearner}, big-endian:
 *
 * <pre>
 *    0        4         6       8          12        16         20
 *   +--------+---------+-------+----------+---------+----------+----------+---------+
 *   | "EDDY" | version |   0   | length   | CRC32C  | length   | model    | counts  |
 *   |        | u16     |  u16  | of all   | of all  | of model |          |         |
 *   |        |         |       | after 16 | but it  |          |          |         |
 *   +--------+---------+-------+----------+---------+----------+----------+---------+
 *   model:  what can't be changed any more (n, n x key, value), then {@link OnlineLearner#writeModel}
 *   counts: {@link SampleCounts#write}
 * </pre>
 *
 * <p>The digest is over the model alone.
 */
public final class LearnerSnapshot {
    private static final int MAGIC = 0x45444459;
    /** The version of the format that is written; earlier ones are read. */
    public static final short VERSION = 9;

    private static final int VERSION_AT = 4;
    private static final int HEADER = 16;
    private static final int MODEL = HEADER + 4;

    private LearnerSnapshot() {}

    /** The learner as bytes. */
    public static byte[] encode(OnlineLearner learner) {
        byte[] model = bytes(out -> {
            Map<String, String> identity = learner.settings().identity();
            out.writeInt(identity.size());
            for (Map.Entry<String, String> entry : identity.entrySet()) {
                out.writeUTF(entry.getKey());
                out.writeUTF(entry.getValue());
            }
            learner.writeModel(out);
        });
        byte[] counts = bytes(learner.counts()::write);
        ByteBuffer snapshot = ByteBuffer.allocate(MODEL + model.length + counts.length);
        snapshot.putInt(MAGIC).putShort(VERSION).putShort((short) 0).putInt(snapshot.capacity() - HEADER);
        snapshot.putInt(0).putInt(model.length).put(model).put(counts);
        snapshot.putInt(12, checksum(snapshot.array()));
        return snapshot.array();
    }

    /**
     * The learner that was encoded.
     *
     * @throws Problem if the bytes are damaged, of an unknown version, or of a model that the settings don't fit
     */
    public static OnlineLearner decode(byte[] snapshot, LearnerSettings settings) {
        verify(snapshot);
        OnlineLearner learner = new OnlineLearner(settings);
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(snapshot))) {
            in.skipNBytes(MODEL);
            int version = ByteBuffer.wrap(snapshot).getShort(4);
            requireSame(readIdentity(in, version), settings.identity());
            learner.readModel(in, version);
            learner.counts().read(in);
        } catch (IOException e) {
            throw damaged("its parts do not fit its length");
        }
        settings.task()
                .filter(task -> learner.task() != null && task != learner.task())
                .ifPresent(task ->
                        requireSame(Map.of("eddy.task", learner.task().name()), Map.of("eddy.task", task.name())));
        return learner;
    }

    /** The version of the format that a snapshot was written in. */
    public static int version(byte[] snapshot) {
        return ByteBuffer.wrap(snapshot).getShort(VERSION_AT);
    }

    /** SHA-256 over the model, in hexadecimal: all that can shape a later prediction or figure. */
    public static String digest(byte[] snapshot) {
        verify(snapshot);
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(snapshot, MODEL, ByteBuffer.wrap(snapshot).getInt(HEADER));
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void verify(byte[] snapshot) {
        ByteBuffer header = ByteBuffer.wrap(snapshot);
        if (snapshot.length < MODEL || header.getInt(0) != MAGIC) {
            throw damaged("it does not begin with EDDY");
        }
        if (version(snapshot) < 1 || version(snapshot) > VERSION) {
            throw Problem.failure(
                    "can't read the stored model",
                    "its format has version " + version(snapshot) + ", this program knows versions up to " + VERSION,
                    "use the Eddy that wrote it (--version names its format); or start anew: with another"
                            + " application.id, or with run --reset, which forgets this model");
        }
        if (header.getInt(8) != snapshot.length - HEADER) {
            throw damaged("it has " + snapshot.length + " bytes, " + (header.getInt(8) + HEADER) + " were written");
        }
        if (header.getInt(12) != checksum(snapshot)) {
            throw damaged("its checksum does not match");
        }
    }

    private static int checksum(byte[] snapshot) {
        CRC32C crc = new CRC32C();
        crc.update(snapshot, 0, 12);
        crc.update(snapshot, HEADER, snapshot.length - HEADER);
        return (int) crc.getValue();
    }

    private static Map<String, String> readIdentity(DataInputStream in, int version) throws IOException {
        Map<String, String> identity = new LinkedHashMap<>();
        if (version == 1) { // knew nothing else
            identity.put("eddy.model", "network");
            identity.put("eddy.network.kind", "FEEDFORWARD");
            identity.put("eddy.optimizer", "SGD");
            identity.put("eddy.features.lags", "0");
        }
        for (int n = in.readInt(); n > 0; n--) {
            identity.put(in.readUTF(), in.readUTF());
        }
        return identity;
    }

    private static void requireSame(Map<String, String> stored, Map<String, String> configured) {
        stored.forEach((key, value) -> {
            if (!value.equals(configured.get(key))) {
                throw Problem.usage(
                        "the stored model does not fit the configuration",
                        key + " is " + configured.getOrDefault(key, "of no use") + ", the model was made with " + value,
                        "set it back; or start anew: with another application.id, or with run --reset, which forgets this model");
            }
        });
    }

    private static Problem damaged(String why) {
        return Problem.failure(
                "the stored model is damaged",
                why,
                "delete the local state directory to restore from the changelog topic; if that does not help, the"
                        + " changelog itself is damaged");
    }

    private interface Writer {
        void write(DataOutputStream out) throws IOException;
    }

    private static byte[] bytes(Writer writer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            writer.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("a byte array can't fail", e);
        }
        return bytes.toByteArray();
    }
}
