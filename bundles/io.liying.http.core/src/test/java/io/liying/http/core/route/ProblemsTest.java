package io.liying.http.core.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.http.api.ProblemException;
import io.liying.i18n.api.Language;
import io.liying.i18n.core.MessageFiles;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProblemsTest {

    private final Problems problems = new Problems(new MessageFiles(), new Json());

    @Test
    void a_problem_is_a_document_as_rfc_9457_has_it() throws Exception {
        Problem problem = problems.of(404, "path.unknown", Language.ENGLISH, "/x", Map.of("path", "/x"));

        assertThat(new String(problems.document(problem), StandardCharsets.UTF_8))
                .isEqualTo("{\"type\":\"urn:liying:problem:path.unknown\",\"title\":\"Not found\",\"status\":404,"
                        + "\"detail\":\"There is nothing at “/x”. What there is stands at /docs.\","
                        + "\"code\":\"path.unknown\",\"instance\":\"/x\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN|본문이 올바른 JSON이 아닙니다: 3행 7열.|요청을 이해할 수 없습니다",
                "ENGLISH|The body is not valid JSON: line 3, column 7.|The request cannot be understood",
                "CHINESE|正文不是有效的 JSON：第 3 行，第 7 列。|无法理解该请求",
                "JAPANESE|本文が正しい JSON ではありません（3 行 7 列）。|リクエストを理解できません",
                "SPANISH|El cuerpo no es JSON válido: línea 3, columna 7.|No se entiende la solicitud",
                "FRENCH|Le corps n’est pas du JSON valide : ligne 3, colonne 7.|La requête n’est pas compréhensible",
                "GERMAN|Der Inhalt ist kein gültiges JSON: Zeile 3, Spalte 7.|Die Anfrage ist nicht verständlich"
            })
    void a_problem_speaks_the_readers_language(Language language, String detail, String title) {
        Problem problem = problems.of(400, "json.invalid", language, "/", Map.of("line", 3, "column", 7));

        assertThat(problem.detail()).isEqualTo(detail);
        assertThat(problem.title()).isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN|요청이 너무 많았습니다. 1초 뒤에 다시 시도하세요.|요청이 너무 많았습니다. 20초 뒤에 다시 시도하세요.",
                "ENGLISH|That was too many requests. Try again in 1 second."
                        + "|That was too many requests. Try again in 20 seconds.",
                "CHINESE|请求过多。请在 1 秒后重试。|请求过多。请在 20 秒后重试。",
                "JAPANESE|リクエストが多すぎます。1 秒後にもう一度お試しください。|リクエストが多すぎます。20 秒後にもう一度お試しください。",
                "SPANISH|Han sido demasiadas solicitudes. Inténtelo de nuevo dentro de 1 segundo."
                        + "|Han sido demasiadas solicitudes. Inténtelo de nuevo dentro de 20 segundos.",
                "FRENCH|C’était trop de requêtes. Réessayez dans 1 seconde."
                        + "|C’était trop de requêtes. Réessayez dans 20 secondes.",
                "GERMAN|Das waren zu viele Anfragen. Versuchen Sie es in 1 Sekunde wieder."
                        + "|Das waren zu viele Anfragen. Versuchen Sie es in 20 Sekunden wieder."
            })
    void seconds_are_counted_as_the_language_does(Language language, String one, String many) {
        assertThat(limited(language, 1)).isEqualTo(one);
        assertThat(limited(language, 20)).isEqualTo(many);
    }

    private String limited(Language language, long seconds) {
        return problems.of(429, "rate.limited", language, "/", Map.of("seconds", seconds))
                .detail();
    }

    @Test
    void an_internal_error_shows_only_the_id_under_which_the_log_tells_more() {
        Problem problem = problems.internal(
                new IllegalStateException("password=secret"), Language.ENGLISH, "GET", "/api/v1/sessions");

        assertThat(problem.status()).isEqualTo(500);
        assertThat(problem.instance()).startsWith("urn:uuid:");
        assertThat(problem.detail())
                .isEqualTo("The server made a mistake. Its log tells more under "
                        + problem.instance().substring("urn:uuid:".length()) + ".");
    }

    @Test
    void a_routes_problem_keeps_its_own_words() {
        Problem problem = problems.of(
                new ProblemException(503, "ollama.unavailable", "Start Ollama."), Language.GERMAN, "/api/chat");

        assertThat(problem)
                .isEqualTo(new Problem(
                        503,
                        "ollama.unavailable",
                        Language.GERMAN,
                        "Gerade nicht verfügbar",
                        "Start Ollama.",
                        "/api/chat",
                        1));
    }

    @Test
    void a_status_without_words_of_its_own_has_those_of_its_class() {
        assertThat(problems.ofStatus(418, Language.ENGLISH, "/").detail())
                .isEqualTo("The request does not follow the rules of HTTP.");
        assertThat(problems.ofStatus(507, Language.ENGLISH, "/").detail())
                .isEqualTo("The server made a mistake. Try again, or look into its log.");
    }
}
