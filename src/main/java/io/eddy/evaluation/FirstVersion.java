package io.eddy.evaluation;

import java.io.DataInput;
import java.io.IOException;

/** What version 1 of the format had, and later ones don't. */
final class FirstVersion {
    private static final int WINDOW = 1000;

    private FirstVersion() {}

    /** Passes over a window of right answers, losses or errors: it tells too little of its rows to go on with. */
    static void skipWindow(DataInput in) throws IOException {
        long count = in.readLong();
        for (int i = 0; i < Math.min(count, WINDOW); i++) {
            in.readFloat();
        }
    }
}
