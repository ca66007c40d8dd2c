package io.eddy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows between packages, as the root's package-info draws them. */
@AnalyzeClasses(packages = "io.eddy", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule arrowsPointDown = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("cli")
            .definedBy("io.eddy.cli")
            .layer("demo")
            .definedBy("io.eddy.cli.demo")
            .layer("cluster")
            .definedBy("io.eddy.cluster..")
            .layer("http")
            .definedBy("io.eddy.http..")
            .layer("root")
            .definedBy("io.eddy")
            .layer("stream")
            .definedBy("io.eddy.stream..")
            .layer("store")
            .definedBy("io.eddy.store..")
            .layer("metrics")
            .definedBy("io.eddy.metrics..")
            .layer("learner")
            .definedBy("io.eddy.learner..")
            .layer("model")
            .definedBy("io.eddy.model..")
            .layer("evaluation")
            .definedBy("io.eddy.evaluation..")
            .layer("feature")
            .definedBy("io.eddy.feature..")
            .layer("network")
            .definedBy("io.eddy.network..")
            .layer("wire")
            .definedBy("io.eddy.wire..")
            .layer("problem")
            .definedBy("io.eddy.problem..")
            .whereLayer("cli")
            .mayOnlyAccessLayers(
                    "demo",
                    "cluster",
                    "http",
                    "root",
                    "stream",
                    "store",
                    "metrics",
                    "learner",
                    "model",
                    "evaluation",
                    "wire",
                    "problem")
            .whereLayer("demo")
            .mayOnlyAccessLayers("problem")
            .whereLayer("cluster")
            .mayOnlyAccessLayers("root", "store", "problem")
            .whereLayer("http")
            .mayOnlyAccessLayers("root", "metrics", "learner", "model", "evaluation", "problem")
            .whereLayer("root")
            .mayOnlyAccessLayers(
                    "stream", "store", "metrics", "learner", "model", "feature", "network", "wire", "problem")
            .whereLayer("stream")
            .mayOnlyAccessLayers("store", "metrics", "learner", "wire", "problem")
            .whereLayer("store")
            .mayOnlyAccessLayers("learner", "problem")
            .whereLayer("metrics")
            .mayOnlyAccessLayers("learner", "model", "evaluation", "wire")
            .whereLayer("learner")
            .mayOnlyAccessLayers("model", "evaluation", "feature", "wire", "problem")
            .whereLayer("model")
            .mayOnlyAccessLayers("feature", "network")
            .whereLayer("evaluation")
            .mayOnlyAccessLayers("wire")
            .whereLayer("feature")
            .mayOnlyAccessLayers("network", "wire")
            .whereLayer("network")
            .mayNotAccessAnyLayer()
            .whereLayer("wire")
            .mayOnlyAccessLayers("problem")
            .whereLayer("problem")
            .mayNotAccessAnyLayer();

    @ArchTest
    static final ArchRule noCycles = slices().matching("io.eddy.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theNetworkImportsTheJdkOnly = classes()
            .that()
            .resideInAPackage("io.eddy.network..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.eddy.network..", "java..", "jdk.incubator.vector..");

    @ArchTest
    static final ArchRule aLibraryUserNeedsOnlyStreamsJacksonMicrometer = classes()
            .that()
            .resideOutsideOfPackages("io.eddy.cli..", "io.eddy.http..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.eddy..",
                    "java..",
                    "jdk.incubator.vector..",
                    "org.apache.kafka.common..",
                    "org.apache.kafka.clients..",
                    "org.apache.kafka.streams..",
                    "com.fasterxml.jackson.core..",
                    "com.fasterxml.jackson.dataformat.csv..",
                    "io.micrometer.core..",
                    "org.slf4j..");

    /** Two classes have a reason to, and say so beside the import. */
    @ArchTest
    static final ArchRule internalsOfKafkaStreamsAreNotUsed = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("io.eddy.store.LearnerStore")
            .and()
            .doNotHaveFullyQualifiedName("io.eddy.stream.DirectOutlet")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka.streams..internals..");

    /** Math's functions differ between JDKs, StrictMath's do not. */
    @ArchTest
    static final ArchRule learningIsTheSameOnEveryJdk = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.eddy.network..",
                    "io.eddy.feature..",
                    "io.eddy.model..",
                    "io.eddy.evaluation..",
                    "io.eddy.learner..",
                    "io.eddy.wire..")
            .should()
            .callMethod(Math.class, "exp", double.class)
            .orShould()
            .callMethod(Math.class, "log", double.class)
            .orShould()
            .callMethod(Math.class, "tanh", double.class)
            .orShould()
            .callMethod(Math.class, "pow", double.class, double.class)
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Double.class, "toString", double.class);
}
