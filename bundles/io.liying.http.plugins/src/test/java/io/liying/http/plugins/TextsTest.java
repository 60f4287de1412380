package io.liying.http.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.i18n.core.MessageFiles;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TextsTest {

    @Test
    void every_language_has_every_text() {
        assertThat(new MessageFiles().of(Texts.class).gaps()).isEmpty();
    }
}
