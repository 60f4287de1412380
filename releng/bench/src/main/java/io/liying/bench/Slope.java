package io.liying.bench;

import java.util.List;

/** The slope of the straight line through points that has the least squares. */
record Slope(double value, double standardError) {

    /** @param points of x and y, three at least */
    static Slope of(List<double[]> points) {
        int n = points.size();
        double meanX = points.stream().mapToDouble(point -> point[0]).average().orElse(0);
        double meanY = points.stream().mapToDouble(point -> point[1]).average().orElse(0);
        double xx = 0;
        double xy = 0;
        for (double[] point : points) {
            xx += (point[0] - meanX) * (point[0] - meanX);
            xy += (point[0] - meanX) * (point[1] - meanY);
        }
        double slope = xy / xx;
        double residuals = 0;
        for (double[] point : points) {
            double residual = point[1] - meanY - slope * (point[0] - meanX);
            residuals += residual * residual;
        }
        return new Slope(slope, Math.sqrt(residuals / (n - 2) / xx));
    }
}
