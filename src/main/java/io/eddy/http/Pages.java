package io.eddy.http;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What the endpoints answer, by path. */
final class Pages {
    private static final String CHARTS = "/META-INF/resources/webjars/uplot/1.6.30/dist/";

    /** What the page asks for each second. */
    private record Now(LearnerView learner, Curve curve, KillSwitch.Outcome demo) {}

    private Pages() {}

    /** @param killSwitch null except in the demo */
    static Map<String, Supplier<Response>> of(LearnerSource learner, LearningCurve curve, KillSwitch killSwitch) {
        Map<String, Supplier<Response>> pages = new HashMap<>();
        pages.put("/metrics", () -> metrics(learner.scrape()));
        pages.put("/health/live", () -> Response.health(learner.health().live()));
        pages.put("/health/ready", () -> Response.health(learner.health().ready()));
        pages.put("/health/started", () -> Response.health(learner.health().started()));
        pages.put("/api/learner", () -> {
            KillSwitch.Outcome demo = killSwitch == null ? null : killSwitch.outcome();
            return Response.json(200, Json.of(new Now(learner.view(), Curve.of(curve.points()), demo)));
        });
        fixed(pages, "/", "index.html", "text/html");
        fixed(pages, "/eddy.css", "eddy.css", "text/css");
        fixed(pages, "/eddy.js", "eddy.js", "text/javascript");
        fixed(pages, "/charts.js", "charts.js", "text/javascript");
        fixed(pages, "/tables.js", "tables.js", "text/javascript");
        fixed(pages, "/eddy.svg", "eddy.svg", "image/svg+xml");
        fixed(pages, "/uplot.js", CHARTS + "uPlot.iife.min.js", "text/javascript");
        fixed(pages, "/uplot.css", CHARTS + "uPlot.min.css", "text/css");
        return pages;
    }

    private static Response metrics(String scrape) {
        return new Response(200, "text/plain; version=0.0.4; charset=utf-8", true, scrape);
    }

    private static void fixed(Map<String, Supplier<Response>> pages, String path, String name, String type) {
        Response response = Response.resource(name, type + "; charset=utf-8");
        pages.put(path, () -> response);
    }
}
