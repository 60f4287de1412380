package io.liying.speech.api.model;

import io.liying.speech.api.SpeechException;
import java.io.File;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Tries native code with a model in a process of its own first: what crashes there does not crash LiYing. What has passed
 * is remembered until one of the model's files changes. Safe for use by many threads.
 */
@ProviderType
public interface NativeProbe {

    /**
     * Runs a program that loads the model; returns if it ends with 0.
     *
     * @param model the model and what is said if it fails
     * @param classPath jars and folders of the program
     * @param program a main class; its arguments are those given
     * @throws SpeechException if it crashes, fails or takes too long: {@code model.broken}
     * @throws InterruptedException while waiting
     */
    void check(InstalledModel model, List<Path> classPath, String program, List<String> arguments)
            throws SpeechException, InterruptedException;

    /** Where classes were loaded from, each place once: the class path of a program that needs them too. */
    static List<Path> classPath(Class<?>... classes) {
        Set<Path> places = new LinkedHashSet<>();
        for (Class<?> type : classes) {
            URL location = type.getProtectionDomain().getCodeSource().getLocation();
            // A framework writes the file's path as it is into the address, Java itself writes it encoded.
            File plain = new File(location.getPath());
            places.add(plain.exists() ? plain.toPath() : Path.of(URI.create(location.toString())));
        }
        return List.copyOf(places);
    }
}
