package io.liying.nlu.intent;

/**
 * Products of matrices whose rows stand one after the other in an array. The inner loops are such that the compiler makes
 * vector instructions of them.
 */
final class Matrix {

    private static final int STEP = 4;

    private Matrix() {}

    /** Adds to {@code c} ({@code n × m}) the product of {@code a} ({@code n × k}) and {@code b} ({@code k × m}). */
    static void multiply(float[] a, float[] b, float[] c, int n, int k, int m) {
        for (int row = 0; row < n; row++) {
            multiplyRow(a, b, c, row, k, m);
        }
    }

    private static void multiplyRow(float[] a, float[] b, float[] c, int row, int k, int m) {
        int to = row * m;
        int from = row * k;
        int p = 0;
        for (; p + STEP <= k; p += STEP) {
            add(a[from + p], a[from + p + 1], a[from + p + 2], a[from + p + 3], b, p * m, m, c, to, m);
        }
        for (; p < k; p++) {
            add(a[from + p], b, p * m, c, to, m);
        }
    }

    /**
     * Adds to {@code c} ({@code k × m}) the product of the transposed {@code a} ({@code n × k}) and {@code b}
     * ({@code n × m}).
     */
    static void multiplyTransposed(float[] a, float[] b, float[] c, int n, int k, int m) {
        for (int row = 0; row < k; row++) {
            multiplyTransposedRow(a, b, c, row, n, k, m);
        }
    }

    private static void multiplyTransposedRow(float[] a, float[] b, float[] c, int row, int n, int k, int m) {
        int to = row * m;
        int i = 0;
        for (; i + STEP <= n; i += STEP) {
            int at = i * k + row;
            add(a[at], a[at + k], a[at + 2 * k], a[at + 3 * k], b, i * m, m, c, to, m);
        }
        for (; i < n; i++) {
            add(a[i * k + row], b, i * m, c, to, m);
        }
    }

    private static void add(
            float x, float y, float z, float u, float[] b, int from, int stride, float[] c, int to, int length) {
        int second = from + stride;
        int third = second + stride;
        int fourth = third + stride;
        for (int j = 0; j < length; j++) {
            c[to + j] += x * b[from + j] + y * b[second + j] + z * b[third + j] + u * b[fourth + j];
        }
    }

    private static void add(float x, float[] b, int from, float[] c, int to, int length) {
        for (int j = 0; j < length; j++) {
            c[to + j] += x * b[from + j];
        }
    }
}
