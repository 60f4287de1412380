package io.liying.workbench.ui;

import io.liying.workbench.ui.kit.Appearance;
import io.liying.workbench.ui.kit.FlatButton;
import io.liying.workbench.ui.kit.Icon;
import io.liying.workbench.ui.kit.Sheet;
import io.liying.workbench.ui.kit.Texts;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.Version;

/** Says what LiYing is. */
final class AboutHandler {

    @Execute
    void show(Shell owner, Appearance appearance) {
        Texts texts = new Texts(AboutHandler.class, appearance.language());
        Sheet sheet = new Sheet(owner, appearance, texts.text("about.title"));
        Canvas logo = new Canvas(sheet.content(), SWT.DOUBLE_BUFFERED);
        logo.setBackground(sheet.content().getBackground());
        logo.addPaintListener(event -> Icon.drawLogo(event.gc, sheet.look(), 0, 0, 64));
        GridData square = new GridData(SWT.LEFT, SWT.CENTER, false, false);
        square.widthHint = 64;
        square.heightHint = 64;
        logo.setLayoutData(square);
        Label name = sheet.label("LiYing");
        name.setFont(sheet.look().title());
        sheet.text(texts.text("about.slogan"));
        Version version = FrameworkUtil.getBundle(AboutHandler.class).getVersion();
        String numbers = version.getMajor() + "." + version.getMinor() + "." + version.getMicro();
        Label facts = sheet.text(texts.text(
                        "about.facts", numbers, Runtime.version().feature() + "") + "\n" + texts.text("about.licence"));
        facts.setForeground(sheet.look().color(sheet.look().palette().muted()));
        sheet.button(FlatButton.Kind.TONAL, texts.text("button.close"), () -> {})
                .setFocus();
        sheet.open();
    }
}
