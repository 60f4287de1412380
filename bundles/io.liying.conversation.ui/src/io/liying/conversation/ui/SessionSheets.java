package io.liying.conversation.ui;

import io.liying.conversation.api.History;
import io.liying.conversation.api.Session;
import io.liying.conversation.ui.model.ConversationModel;
import io.liying.workbench.ui.kit.Appearance;
import io.liying.workbench.ui.kit.FlatButton;
import io.liying.workbench.ui.kit.Sheet;
import io.liying.workbench.ui.kit.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The small windows for renaming, deleting and exporting a session. */
final class SessionSheets {

    private static final Logger LOG = LoggerFactory.getLogger(SessionSheets.class);

    private final Shell owner;
    private final Appearance appearance;
    private final Texts texts;
    private final ConversationModel model;

    SessionSheets(Shell owner, Appearance appearance, Texts texts, ConversationModel model) {
        this.owner = owner;
        this.appearance = appearance;
        this.texts = texts;
        this.model = model;
    }

    private String title(String sessionId) {
        return model.sessions().session(sessionId).map(Session::title).orElse("");
    }

    void rename(String sessionId) {
        Sheet sheet = new Sheet(owner, appearance, texts.text("rename.title"));
        Text field = new Text(sheet.content(), SWT.BORDER);
        field.setData("org.eclipse.e4.ui.css.id", "rename-title");
        field.setFont(sheet.look().body());
        field.setTextLimit(200);
        field.setText(title(sessionId));
        field.selectAll();
        GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1);
        data.widthHint = 360;
        field.setLayoutData(data);
        Runnable save = () -> model.sessions().rename(sessionId, field.getText());
        field.addListener(SWT.DefaultSelection, event -> {
            save.run();
            sheet.shell().close();
        });
        sheet.button(FlatButton.Kind.GHOST, texts.text("button.cancel"), () -> {});
        sheet.button(FlatButton.Kind.FILLED, texts.text("button.rename"), save)
                .setData("org.eclipse.e4.ui.css.id", "rename-save");
        sheet.open();
        field.setFocus();
    }

    void delete(String sessionId) {
        Sheet sheet = new Sheet(owner, appearance, texts.text("delete.title"));
        sheet.text(texts.text("delete.question", title(sessionId)).replace("&", "&&"));
        sheet.button(FlatButton.Kind.GHOST, texts.text("button.cancel"), () -> {});
        FlatButton delete =
                sheet.button(FlatButton.Kind.FILLED, texts.text("button.delete"), () -> model.delete(sessionId));
        delete.setData("org.eclipse.e4.ui.css.id", "delete-confirm");
        sheet.open();
        delete.setFocus();
    }

    void export(String sessionId) {
        FileDialog dialog = new FileDialog(owner, SWT.SAVE);
        dialog.setOverwrite(true);
        dialog.setText(texts.text("export.title"));
        dialog.setFilterExtensions(new String[] {"*.md", "*.json"});
        dialog.setFilterNames(new String[] {"Markdown (*.md)", "JSON (*.json)"});
        dialog.setFileName(fileName(title(sessionId)) + ".md");
        String chosen = dialog.open();
        if (chosen == null) {
            return;
        }
        Path file = Path.of(chosen);
        boolean json = chosen.endsWith(".json") || (dialog.getFilterIndex() == 1 && !chosen.endsWith(".md"));
        model.sessions()
                .export(sessionId, json ? History.Format.JSON : History.Format.MARKDOWN, text -> write(file, text));
    }

    /** A title without what file systems forbid. */
    static String fileName(String title) {
        String clean = title.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]+", " ").strip();
        return clean.isEmpty()
                ? "LiYing"
                : clean.substring(0, Math.min(60, clean.length())).strip();
    }

    private void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException failure) {
            LOG.warn("The conversation could not be written to {}", file, failure);
            owner.getDisplay().asyncExec(() -> failed(file));
        }
    }

    private void failed(Path file) {
        Sheet sheet = new Sheet(owner, appearance, texts.text("export.title"));
        sheet.text(texts.text("export.failed", file));
        sheet.button(FlatButton.Kind.TONAL, texts.text("button.close"), () -> {});
        sheet.open();
    }
}
