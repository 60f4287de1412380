package io.liying.conversation.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** The window as a person uses it. Called by the test's thread. */
final class WorkbenchPage {

    private static final int LOOK_MILLIS = 20;

    private final Display display;

    WorkbenchPage(Display display) {
        this.display = display;
    }

    private <T> T on(Supplier<T> question) {
        List<T> answer = new ArrayList<>();
        display.syncExec(() -> answer.add(question.get()));
        return answer.getFirst();
    }

    private void act(Runnable action) {
        display.syncExec(action);
    }

    /** Looks again and again, as the event loop goes, until it is so. */
    void waitUntil(String what, BooleanSupplier condition) throws Exception {
        CompletableFuture<Void> met = new CompletableFuture<>();
        act(() -> look(condition, met));
        try {
            met.get(20, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            screenshot("late");
            throw new AssertionError("after 20 s it is still not so: " + what + "; see late.png", late);
        }
    }

    private void look(BooleanSupplier condition, CompletableFuture<Void> met) {
        if (condition.getAsBoolean()) {
            met.complete(null);
        } else if (!met.isDone() && !display.isDisposed()) {
            display.timerExec(LOOK_MILLIS, () -> look(condition, met));
        }
    }

    private Shell window() {
        for (Shell shell : display.getShells()) {
            if (shell.getMenuBar() != null) {
                return shell;
            }
        }
        throw new AssertionError("there is no window");
    }

    private <T extends Control> T find(Class<T> type, String id) {
        for (Shell shell : display.getShells()) {
            Control found = find(shell, id);
            if (found != null) {
                return type.cast(found);
            }
        }
        throw new AssertionError("there is no " + id);
    }

    private static Control find(Control control, String id) {
        if (id.equals(control.getData("org.eclipse.e4.ui.css.id"))) {
            return control;
        }
        if (control instanceof Composite parent) {
            for (Control child : parent.getChildren()) {
                Control found = find(child, id);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** Types into the composer and presses Enter. */
    void say(String text) {
        act(() -> {
            StyledText composer = find(StyledText.class, "composer");
            composer.setText(text);
            key(composer, SWT.CR, '\r', 0);
        });
    }

    String composer() {
        return on(() -> find(StyledText.class, "composer").getText());
    }

    /** Presses Shift+Enter in the composer. */
    void beginLine(String before) {
        act(() -> {
            StyledText composer = find(StyledText.class, "composer");
            composer.setText(before);
            composer.setCaretOffset(before.length());
            key(composer, SWT.CR, '\r', SWT.SHIFT);
        });
    }

    private static void key(Control control, int code, char character, int state) {
        Event event = new Event();
        event.keyCode = code;
        event.character = character;
        event.stateMask = state;
        control.notifyListeners(SWT.KeyDown, event);
    }

    void press(String id) {
        act(() -> find(Control.class, id).notifyListeners(SWT.Selection, new Event()));
    }

    boolean isShown(String id) {
        return on(() -> find(Control.class, id).isVisible());
    }

    /** All messages, each on its own lines: what Ctrl+A and Ctrl+C would copy. */
    String conversation() {
        return on(this::readConversation);
    }

    private String readConversation() {
        TranscriptView transcript = find(TranscriptView.class, "transcript");
        if (!transcript.isVisible()) {
            return "";
        }
        key(transcript, 'a', (char) 1, SWT.MOD1);
        return transcript.selectedText();
    }

    void waitForConversation(String text) throws Exception {
        waitUntil("the conversation is: " + text, () -> readConversation().equals(text));
    }

    String inspector() {
        return on(() -> String.valueOf(find(InspectorView.class, "inspector").getData("shown")));
    }

    void waitForInspector(String text) throws Exception {
        waitUntil(
                "the inspector shows: " + text,
                () -> text.equals(find(InspectorView.class, "inspector").getData("shown")));
    }

    /** The texts of all labels below a widget. */
    List<String> labels(String id) {
        return on(() -> {
            List<String> texts = new ArrayList<>();
            collect(id.isEmpty() ? window() : find(Composite.class, id), texts);
            return texts;
        });
    }

    private static void collect(Composite parent, List<String> texts) {
        for (Control child : parent.getChildren()) {
            if (child instanceof Label label) {
                texts.add(label.getText());
            } else if (child instanceof Composite composite) {
                collect(composite, texts);
            }
        }
    }

    void waitForLabel(String text) throws Exception {
        waitUntil("a label says: " + text, () -> {
            List<String> texts = new ArrayList<>();
            collect(window(), texts);
            return texts.contains(text);
        });
    }

    int suggestions() {
        return on(() -> find(Composite.class, "suggestions").getChildren().length);
    }

    void waitForSuggestions(int count) throws Exception {
        waitUntil(
                count + " suggestions",
                () -> find(Composite.class, "suggestions").getChildren().length == count);
    }

    void pressSuggestion(int index) {
        act(() ->
                find(Composite.class, "suggestions").getChildren()[index].notifyListeners(SWT.Selection, new Event()));
    }

    int sessions() {
        return on(() -> find(SessionsCanvas.class, "sessions").count());
    }

    /** Presses Delete in the list of sessions. */
    void deleteCurrentSession() {
        act(() -> key(find(SessionsCanvas.class, "sessions"), SWT.DEL, SWT.DEL, 0));
    }

    void search(String words) {
        act(() -> find(StyledText.class, "search").setText(words));
    }

    void fill(String id, String text) {
        act(() -> find(Text.class, id).setText(text));
    }

    void choose(String id, int index) {
        act(() -> find(Combo.class, id).select(index));
    }

    String written(String id) {
        return on(() -> find(Text.class, id).getText());
    }

    /** The titles of the views beside the conversation. */
    List<String> tabs() {
        return on(() -> {
            List<String> titles = new ArrayList<>();
            collectTabs(window(), titles);
            return titles;
        });
    }

    private static void collectTabs(Composite parent, List<String> titles) {
        for (Control child : parent.getChildren()) {
            if (child instanceof CTabFolder folder) {
                for (CTabItem item : folder.getItems()) {
                    titles.add(item.getText());
                }
            } else if (child instanceof Composite composite) {
                collectTabs(composite, titles);
            }
        }
    }

    /** The names of the menus. */
    List<String> menus() {
        return on(() -> {
            List<String> names = new ArrayList<>();
            for (MenuItem item : window().getMenuBar().getItems()) {
                names.add(item.getText());
            }
            return names;
        });
    }

    /** Chooses a menu item by its place. */
    void menu(int menu, int item) {
        act(() -> {
            var shown = window().getMenuBar().getItem(menu).getMenu();
            shown.notifyListeners(SWT.Show, new Event());
            shown.getItem(item).notifyListeners(SWT.Selection, new Event());
        });
    }

    /** Closes the small window that was opened last. */
    void closeSheet() {
        act(() -> {
            Shell[] shells = window().getShells();
            shells[shells.length - 1].close();
        });
    }

    /** The title of the small window and its labels. */
    List<String> sheet() {
        return on(() -> {
            Shell[] shells = window().getShells();
            List<String> texts = new ArrayList<>();
            texts.add(shells[shells.length - 1].getText());
            collect(shells[shells.length - 1], texts);
            return texts;
        });
    }

    /** The accelerator that stands beside a menu item. */
    String menuText(int menu, int item) {
        return on(() -> {
            var shown = window().getMenuBar().getItem(menu).getMenu();
            shown.notifyListeners(SWT.Show, new Event());
            return shown.getItem(item).getText();
        });
    }

    /** Whether the middle of the conversation is dark. */
    boolean isDark() {
        return on(() -> find(Control.class, "transcript").getBackground().getRed() < 80);
    }

    void waitUntilDark(boolean dark) throws Exception {
        waitUntil(
                "dark: " + dark,
                () -> (find(Control.class, "transcript").getBackground().getRed() < 80) == dark);
    }

    /** Paints what is outstanding and writes the window as a picture. */
    void screenshot(String name) throws Exception {
        Path folder = Path.of(System.getProperty("liying.screenshots", "target/screenshots"));
        Files.createDirectories(folder);
        ImageData data = on(() -> {
            find(TranscriptView.class, "transcript").selectNone();
            while (display.readAndDispatch()) {
                // until everything is painted
            }
            Rectangle inside = display.map(window(), null, window().getClientArea());
            int menuBar = inside.y - window().getBounds().y;
            Image image = new Image(display, inside.width, inside.height + menuBar);
            GC gc = new GC(display);
            gc.copyArea(image, inside.x, inside.y - menuBar);
            gc.dispose();
            ImageData pixels = image.getImageData();
            image.dispose();
            return pixels;
        });
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] {data};
        loader.save(folder.resolve(name + ".png").toString(), SWT.IMAGE_PNG);
    }
}
