package io.liying.http.speech;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.http.api.Response;
import io.liying.http.api.Route;
import io.liying.i18n.api.Language;
import io.liying.i18n.core.MessageFiles;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.model.ModelCatalogue;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ModelRoutesTest {

    private final FakeEars ears = new FakeEars();
    private final ModelRoutes routes = new ModelRoutes(
            new Shelf(),
            ears,
            new Texts(new MessageFiles(), (problem, reader) -> reader.code() + ":" + problem.code()));

    @Test
    void models_tell_whether_they_are_whole_and_engines_why_they_failed() throws Exception {
        ears.problem = new SpeechException("model.damaged", Map.of());

        Route list = routes.routes().getFirst();
        Response answer = list.handler().handle(new FakeRequest("", new byte[0], Language.KOREAN));
        Map<?, ?> document = (Map<?, ?>) ((Response.Json) answer).body();

        assertThat(list.access()).isEqualTo(Route.Access.ADMINISTRATOR);
        assertThat((List<?>) document.get("models"))
                .extracting(each -> ((Map<?, ?>) each).get("id"), each -> ((Map<?, ?>) each).get("integrity"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("away", null),
                        org.assertj.core.groups.Tuple.tuple("here", "damaged"));
        assertThat(document.get("engines"))
                .isEqualTo(List.of(Map.of("id", "vosk", "languages", List.of("en"), "problem", "ko:model.damaged")));
    }

    /** One model that is here and damaged, and one that can be had. */
    private static final class Shelf implements ModelCatalogue {

        @Override
        public List<Offer> offers() {
            return List.of(offer("away", false), offer("here", true));
        }

        private static Offer offer(String id, boolean installed) {
            return new Offer(id, "vosk", Set.of(Language.ENGLISH), 1, 1, "MIT", "", "", installed);
        }

        @Override
        public Integrity integrity(String id) {
            return Integrity.DAMAGED;
        }

        @Override
        public void install(String id, LongConsumer progress) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String importFolder(Path folder) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean remove(String id) {
            return false;
        }
    }
}
