package io.liying.nlu.intent;

/**
 * Products of matrices whose rows are arrays of their own, so that all arrays of an inner loop are read at the same place:
 * only then does the compiler make vector instructions of it.
 */
final class Matrix {

    private static final int STEP = 4;

    private Matrix() {}

    /** Adds to {@code n} rows of {@code c} the product of {@code a} and {@code b}. */
    static void multiply(float[][] a, float[][] b, float[][] c, int n) {
        for (int row = 0; row < n; row++) {
            multiply(a[row], b, c[row]);
        }
    }

    /** Adds to {@code c} the product of the row {@code a} and {@code b}. */
    static void multiply(float[] a, float[][] b, float[] c) {
        int p = 0;
        for (; p + STEP <= a.length; p += STEP) {
            add(a[p], b[p], a[p + 1], b[p + 1], a[p + 2], b[p + 2], a[p + 3], b[p + 3], c);
        }
        for (; p < a.length; p++) {
            add(a[p], b[p], c);
        }
    }

    /** Adds to {@code c} the product of the transposed {@code n} rows of {@code a} and those of {@code b}. */
    static void multiplyTransposed(float[][] a, float[][] b, float[][] c, int n) {
        for (int row = 0; row < c.length; row++) {
            multiplyTransposed(a, b, c[row], row, n);
        }
    }

    private static void multiplyTransposed(float[][] a, float[][] b, float[] c, int row, int n) {
        int i = 0;
        for (; i + STEP <= n; i += STEP) {
            add(a[i][row], b[i], a[i + 1][row], b[i + 1], a[i + 2][row], b[i + 2], a[i + 3][row], b[i + 3], c);
        }
        for (; i < n; i++) {
            add(a[i][row], b[i], c);
        }
    }

    private static void add(float x, float[] p, float y, float[] q, float z, float[] r, float u, float[] s, float[] c) {
        for (int j = 0; j < c.length; j++) {
            c[j] += x * p[j] + y * q[j] + z * r[j] + u * s[j];
        }
    }

    /** Adds to {@code c} the multiple of {@code b}. */
    static void add(float x, float[] b, float[] c) {
        for (int j = 0; j < c.length; j++) {
            c[j] += x * b[j];
        }
    }
}
