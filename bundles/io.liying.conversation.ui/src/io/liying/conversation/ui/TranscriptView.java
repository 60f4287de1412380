package io.liying.conversation.ui;

import io.liying.conversation.ui.model.Bubble;
import io.liying.conversation.ui.model.ConversationModel;
import io.liying.workbench.ui.kit.Copyable;
import io.liying.workbench.ui.kit.Look;
import io.liying.workbench.ui.kit.SmoothCanvas;
import io.liying.workbench.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** The messages of a session as bubbles, with a selection over all of them. */
final class TranscriptView extends SmoothCanvas implements Copyable {

    private static final int COLUMN = 760;
    private static final int MARGIN = 24;
    private static final int DOT_MILLIS = 130;

    private final ConversationModel model;
    private final Look look;
    private final Texts texts;
    private List<LaidBubble> laid = List.of();
    private Selection selection = Selection.NONE;
    private boolean dragging;
    private boolean ticking;
    private int tick;

    TranscriptView(Composite parent, Look look, Texts texts, ConversationModel model) {
        super(parent);
        this.model = model;
        this.look = look;
        this.texts = texts;
        setBackground(look.color(look.palette().background()));
        addListener(SWT.Dispose, event -> laid.forEach(LaidBubble::dispose));
        addListener(SWT.MouseDown, this::press);
        addListener(SWT.MouseMove, this::drag);
        addListener(SWT.MouseUp, event -> dragging = false);
        addListener(SWT.MouseDoubleClick, this::selectWord);
        addListener(SWT.KeyDown, this::key);
        addListener(SWT.FocusIn, event -> remember(getDisplay()));
        setMenu(menu());
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = texts.text("transcript.name");
            }

            @Override
            public void getDescription(AccessibleEvent event) {
                event.result = laid.isEmpty() ? "" : laid.getLast().text();
            }
        });
    }

    /** Shows the messages as they are now; stays at the end if the end was to be seen. */
    void show(boolean anotherSession) {
        boolean end = atEnd() || anotherSession;
        if (anotherSession) {
            selection = Selection.NONE;
        }
        relayout();
        if (anotherSession) {
            jumpToEnd();
        } else if (end) {
            glideToEnd();
        }
        redraw();
        if (!ticking && model.isRunning()) {
            ticking = true;
            tick();
        }
    }

    private void tick() {
        if (isDisposed() || !model.isRunning()) {
            ticking = false;
            return;
        }
        tick++;
        if (model.bubbles().getLast().text().isEmpty()) {
            redraw();
        }
        getDisplay().timerExec(DOT_MILLIS, this::tick);
    }

    @Override
    protected boolean staysAtEnd() {
        return true;
    }

    @Override
    protected int arrange(int width) {
        int column = Math.max(160, Math.min(COLUMN, width - 2 * MARGIN));
        int left = (width - column) / 2;
        List<Bubble> bubbles = model.bubbles();
        List<LaidBubble> next = new ArrayList<>();
        int y = MARGIN;
        for (int i = 0; i < bubbles.size(); i++) {
            Bubble bubble = bubbles.get(i);
            boolean same = i < laid.size() && laid.get(i).fits(bubble, column);
            LaidBubble now = same ? laid.get(i) : new LaidBubble(getDisplay(), look, texts, bubble, column);
            if (!same && i < laid.size()) {
                laid.get(i).dispose();
            }
            now.place(left, y);
            y += now.height() + 14;
            next.add(now);
        }
        laid.stream().skip(bubbles.size()).forEach(LaidBubble::dispose);
        laid = next;
        return bubbles.isEmpty() ? 0 : y + MARGIN - 14;
    }

    @Override
    protected void draw(GC gc, Rectangle area) {
        for (int i = 0; i < laid.size(); i++) {
            LaidBubble bubble = laid.get(i);
            if (bubble.top() - origin() < area.height && bubble.top() + bubble.height() > origin()) {
                bubble.draw(gc, origin(), selection.within(i, bubble.length()), model.chosen() == i, tick);
            }
        }
    }

    private int bubbleAt(int y) {
        for (int i = 0; i < laid.size(); i++) {
            if (y + origin() < laid.get(i).top() + laid.get(i).height() + 7) {
                return i;
            }
        }
        return laid.size() - 1;
    }

    private void press(Event event) {
        setFocus();
        if (laid.isEmpty() || event.button != 1) {
            return;
        }
        int bubble = bubbleAt(event.y);
        int offset = laid.get(bubble).offsetAt(event.x, event.y + origin());
        boolean extend = (event.stateMask & SWT.SHIFT) != 0;
        selection = extend ? selection.to(bubble, offset) : Selection.at(bubble, offset);
        dragging = true;
        if (!extend && laid.get(bubble).contains(event.x, event.y + origin())) {
            model.inspect(bubble);
        }
        redraw();
    }

    private void drag(Event event) {
        if (laid.isEmpty()) {
            return;
        }
        int bubble = bubbleAt(event.y);
        boolean over = laid.get(bubble).contains(event.x, event.y + origin());
        setCursor(over ? getDisplay().getSystemCursor(SWT.CURSOR_IBEAM) : null);
        if (dragging) {
            selection = selection.to(bubble, laid.get(bubble).offsetAt(event.x, event.y + origin()));
            int outside = event.y < 0 ? event.y : Math.max(0, event.y - getClientArea().height);
            if (outside != 0) {
                jump(origin() + outside / 2);
            }
            redraw();
        }
    }

    private void selectWord(Event event) {
        if (!laid.isEmpty()) {
            int bubble = bubbleAt(event.y);
            int[] word = laid.get(bubble).wordAt(event.x, event.y + origin());
            selection = Selection.at(bubble, word[0]).to(bubble, word[1]);
            dragging = false;
            redraw();
        }
    }

    private void key(Event event) {
        if ((event.stateMask & SWT.MOD1) != 0 && event.keyCode == 'a') {
            selectAll();
        } else if ((event.stateMask & SWT.MOD1) != 0 && event.keyCode == 'c') {
            copy();
        } else if (event.character == SWT.ESC) {
            model.stop();
        } else {
            scroll(event.keyCode);
        }
    }

    private void selectAll() {
        if (!laid.isEmpty()) {
            selection = Selection.at(0, 0).to(laid.size() - 1, laid.getLast().length());
            redraw();
        }
    }

    void selectNone() {
        selection = Selection.NONE;
        redraw();
    }

    /** The selected text; messages stand on lines of their own. */
    String selectedText() {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < laid.size(); i++) {
            int[] range = selection.within(i, laid.get(i).length());
            if (range[1] > range[0]) {
                parts.add(laid.get(i).text().substring(range[0], range[1]));
            }
        }
        return String.join("\n", parts);
    }

    @Override
    public void copy() {
        String selected = selectedText();
        if (!selected.isEmpty()) {
            Clipboard clipboard = new Clipboard(getDisplay());
            clipboard.setContents(new Object[] {selected}, new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
        }
    }

    private Menu menu() {
        Menu menu = new Menu(this);
        MenuItem copy = new MenuItem(menu, SWT.PUSH);
        copy.setText(texts.text("menu.copy"));
        copy.addListener(SWT.Selection, event -> copy());
        MenuItem all = new MenuItem(menu, SWT.PUSH);
        all.setText(texts.text("menu.selectAll"));
        all.addListener(SWT.Selection, event -> selectAll());
        menu.addListener(SWT.Show, event -> copy.setEnabled(!selectedText().isEmpty()));
        return menu;
    }
}
