package io.liying.http.core.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RouterTest {

    @Test
    void a_download_has_its_name_for_old_and_new_clients() {
        assertThat(Router.attachment("대화 1.md"))
                .isEqualTo("attachment; filename=\"__ 1.md\"; filename*=UTF-8''%EB%8C%80%ED%99%94%201.md");
    }

    @Test
    void a_file_name_cannot_break_out_of_its_header() {
        assertThat(Router.attachment("a\"; x=\r\nSet-Cookie: b/../c"))
                .isEqualTo("attachment; filename=\"a__ x=__Set-Cookie: b_.._c\"; "
                        + "filename*=UTF-8''a%22%3B%20x%3D%0D%0ASet-Cookie%3A%20b%2F..%2Fc");
    }
}
