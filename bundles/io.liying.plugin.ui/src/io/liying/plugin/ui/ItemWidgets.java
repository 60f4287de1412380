package io.liying.plugin.ui;

import io.liying.workbench.api.ViewItem;
import io.liying.workbench.api.ViewItem.Button.Weight;
import io.liying.workbench.ui.kit.FlatButton;
import io.liying.workbench.ui.kit.Look;
import io.liying.workbench.ui.kit.RoundPanel;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;

/** Makes the widgets of a view's items, one below the other in a grid of two columns. */
final class ItemWidgets {

    private static final String ID = "org.eclipse.e4.ui.css.id";

    private final Composite content;
    private final Look look;
    private final Inputs inputs;
    private final Consumer<String> pressed;
    private @Nullable Composite buttons;

    ItemWidgets(Composite content, Look look, Inputs inputs, Consumer<String> pressed) {
        this.content = content;
        this.look = look;
        this.inputs = inputs;
        this.pressed = pressed;
    }

    void add(ViewItem item) {
        if (!(item instanceof ViewItem.Button)) {
            buttons = null;
        }
        switch (item) {
            case ViewItem.Heading heading ->
                line(heading.text(), look.title(), look.palette().text());
            case ViewItem.Paragraph paragraph -> paragraph(paragraph.text());
            case ViewItem.Entries entries -> entries(entries);
            case ViewItem.Input input -> input(input);
            case ViewItem.Choice choice -> choice(choice);
            case ViewItem.Button button -> button(button);
        }
    }

    void paragraph(String text) {
        line(text, look.body(), look.palette().text());
    }

    void failure(String text) {
        line(text, look.body(), look.palette().danger());
    }

    private Label line(String text, Font font, int color) {
        Label label = label(content, text, font, color);
        label.setLayoutData(wide());
        return label;
    }

    private static GridData wide() {
        GridData data = new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1);
        data.widthHint = 100; // narrow windows wrap, wide ones are filled
        return data;
    }

    private Label label(Composite parent, String text, Font font, int color) {
        Label label = new Label(parent, SWT.WRAP);
        label.setText(text.replace("&", "&&"));
        label.setFont(font);
        label.setBackground(parent.getBackground());
        label.setForeground(look.color(color));
        return label;
    }

    private void entries(ViewItem.Entries entries) {
        for (String text : entries.texts()) {
            line(text, look.body(), look.palette().muted());
        }
    }

    private void input(ViewItem.Input input) {
        label(content, input.label(), look.body(), look.palette().muted());
        Text text = new Text(field(), SWT.SINGLE);
        dress(text, input.id(), input.label());
        text.setText(inputs.initial(input.id(), input.value()));
        text.setTextLimit(ViewItem.MOST_LETTERS);
        inputs.add(input.id(), text, text::getText, input.value());
    }

    private void choice(ViewItem.Choice choice) {
        label(content, choice.label(), look.body(), look.palette().muted());
        Combo combo = new Combo(content, SWT.READ_ONLY | SWT.DROP_DOWN);
        combo.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        dress(combo, choice.id(), choice.label());
        choice.options().stream().map(Map.Entry::getValue).forEach(combo::add);
        String initial = inputs.initial(choice.id(), choice.value());
        for (int i = 0; i < choice.options().size(); i++) {
            if (choice.options().get(i).getKey().equals(initial)) {
                combo.select(i);
            }
        }
        inputs.add(
                choice.id(),
                combo,
                () -> choice.options()
                        .get(Math.max(0, combo.getSelectionIndex()))
                        .getKey(),
                choice.value());
    }

    private Composite field() {
        RoundPanel panel = new RoundPanel(content, look);
        FillLayout inside = new FillLayout();
        inside.marginWidth = 12;
        inside.marginHeight = 7;
        panel.setLayout(inside);
        panel.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        return panel;
    }

    private void dress(Control control, String id, String name) {
        control.setData(ID, "view-" + id);
        control.setFont(look.body());
        control.setBackground(look.color(look.palette().surface()));
        control.setForeground(look.color(look.palette().text()));
        control.setToolTipText(name);
        if (control.getParent() instanceof RoundPanel panel) {
            panel.follow(control);
        }
    }

    private void button(ViewItem.Button button) {
        if (buttons == null) {
            buttons = new Composite(content, SWT.NONE);
            buttons.setBackground(content.getBackground());
            buttons.setLayoutData(wide());
            RowLayout row = new RowLayout();
            row.spacing = 8;
            row.marginLeft = 0;
            row.marginRight = 0;
            buttons.setLayout(row);
        }
        FlatButton.Kind kind = button.weight() == Weight.MAIN ? FlatButton.Kind.FILLED : FlatButton.Kind.TONAL;
        FlatButton made = new FlatButton(buttons, look, kind, Optional.empty(), button.label());
        made.setData(ID, "view-" + button.id());
        made.addListener(SWT.Selection, event -> pressed.accept(button.id()));
        inputs.addButton(button.id(), made);
    }
}
