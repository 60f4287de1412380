package io.liying.nlu.training;

import io.liying.nlu.api.IntentExamples;
import io.liying.nlu.api.training.OwnExamples;
import io.liying.nlu.api.training.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The sentences of the version that counts, read from the disk for each training; without any, one look at a file. */
@Component
public final class OwnSentences implements OwnExamples {

    private final Path folder;
    private final ActiveVersions active;

    @Activate
    public OwnSentences(BundleContext context) {
        this(Folders.of(context));
    }

    OwnSentences(Path folder) {
        this.folder = folder;
        this.active = new ActiveVersions(folder);
    }

    @Override
    public List<IntentExamples> examples() {
        try {
            OptionalInt number = active.of(Version.ASSISTANT);
            if (number.isEmpty()) {
                return List.of();
            }
            return OwnSentence.examples(OwnSentence.plain(OwnSentence.read(
                    VersionStore.folder(folder, number.getAsInt()).resolve(VersionStore.SENTENCES))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
