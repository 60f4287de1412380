package io.liying.plugin.ui;

import io.liying.plugin.ui.model.ViewModel;
import io.liying.workbench.ui.kit.Appearance;
import io.liying.workbench.ui.kit.Texts;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.widgets.Composite;

/** One tab: shows what the view tells, and asks it again while it can be seen. */
final class ViewPart {

    static final String MODEL = ViewModel.class.getName();

    private static final int LOOK_AGAIN_MILLIS = 1_000;

    private final Composite parent;
    private final Appearance appearance;
    private final ViewModel model;
    private final Appearance.Subscription subscription;
    private final Runnable changed = this::show;
    private ItemsView view;

    @Inject
    ViewPart(Composite parent, MPart part, Appearance appearance) {
        this.parent = parent;
        this.appearance = appearance;
        this.model = (ViewModel) part.getTransientData().get(MODEL);
        this.view = build();
        this.subscription = appearance.listen(() -> parent.getDisplay().asyncExec(this::rebuild));
        model.listen(changed);
        lookAgain();
    }

    private ItemsView build() {
        ItemsView built = new ItemsView(parent, appearance, new Texts(ViewPart.class, appearance.language()), model);
        built.show();
        return built;
    }

    private void show() {
        if (!view.isDisposed()) {
            view.show();
        }
    }

    private void rebuild() {
        if (!parent.isDisposed()) {
            view.dispose();
            view = build();
            parent.layout(true, true);
            model.refresh();
        }
    }

    private void lookAgain() {
        parent.getDisplay().timerExec(LOOK_AGAIN_MILLIS, () -> {
            if (!parent.isDisposed()) {
                if (view.isVisible()) {
                    model.refresh();
                }
                lookAgain();
            }
        });
    }

    @Focus
    void focus() {
        view.setFocus();
    }

    @PreDestroy
    void stop() {
        subscription.end();
        model.forget(changed);
    }
}
