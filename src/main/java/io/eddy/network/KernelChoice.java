package io.eddy.network;

/** Which kernels a JVM uses: decided once, by what it was started with. */
public final class KernelChoice {
    private static final String KEY = "eddy.kernels";
    private static final String MODULE = "jdk.incubator.vector";

    private KernelChoice() {}

    /**
     * {@code vector} or {@code plain}.
     *
     * @throws IllegalStateException if what was chosen is not there
     */
    public static String name() {
        return choose() instanceof PlainKernels ? "plain" : "vector";
    }

    static Kernels choose() {
        String wanted = System.getProperty(KEY, "auto");
        boolean present = ModuleLayer.boot().findModule(MODULE).isPresent();
        return switch (wanted) {
            case "plain" -> new PlainKernels();
            case "auto" -> present ? vector() : new PlainKernels();
            case "vector" -> {
                if (!present) {
                    throw new IllegalStateException(
                            KEY + "=vector needs the module " + MODULE + ": start java with --add-modules " + MODULE);
                }
                yield vector();
            }
            default -> throw new IllegalStateException(KEY + "=" + wanted + " is none of auto, plain, vector");
        };
    }

    /** By its name, since without the module the class can't even be loaded. */
    static Kernels vector() {
        try {
            return Class.forName(KernelChoice.class.getPackageName() + ".VectorApiKernels")
                    .asSubclass(Kernels.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this build has no vector kernels", e);
        }
    }
}
