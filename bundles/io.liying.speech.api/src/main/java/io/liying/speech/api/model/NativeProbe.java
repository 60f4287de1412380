package io.liying.speech.api.model;

import io.liying.speech.api.SpeechException;
import java.nio.file.Path;
import java.util.List;
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
}
