package io.eddy.cli;

import io.eddy.http.LearnerFrame;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * The learner's process of {@code eddy demo}: twice a second it writes a {@link LearnerFrame} to standard output, and it ends
 * when standard input does, so that it never outlives the demo.
 */
@Command(name = "demo-learner", hidden = true)
final class DemoLearnerCommand implements Callable<Integer> {
    static final int MILLIS_APART = 500;

    @Mixin
    private ConfigOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        LearnerService service = new LearnerService(options.load());
        Runnable done = Terminal.onSignal(service::close);
        ScheduledExecutorService frames = Executors.newSingleThreadScheduledExecutor();
        try {
            service.start(false);
            endWithInput(service);
            PrintWriter out = spec.commandLine().getOut();
            var unused = frames.scheduleAtFixedRate(() -> print(service, out), 0, MILLIS_APART, TimeUnit.MILLISECONDS);
            service.application().awaitEnd();
        } finally {
            done.run();
            frames.shutdownNow();
            service.close();
        }
        service.application().failure().ifPresent(problem -> {
            throw problem;
        });
        return 0;
    }

    private static void print(LearnerService service, PrintWriter out) {
        out.println(LearnerFrame.of(service).toLine());
        out.flush();
    }

    private static void endWithInput(LearnerService service) {
        Thread thread = new Thread(
                () -> {
                    try {
                        System.in.transferTo(OutputStream.nullOutputStream());
                    } catch (IOException e) {
                        // as good as its end
                    }
                    service.application().close();
                },
                "demo-input");
        thread.setDaemon(true);
        thread.start();
    }
}
