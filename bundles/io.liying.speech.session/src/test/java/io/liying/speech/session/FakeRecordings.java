package io.liying.speech.session;

import io.liying.speech.api.Audio;
import io.liying.speech.api.Transcript;
import io.liying.speech.api.voice.VoiceRecordings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Notes what it is given. */
final class FakeRecordings implements VoiceRecordings {

    final List<String> heard = new ArrayList<>();

    @Override
    public int days(String personId) {
        return 0;
    }

    @Override
    public void keep(String personId, int days) {}

    @Override
    public List<Recording> of(String personId) {
        return List.of();
    }

    @Override
    public Optional<Path> sound(String personId, String id) {
        return Optional.empty();
    }

    @Override
    public boolean delete(String personId, String id) {
        return false;
    }

    @Override
    public void deleteAll(String personId) {}

    @Override
    public synchronized void heard(String personId, Transcript transcript, Audio sound) {
        heard.add(personId + ": " + transcript.text());
    }
}
