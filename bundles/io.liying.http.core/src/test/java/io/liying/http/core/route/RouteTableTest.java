package io.liying.http.core.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.http.api.Response;
import io.liying.http.api.Route;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RouteTableTest {

    private static Route route(String method, String path) {
        return new Route(
                method,
                path,
                Route.Access.PERSON,
                "Something.",
                Map.of(),
                Map.of(),
                Map.of(),
                request -> new Response.Empty());
    }

    private final Route list = route("GET", "/api/v1/sessions");
    private final Route rename = route("PATCH", "/api/v1/sessions/{id}");
    private final Route delete = route("DELETE", "/api/v1/sessions/{id}");
    private final Route recent = route("GET", "/api/v1/sessions/recent");
    private final Route export = route("GET", "/api/v1/sessions/{id}/export");
    private final RouteTable table = new RouteTable(List.of(list, rename, delete, recent, export));

    @Test
    void a_path_is_found_with_the_values_of_its_names() {
        RouteTable.Found found = table.find("/api/v1/sessions/대화 7/export");

        assertThat(found.place().route("GET")).isSameAs(export);
        assertThat(found.parameters()).containsExactly(Map.entry("id", "대화 7"));
    }

    @Test
    void a_literal_path_comes_before_one_with_names() {
        assertThat(table.find("/api/v1/sessions/recent").place().route("GET")).isSameAs(recent);
        assertThat(table.find("/api/v1/sessions/other").place().route("DELETE")).isSameAs(delete);
    }

    @Test
    void unknown_paths_are_not_found() {
        assertThat(table.find("/api/v1")).isNull();
        assertThat(table.find("/api/v1/sessions/")).isNull();
        assertThat(table.find("/api/v1/sessions/7/export/more")).isNull();
        assertThat(table.find("")).isNull();
    }

    @Test
    void a_wrong_method_learns_which_ones_there_are() {
        RouteTable.Place place = table.find("/api/v1/sessions/7").place();

        assertThat(place.route("POST")).isNull();
        assertThat(place.allowed()).isEqualTo("DELETE, OPTIONS, PATCH");
    }

    @Test
    void head_is_answered_where_get_is() {
        RouteTable.Place place = table.find("/api/v1/sessions").place();

        assertThat(place.route("HEAD")).isSameAs(list);
        assertThat(place.allowed()).isEqualTo("GET, HEAD, OPTIONS");
    }

    @Test
    void of_two_routes_for_one_operation_the_first_counts() {
        Route first = route("GET", "/a");
        RouteTable both = new RouteTable(List.of(first, route("GET", "/a")));

        assertThat(both.find("/a").place().route("GET")).isSameAs(first);
        assertThat(both.routes()).containsExactly(first);
    }
}
