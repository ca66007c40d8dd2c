package io.eddy.http;

import io.eddy.metrics.PartitionJournal.Stored;

/** The demo's button: ends the learner's process with SIGKILL. Another one is started by whoever started this one. */
public interface KillSwitch {
    /**
     * What came of the last kill.
     *
     * @param pid of the learner's process, as it is now
     * @param kills so far
     * @param committed what the killed process had committed, read from the broker after its end; null before
     * @param restored what the next process began with; null before it did
     * @param seconds from the kill until samples were answered again; null before
     */
    record Outcome(long pid, int kills, Stored committed, Stored restored, Double seconds) {}

    /** Kills; without effect where nothing runs that could be killed. */
    void kill();

    Outcome outcome();
}
