package io.liying.workbench.ui.kit;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Path;

/** Line icons on a grid of 24, drawn at any size and in any colour. */
public enum Icon {
    PLUS("M 12 5 L 12 19 M 5 12 L 19 12"),
    SEND("M 12 19 L 12 5 M 5.5 11.5 L 12 5 L 18.5 11.5"),
    STOP("M 7.5 7.5 L 16.5 7.5 L 16.5 16.5 L 7.5 16.5 Z"),
    SEARCH("O 10.5 10.5 6 M 15 15 L 20 20"),
    CLOSE("M 6.5 6.5 L 17.5 17.5 M 17.5 6.5 L 6.5 17.5"),
    TRASH("M 4.5 7 L 19.5 7 M 9 7 L 9 4.5 L 15 4.5 L 15 7 M 6.5 7 L 7.5 19.5 L 16.5 19.5 L 17.5 7"),
    PENCIL("M 4.5 19.5 L 5.5 15.5 L 16 5 L 19 8 L 8.5 18.5 Z"),
    EXPORT("M 12 4 L 12 15 M 7.5 10.5 L 12 15 L 16.5 10.5 M 4.5 17 L 4.5 20 L 19.5 20 L 19.5 17"),
    PANEL("M 4 5 L 20 5 L 20 19 L 4 19 Z M 14.5 5 L 14.5 19"),
    SETTINGS("M 4 8 L 12 8 M 18 8 L 20 8 O 15 8 2.6 M 4 16 L 6 16 M 12 16 L 20 16 O 9 16 2.6"),
    BELL("M 6 17 C 7.5 15 7 12 7.5 10 C 8.2 7 10 5.5 12 5.5 C 14 5.5 15.8 7 16.5 10 C 17 12 16.5 15 18 17 Z"
            + " M 10.5 19.5 L 13.5 19.5"),
    MICROPHONE("M 12 3.5 C 10.3 3.5 9 4.8 9 6.5 L 9 11.5 C 9 13.2 10.3 14.5 12 14.5 C 13.7 14.5 15 13.2 15 11.5"
            + " L 15 6.5 C 15 4.8 13.7 3.5 12 3.5 Z M 5.5 11 C 5.5 14.8 8.4 17.5 12 17.5 C 15.6 17.5 18.5 14.8 18.5 11"
            + " M 12 17.5 L 12 20.5"),
    SUN("O 12 12 3.8 M 12 3.5 L 12 5 M 12 19 L 12 20.5 M 3.5 12 L 5 12 M 19 12 L 20.5 12 M 6 6 L 7 7 M 17 17 L 18 18"
            + " M 6 18 L 7 17 M 17 7 L 18 6"),
    MOON("M 19 14 C 12 17 7 12 10 5 C 6 6.2 4 9.5 4.6 13 C 5.2 17 8.5 19.6 12.2 19.4 C 15.3 19.2 17.8 17.2 19 14 Z");

    private static final String[] BUBBLE = ("M 12 4.6 C 16.1 4.6 19 7.4 19 11.1 C 19 14.8 16.1 17.6 12 17.6"
                    + " C 11.2 17.6 10.4 17.5 9.7 17.3 L 6.4 19.4 L 6.7 15.8 C 5.6 14.6 5 13 5 11.1"
                    + " C 5 7.4 7.9 4.6 12 4.6 Z")
            .split(" ");
    private static final String[] SPARK = ("M 12 7.2 C 12.5 10 13.2 10.7 16 11.2 C 13.2 11.7 12.5 12.4 12 15.2"
                    + " C 11.5 12.4 10.8 11.7 8 11.2 C 10.8 10.7 11.5 10 12 7.2 Z")
            .split(" ");

    private final String[] outline;

    Icon(String outline) {
        this.outline = outline.split(" ");
    }

    /** Draws the icon into a square. */
    public void draw(GC gc, Color color, int x, int y, int size) {
        gc.setAntialias(SWT.ON);
        gc.setForeground(color);
        gc.setLineWidth(Math.max(1, Math.round(size / 11f)));
        gc.setLineCap(SWT.CAP_ROUND);
        gc.setLineJoin(SWT.JOIN_ROUND);
        Path path = path(gc, outline, x, y, size / 24f);
        gc.drawPath(path);
        if (this == STOP) {
            gc.setBackground(color);
            gc.fillPath(path);
        }
        path.dispose();
    }

    /** Draws LiYing's sign into a square. */
    public static void drawLogo(GC gc, Look look, int x, int y, int size) {
        gc.setAntialias(SWT.ON);
        gc.setBackground(look.color(look.palette().accent()));
        gc.fillRoundRectangle(x, y, size, size, size * 13 / 24, size * 13 / 24);
        fill(gc, look.color(0xFFFFFF), x, y, size, BUBBLE);
        fill(gc, look.color(look.palette().accent()), x, y, size, SPARK);
    }

    private static void fill(GC gc, Color color, int x, int y, int size, String[] outline) {
        Path path = path(gc, outline, x, y, size / 24f);
        gc.setBackground(color);
        gc.fillPath(path);
        path.dispose();
    }

    private static Path path(GC gc, String[] outline, float x, float y, float scale) {
        Path path = new Path(gc.getDevice());
        int next = 0;
        while (next < outline.length) {
            String step = outline[next++];
            int numbers = switch (step) {
                case "Z" -> 0;
                case "O" -> 3;
                case "C" -> 6;
                default -> 2;
            };
            float[] at = new float[numbers];
            for (int i = 0; i < numbers; i++) {
                boolean radius = step.equals("O") && i == 2;
                at[i] = Float.parseFloat(outline[next++]) * scale + (radius ? 0 : i % 2 == 0 ? x : y);
            }
            switch (step) {
                case "M" -> path.moveTo(at[0], at[1]);
                case "L" -> path.lineTo(at[0], at[1]);
                case "C" -> path.cubicTo(at[0], at[1], at[2], at[3], at[4], at[5]);
                case "O" -> {
                    path.moveTo(at[0] + at[2], at[1]);
                    path.addArc(at[0] - at[2], at[1] - at[2], at[2] * 2, at[2] * 2, 0, 360);
                }
                case "Z" -> path.close();
                default -> throw new IllegalArgumentException("an outline has no step " + step);
            }
        }
        return path;
    }
}
