package io.eddy.cli.demo;

import java.util.List;

/**
 * Means and covariances of seven measures of the kernels of three varieties of wheat, 70 kernels each, computed from the
 * UCI Seeds data (Charytanowicz et al. 2010). Area in mm2, lengths in mm.
 */
final class WheatStatistics {
    /** One variety: its mean of each measure, and the lower triangle of their covariance. */
    record Variety(String name, double[] mean, double[][] covariance) {}

    static final List<String> MEASURES =
            List.of("area", "perimeter", "compactness", "kernel_length", "kernel_width", "asymmetry", "groove_length");

    static final List<Variety> VARIETIES = List.of(
            new Variety(
                    "Kama",
                    new double[] {14.3344, 14.2943, 0.88007, 5.50806, 3.24463, 2.6674, 5.08721},
                    new double[][] {
                        {1.47794},
                        {0.684437, 0.332448},
                        {0.00730327, 0.00153962, 0.000262146},
                        {0.234944, 0.122965, -0.000548395, 0.053596},
                        {0.194349, 0.0821697, 0.0019169, 0.0226387, 0.0315473},
                        {-0.0720436, -0.0365102, 0.00070244, -0.00997077, -0.00556112, 1.37804},
                        {0.231123, 0.120674, -0.000559634, 0.0528776, 0.0209413, -0.00341016, 0.069537}
                    }),
            new Variety(
                    "Rosa",
                    new double[] {18.3343, 16.1357, 0.883517, 6.14803, 3.67741, 3.6448, 6.0206},
                    new double[][] {
                        {2.07215},
                        {0.866674, 0.380683},
                        {0.00608306, 0.000547625, 0.000240251},
                        {0.319051, 0.149998, -0.000901838, 0.0719265},
                        {0.235165, 0.0878995, 0.00185128, 0.0255311, 0.0344248},
                        {-0.0672065, -0.0233923, -0.00125636, -0.0166644, 0.00287248, 1.39681},
                        {0.266187, 0.127184, -0.000979528, 0.0637499, 0.0189231, -0.0244835, 0.0644824}
                    }),
            new Variety(
                    "Canadian",
                    new double[] {11.8739, 13.2479, 0.849409, 5.22951, 2.85377, 4.7884, 5.1164},
                    new double[][] {
                        {0.522734},
                        {0.223236, 0.115733},
                        {0.00860179, 0.00107603, 0.000473482},
                        {0.0515494, 0.0372685, -0.00111118, 0.0190482},
                        {0.0921309, 0.0294812, 0.00276473, 0.00167071, 0.021761},
                        {0.0382754, 0.0259558, -0.00107406, 0.0239244, 0.0146312, 1.78614},
                        {0.0302764, 0.0300606, -0.00169661, 0.0185332, -0.00321839, 0.0233349, 0.0262661}
                    }));

    private WheatStatistics() {}
}
