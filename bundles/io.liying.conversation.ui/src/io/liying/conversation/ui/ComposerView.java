package io.liying.conversation.ui;

import io.liying.conversation.ui.model.ConversationModel;
import io.liying.workbench.ui.kit.FlatButton;
import io.liying.workbench.ui.kit.Icon;
import io.liying.workbench.ui.kit.Look;
import io.liying.workbench.ui.kit.RoundPanel;
import io.liying.workbench.ui.kit.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.events.VerifyEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** Where the person writes. Enter sends, Shift+Enter begins a line, Escape stops the answer. */
final class ComposerView extends Composite {

    private static final int COLUMN = 760;
    private static final int MARGIN = 24;
    private static final int MOST_LINES = 8;

    private final ConversationModel model;
    private final Look look;
    private final Texts texts;
    private final StyledText text;
    private final Composite buttons;
    private final StackLayout stack = new StackLayout();
    private final FlatButton send;
    private final FlatButton stop;
    private final VoiceView voice;
    private final Composite microphone;
    private final StackLayout microphoneStack = new StackLayout();
    private final FlatButton talk;
    private final FlatButton deaf;

    ComposerView(Composite parent, Look look, Texts texts, ConversationModel model) {
        super(parent, SWT.NONE);
        this.model = model;
        this.look = look;
        this.texts = texts;
        setBackground(look.color(look.palette().background()));
        voice = new VoiceView(this, look, texts, model.voice());
        GridData strip = new GridData(SWT.CENTER, SWT.CENTER, true, false);
        strip.exclude = !voice.isWanted();
        voice.setVisible(voice.isWanted());
        voice.setLayoutData(strip);
        RoundPanel field = new RoundPanel(this, look);
        GridLayout inside = new GridLayout(3, false);
        inside.marginWidth = 8;
        inside.marginHeight = 6;
        field.setLayout(inside);
        text = new StyledText(field, SWT.MULTI | SWT.WRAP);
        text.setData("org.eclipse.e4.ui.css.id", "composer");
        text.setBackground(field.getBackground());
        text.setForeground(look.color(look.palette().text()));
        text.setSelectionBackground(look.color(look.palette().selection()));
        text.setSelectionForeground(look.color(look.palette().text()));
        text.setFont(look.body());
        text.setMargins(8, 7, 8, 7);
        text.setLineSpacing(3);
        text.setText(model.draft());
        text.setCaretOffset(model.draft().length());
        text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        field.follow(text);
        microphone = place(field, microphoneStack);
        talk = button(microphone, FlatButton.Kind.GHOST, Icon.MICROPHONE, "voice.start", "talk");
        deaf = button(microphone, FlatButton.Kind.TONAL, Icon.MICROPHONE, "voice.stop", "deaf");
        buttons = place(field, stack);
        send = button(buttons, FlatButton.Kind.FILLED, Icon.SEND, "composer.send", "send");
        stop = button(buttons, FlatButton.Kind.FILLED, Icon.STOP, "composer.stop", "stop");
        Label hint = new Label(this, SWT.CENTER);
        hint.setText(texts.text("composer.hint"));
        hint.setFont(look.small());
        hint.setBackground(getBackground());
        hint.setForeground(look.color(look.palette().faint()));
        hint.setLayoutData(new GridData(SWT.CENTER, SWT.TOP, true, false));
        GridLayout outside = new GridLayout();
        outside.marginWidth = MARGIN;
        outside.marginHeight = 10;
        outside.verticalSpacing = 6;
        setLayout(outside);
        field.setLayoutData(new GridData(SWT.CENTER, SWT.CENTER, true, false));
        listen();
        show();
        showVoice();
    }

    /** A place for one of several buttons. */
    private static Composite place(Composite field, StackLayout layout) {
        Composite place = new Composite(field, SWT.NONE);
        place.setBackground(field.getBackground());
        place.setLayout(layout);
        place.setLayoutData(new GridData(SWT.END, SWT.END, false, false));
        return place;
    }

    private FlatButton button(Composite place, FlatButton.Kind kind, Icon icon, String text, String id) {
        FlatButton button = new FlatButton(place, look, kind, icon, texts.text(text));
        button.setData("org.eclipse.e4.ui.css.id", id);
        return button;
    }

    private void listen() {
        text.addVerifyKeyListener(this::key);
        text.addModifyListener(event -> {
            model.draft(text.getText());
            show();
            grow();
        });
        text.addPaintListener(event -> placeholder(event.gc));
        addListener(SWT.Resize, event -> grow());
        send.addListener(SWT.Selection, event -> send());
        stop.addListener(SWT.Selection, event -> model.stop());
        talk.addListener(SWT.Selection, event -> model.voice().toggle());
        deaf.addListener(SWT.Selection, event -> model.voice().toggle());
        text.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = texts.text("composer.placeholder");
            }
        });
    }

    /** Keys that an input method takes for composing never come here. */
    private void key(VerifyEvent event) {
        boolean enter = event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR;
        if (enter && (event.stateMask & SWT.SHIFT) == 0) {
            event.doit = false;
            send();
        } else if (event.keyCode == SWT.ESC) {
            event.doit = false;
            model.stop();
        }
    }

    private void send() {
        if (model.send(text.getText())) {
            text.setText("");
        }
        text.setFocus();
    }

    private void placeholder(GC gc) {
        if (text.getCharCount() == 0) {
            gc.setFont(look.body());
            gc.setForeground(look.color(look.palette().faint()));
            gc.drawText(texts.text(model.isReady() ? "composer.placeholder" : "engine.starting"), 8, 7, true);
        }
    }

    private void grow() {
        int width = Math.max(200, Math.min(COLUMN, getClientArea().width - 2 * MARGIN));
        int inner = width - 2 * 34 - 8 * 4;
        int line = text.getLineHeight() + 3;
        int wanted = text.computeSize(inner, SWT.DEFAULT).y;
        int height = Math.clamp(wanted, line + 14, line * MOST_LINES + 14);
        GridData field = (GridData) text.getParent().getLayoutData();
        GridData data = (GridData) text.getLayoutData();
        if (field.widthHint != width || data.heightHint != height) {
            field.widthHint = width;
            ((GridData) voice.getLayoutData()).widthHint = width;
            data.heightHint = height - 14;
            getParent().layout(new org.eclipse.swt.widgets.Control[] {text});
        }
    }

    /** Shows whether one can send or stop now. */
    void show() {
        stack.topControl = model.isRunning() ? stop : send;
        buttons.layout();
        send.setEnabled(model.isReady() && !text.getText().isBlank());
        text.redraw();
    }

    /** Shows whether the microphone is on and what it hears. */
    void showVoice() {
        microphoneStack.topControl = model.voice().isOn() ? deaf : talk;
        microphone.layout();
        GridData data = (GridData) voice.getLayoutData();
        boolean wanted = voice.isWanted();
        voice.show();
        if (data.exclude == wanted) {
            data.exclude = !wanted;
            voice.setVisible(wanted);
            getParent().layout(new org.eclipse.swt.widgets.Control[] {voice});
        }
    }

    void showLevel() {
        voice.showLevel();
    }

    @Override
    public boolean setFocus() {
        return !text.isDisposed() && text.setFocus();
    }
}
