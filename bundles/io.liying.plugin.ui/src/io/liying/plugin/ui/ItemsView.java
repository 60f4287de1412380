package io.liying.plugin.ui;

import io.liying.plugin.ui.model.Reply;
import io.liying.plugin.ui.model.ViewModel;
import io.liying.workbench.api.ViewContent;
import io.liying.workbench.api.ViewItem;
import io.liying.workbench.ui.kit.Appearance;
import io.liying.workbench.ui.kit.Look;
import io.liying.workbench.ui.kit.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;

/** All widgets of one view in one appearance and one language. What the person has written stays when the view changes. */
final class ItemsView extends ScrolledComposite {

    private static final String RETRY = "liying-retry";

    private final ViewModel model;
    private final Look look;
    private final Texts texts;
    private final Inputs inputs = new Inputs();

    ItemsView(Composite parent, Appearance appearance, Texts texts, ViewModel model) {
        super(parent, SWT.V_SCROLL);
        this.model = model;
        this.texts = texts;
        look = new Look(getDisplay(), appearance);
        setBackground(look.color(look.palette().background()));
        setExpandHorizontal(true);
        setExpandVertical(true);
        addListener(SWT.Resize, event -> measure());
        addListener(SWT.Dispose, event -> getDisplay().asyncExec(look::dispose));
    }

    void show() {
        int scrolled = getOrigin().y;
        inputs.remember();
        Composite content = new Composite(this, SWT.NONE);
        content.setBackground(getBackground());
        GridLayout grid = new GridLayout(2, false);
        grid.marginWidth = 18;
        grid.marginHeight = 16;
        grid.horizontalSpacing = 12;
        grid.verticalSpacing = 10;
        content.setLayout(grid);
        ItemWidgets widgets = new ItemWidgets(content, look, inputs, this::pressed);
        switch (model.reply()) {
            case Reply.None() -> widgets.paragraph(texts.text("view.waiting"));
            case Reply.Failure(String reason) -> {
                widgets.failure(texts.text("view.failed", model.title(), reason));
                widgets.add(new ViewItem.Button(RETRY, texts.text("view.retry"), ViewItem.Button.Weight.OTHER));
            }
            case Reply.Content(ViewContent shown) -> shown.items().forEach(widgets::add);
        }
        if (getContent() != null) {
            getContent().dispose();
        }
        setContent(content);
        measure();
        setOrigin(0, scrolled);
        inputs.focus();
    }

    private void pressed(String button) {
        if (button.equals(RETRY)) {
            model.refresh();
        } else {
            model.press(button, inputs.values());
        }
    }

    private void measure() {
        if (getContent() != null) {
            setMinHeight(getContent().computeSize(getClientArea().width, SWT.DEFAULT).y);
        }
    }
}
