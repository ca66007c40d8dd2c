package io.eddy;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** The arrows between packages, as the root's package-info draws them. */
@AnalyzeClasses(packages = "io.eddy", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] LEARNING = {
        "io.eddy.network..",
        "io.eddy.feature..",
        "io.eddy.model..",
        "io.eddy.evaluation..",
        "io.eddy.learner..",
        "io.eddy.wire.."
    };

    /** The methods of Math that leave a JDK no choice of the result. */
    private static final Set<String> EXACT = Set.of(
            "abs",
            "addExact",
            "ceil",
            "copySign",
            "floor",
            "floorDiv",
            "floorMod",
            "fma",
            "getExponent",
            "max",
            "min",
            "multiplyExact",
            "multiplyHigh",
            "nextDown",
            "nextUp",
            "rint",
            "round",
            "scalb",
            "signum",
            "sqrt",
            "subtractExact",
            "toIntExact",
            "ulp");

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

    /** Math's functions and the digits of a fraction differ between JDKs, StrictMath's functions do not. */
    @ArchTest
    static final ArchRule learningIsTheSameOnEveryJdk = noClasses()
            .that()
            .resideInAnyPackage(LEARNING)
            .should()
            .accessTargetWhere(
                    describe("functions of Math that a JDK may round as it likes", ArchitectureTest::isInexact))
            .orShould()
            .accessTargetWhere(describe("a fraction's digits", ArchitectureTest::isTextOfAFraction));

    /** Samples and the seed alone decide what is learned. */
    @ArchTest
    static final ArchRule learningKnowsNoClockNoThreadAndNoChance = noClasses()
            .that()
            .resideInAnyPackage(LEARNING)
            .should()
            .accessTargetWhere(describe("a clock", ArchitectureTest::isClock))
            .orShould()
            .accessTargetWhere(describe("chance without a seed", ArchitectureTest::isUnseeded))
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(Clock.class, SecureRandom.class, Thread.class, ThreadLocal.class, ThreadLocalRandom.class);

    private static boolean isInexact(JavaAccess<?> access) {
        return access.getTargetOwner().isEquivalentTo(Math.class) && !EXACT.contains(access.getName());
    }

    /** A concatenation with + is not seen. */
    private static boolean isTextOfAFraction(JavaAccess<?> access) {
        return switch (access.getTargetOwner().getName()) {
            case "java.lang.Double", "java.lang.Float" -> access.getName().equals("toString");
            case "java.lang.String", "java.lang.StringBuilder" ->
                parameters(access).stream()
                        .anyMatch(type -> type.isEquivalentTo(double.class) || type.isEquivalentTo(float.class));
            default -> false;
        };
    }

    private static boolean isClock(JavaAccess<?> access) {
        return switch (access.getTargetOwner().getName()) {
            case "java.lang.System" -> Set.of("nanoTime", "currentTimeMillis").contains(access.getName());
            case "java.util.Date" -> parameters(access).isEmpty();
            default ->
                access.getTargetOwner().getPackageName().startsWith("java.time")
                        && access.getName().equals("now");
        };
    }

    private static boolean isUnseeded(JavaAccess<?> access) {
        return switch (access.getTargetOwner().getName()) {
            case "java.util.Random", "java.util.SplittableRandom" ->
                access.getName().equals("<init>") && parameters(access).isEmpty();
            case "java.util.UUID" -> access.getName().equals("randomUUID");
            case "java.lang.Math", "java.lang.StrictMath" -> access.getName().equals("random");
            default -> false;
        };
    }

    private static List<JavaClass> parameters(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target ? target.getRawParameterTypes() : List.of();
    }
}
