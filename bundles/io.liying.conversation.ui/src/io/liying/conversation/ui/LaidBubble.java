package io.liying.conversation.ui;

import io.liying.conversation.api.Message.Role;
import io.liying.conversation.ui.model.Bubble;
import io.liying.conversation.ui.model.Bubble.State;
import io.liying.conversation.ui.model.RichText;
import io.liying.workbench.ui.kit.Icon;
import io.liying.workbench.ui.kit.Look;
import io.liying.workbench.ui.kit.Palette;
import io.liying.workbench.ui.kit.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.TextLayout;
import org.eclipse.swt.graphics.TextStyle;
import org.eclipse.swt.widgets.Display;

/** One message set into lines, ready to be drawn. */
final class LaidBubble {

    private static final int PAD_X = 14;
    private static final int PAD_Y = 10;
    private static final int ARC = 24;
    private static final int AVATAR = 28;
    private static final int GAP = 12;

    private final Bubble bubble;
    private final Look look;
    private final int column;
    private final TextLayout layout;
    private final String note;
    private final int width;
    private final int height;
    private int left;
    private int top;

    LaidBubble(Display display, Look look, Texts texts, Bubble bubble, int column) {
        this.bubble = bubble;
        this.look = look;
        this.column = column;
        layout = new TextLayout(display);
        layout.setFont(look.body());
        layout.setSpacing(3);
        boolean failed = bubble.state() == State.FAILED;
        String shown = failed && bubble.text().isEmpty() ? texts.text("answer.failed") : bubble.text();
        note = bubble.state() == State.STOPPED ? texts.text("answer.stopped") : "";
        RichText rich = bubble.role() == Role.PERSON ? new RichText(shown, java.util.List.of()) : RichText.of(shown);
        layout.setText(rich.text());
        rich.spans().forEach(this::style);
        int most = (isPerson() ? column * 4 / 5 : column - AVATAR - GAP) - 2 * PAD_X;
        if (layout.getBounds().width > most) {
            layout.setWidth(most);
        }
        Rectangle bounds = layout.getBounds();
        boolean waiting = isWaiting();
        width = waiting ? 62 : Math.max(24, bounds.width + 1) + 2 * PAD_X;
        height = (waiting ? 18 : shown.isEmpty() ? 0 : bounds.height)
                + 2 * PAD_Y
                + (note.isEmpty() || shown.isEmpty() ? 0 : 22)
                + (shown.isEmpty() && !note.isEmpty() ? 20 : 0);
    }

    private void style(RichText.Span span) {
        if (span.end() <= span.start()) {
            return;
        }
        Font font = switch (span.style()) {
            case STRONG -> look.bold();
            case EMPHASIS -> look.italic();
            case CODE -> look.mono();
        };
        Color back =
                span.style() == RichText.Style.CODE ? look.color(look.palette().track()) : null;
        layout.setStyle(new TextStyle(font, null, back), span.start(), span.end() - 1);
    }

    /** Whether this is how that message looks in a column of that width. */
    boolean fits(Bubble other, int width) {
        return bubble.equals(other) && column == width;
    }

    void place(int columnLeft, int y) {
        left = isPerson() ? columnLeft + column - width : columnLeft + AVATAR + GAP;
        top = y;
    }

    int top() {
        return top;
    }

    int height() {
        return height;
    }

    int length() {
        return layout.getText().length();
    }

    String text() {
        return layout.getText();
    }

    boolean contains(int x, int y) {
        return new Rectangle(left, top, width, height).contains(x, y);
    }

    /** The place between two characters that is nearest to a point. */
    int offsetAt(int x, int y) {
        if (y < top) {
            return 0;
        }
        if (y >= top + height) {
            return length();
        }
        int[] trailing = new int[1];
        int offset = layout.getOffset(x - left - PAD_X, y - top - PAD_Y, trailing);
        return Math.clamp(offset + trailing[0], 0, length());
    }

    /** Where the word at a point starts and ends. */
    int[] wordAt(int x, int y) {
        if (length() == 0) {
            return new int[] {0, 0};
        }
        int offset = Math.min(offsetAt(x, y), length() - 1);
        int start = layout.getPreviousOffset(offset + 1, SWT.MOVEMENT_WORD_START);
        return new int[] {start, layout.getNextOffset(start, SWT.MOVEMENT_WORD_END)};
    }

    private boolean isPerson() {
        return bubble.role() == Role.PERSON;
    }

    private boolean isWaiting() {
        return bubble.state() == State.STREAMING && bubble.text().isEmpty();
    }

    void draw(GC gc, int origin, int[] selected, boolean chosen, int tick) {
        Palette palette = look.palette();
        boolean failed = bubble.state() == State.FAILED;
        int y = top - origin;
        if (!isPerson()) {
            Icon.drawLogo(gc, look, left - AVATAR - GAP, y + 4, AVATAR);
        }
        gc.setBackground(look.color(isPerson() ? palette.accent() : failed ? palette.dangerSoft() : palette.surface()));
        gc.fillRoundRectangle(left, y, width, height, ARC, ARC);
        if (!isPerson()) {
            gc.setLineWidth(1);
            gc.setForeground(look.color(chosen ? palette.accent() : failed ? palette.dangerSoft() : palette.line()));
            gc.drawRoundRectangle(left, y, width - 1, height - 1, ARC, ARC);
        }
        if (isWaiting()) {
            dots(gc, y, tick);
            return;
        }
        gc.setForeground(look.color(isPerson() ? palette.onAccent() : failed ? palette.danger() : palette.text()));
        Color selectedBack = look.color(isPerson() ? 0x9090EE : palette.selection());
        boolean any = selected[1] > selected[0];
        layout.draw(
                gc,
                left + PAD_X,
                y + PAD_Y,
                any ? selected[0] : -1,
                any ? selected[1] - 1 : -1,
                gc.getForeground(),
                selectedBack);
        if (!note.isEmpty()) {
            gc.setFont(look.small());
            gc.setForeground(look.color(palette.faint()));
            gc.drawText(note, left + PAD_X, y + height - 26, true);
        }
    }

    private void dots(GC gc, int y, int tick) {
        gc.setBackground(look.color(look.palette().accentText()));
        for (int i = 0; i < 3; i++) {
            gc.setAlpha(tick % 4 == i ? 255 : 90);
            gc.fillOval(left + 17 + i * 11, y + height / 2 - 3, 6, 6);
        }
        gc.setAlpha(255);
    }

    void dispose() {
        layout.dispose();
    }
}
