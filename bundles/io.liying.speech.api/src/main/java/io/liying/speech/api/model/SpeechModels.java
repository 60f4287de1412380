package io.liying.speech.api.model;

import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The models that are on this machine. Safe for use by many threads. */
@ProviderType
public interface SpeechModels {

    /** The models of an engine, the preferred one of each language first. Answers at once; changes as models come and go. */
    List<InstalledModel> of(String engine);

    /** Where models are looked for, in this order; they need not exist. */
    List<Path> folders();
}
