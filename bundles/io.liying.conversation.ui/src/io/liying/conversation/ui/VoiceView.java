package io.liying.conversation.ui;

import io.liying.conversation.ui.model.VoiceModel;
import io.liying.conversation.ui.model.VoiceModel.Phase;
import io.liying.speech.api.voice.VoiceSettings.Mode;
import io.liying.workbench.ui.kit.FlatButton;
import io.liying.workbench.ui.kit.Icon;
import io.liying.workbench.ui.kit.Look;
import io.liying.workbench.ui.kit.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** What LiYing hears while the microphone is on: a level meter, the words so far, and which microphone it is. */
final class VoiceView extends Composite {

    private static final int METER_WIDTH = 72;
    private static final int METER_HEIGHT = 8;

    private final VoiceModel model;
    private final Look look;
    private final Texts texts;
    private final Canvas meter;
    private final Label words;
    private final FlatButton hush;
    private final FlatButton hold;

    VoiceView(Composite parent, Look look, Texts texts, VoiceModel model) {
        super(parent, SWT.NONE);
        this.model = model;
        this.look = look;
        this.texts = texts;
        setBackground(parent.getBackground());
        setData("org.eclipse.e4.ui.css.id", "voice");
        GridLayout layout = new GridLayout(5, false);
        layout.marginWidth = 8;
        layout.marginHeight = 0;
        layout.horizontalSpacing = 10;
        setLayout(layout);
        meter = new Canvas(this, SWT.DOUBLE_BUFFERED);
        meter.setBackground(getBackground());
        meter.setLayoutData(new GridData(METER_WIDTH, METER_HEIGHT));
        meter.addPaintListener(event -> paint(event.gc));
        words = new Label(this, SWT.WRAP);
        words.setFont(look.body());
        words.setBackground(getBackground());
        words.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        hold = new FlatButton(this, look, FlatButton.Kind.TONAL, Optional.empty(), texts.text("voice.hold"));
        hold.setData("org.eclipse.e4.ui.css.id", "hold");
        hold.setLayoutData(new GridData());
        holding();
        hush = new FlatButton(this, look, FlatButton.Kind.GHOST, Icon.STOP, texts.text("voice.hush"));
        hush.setData("org.eclipse.e4.ui.css.id", "hush");
        hush.setLayoutData(new GridData());
        hush.addListener(SWT.Selection, event -> model.hush());
        FlatButton settings =
                new FlatButton(this, look, FlatButton.Kind.GHOST, Icon.SETTINGS, texts.text("voice.settings"));
        settings.setData("org.eclipse.e4.ui.css.id", "voice-settings");
        settings.addListener(SWT.Selection, event -> model.microphones(names -> choose(settings, names)));
    }

    /** By the mouse or the space bar; who leaves the button lets it go. */
    private void holding() {
        hold.addListener(SWT.MouseDown, event -> model.press());
        hold.addListener(SWT.MouseUp, event -> model.release());
        hold.addListener(SWT.FocusOut, event -> model.release());
        hold.addListener(SWT.KeyDown, event -> {
            if (event.character == ' ') {
                model.press();
            }
        });
        hold.addListener(SWT.KeyUp, event -> {
            if (event.character == ' ') {
                model.release();
            }
        });
    }

    /** Whether there is something to show. */
    boolean isWanted() {
        return model.isOn() || model.problem().isPresent();
    }

    void show() {
        boolean failed = model.problem().isPresent();
        words.setText(text().replace("&", "&&"));
        words.setForeground(
                look.color(failed ? look.palette().text() : look.palette().muted()));
        visible(meter, model.isOn());
        visible(hold, model.isOn() && model.mode() == Mode.PUSH_TO_TALK);
        visible(hush, model.phase() == Phase.SPEAKING);
        layout();
    }

    private String text() {
        if (model.problem().isPresent()) {
            VoiceModel.Problem problem = model.problem().get();
            return texts.text(problem.key(), problem.detail());
        }
        if (!model.isOn()) {
            return "";
        }
        return model.words().isEmpty()
                ? texts.text("voice." + model.phase().name().toLowerCase(Locale.ROOT))
                : model.words();
    }

    private static void visible(Control control, boolean visible) {
        control.setVisible(visible);
        ((GridData) control.getLayoutData()).exclude = !visible;
    }

    /** Shows how loud it is. */
    void showLevel() {
        meter.redraw();
    }

    private void paint(GC gc) {
        Point size = meter.getSize();
        gc.setAntialias(SWT.ON);
        gc.setBackground(look.color(look.palette().track()));
        gc.fillRoundRectangle(0, 0, size.x, size.y, size.y, size.y);
        // Loudness is felt by its logarithm; the square root comes near and needs no floor.
        int width = (int) Math.round(Math.sqrt(model.level()) * size.x);
        if (width > 0) {
            gc.setBackground(look.color(look.palette().accent()));
            gc.fillRoundRectangle(0, 0, Math.max(width, size.y), size.y, size.y, size.y);
        }
    }

    private void choose(FlatButton opener, List<String> names) {
        if (isDisposed()) {
            return;
        }
        Menu menu = new Menu(opener);
        menu.setData("voice-menu", names);
        item(menu, texts.text("voice.usual"), model.microphone().isEmpty(), () -> model.choose(""));
        for (String name : names) {
            item(menu, name, name.equals(model.microphone()), () -> model.choose(name));
        }
        new MenuItem(menu, SWT.SEPARATOR);
        for (Mode mode : Mode.values()) {
            String text = texts.text("voice." + mode.name().toLowerCase(Locale.ROOT));
            item(menu, text, mode == model.mode(), () -> model.choose(mode));
        }
        menu.addListener(SWT.Hide, event -> getDisplay().asyncExec(menu::dispose));
        opener.setMenu(menu);
        menu.setLocation(opener.toDisplay(0, opener.getSize().y));
        menu.setVisible(true);
    }

    private static void item(Menu menu, String text, boolean chosen, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.RADIO);
        item.setText(text.replace("&", "&&"));
        item.setSelection(chosen);
        item.addListener(SWT.Selection, event -> {
            if (item.getSelection()) { // what was chosen before is told as well
                action.run();
            }
        });
    }
}
