package io.liying.http.core.gate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Requests and responses that only know what the gate asks of them. */
final class Requests {

    private Requests() {}

    /** @param headers names and values in turn */
    static HttpServletRequest from(String remoteAddress, String... headers) {
        Map<String, String> byName = new HashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            byName.put(headers[i].toLowerCase(Locale.ROOT), headers[i + 1]);
        }
        return proxy(HttpServletRequest.class, (method, argument) -> switch (method) {
            case "getHeader" -> byName.get(String.valueOf(argument).toLowerCase(Locale.ROOT));
            case "getServletPath" -> byName.getOrDefault(":path", "/api/chat");
            case "getPathInfo" -> null;
            case "getMethod" -> byName.getOrDefault(":method", "GET");
            case "getRemoteAddr" -> remoteAddress;
            case "getLocalAddr" -> "192.168.1.5";
            default -> throw new UnsupportedOperationException(method);
        });
    }

    static HttpServletResponse response(Map<String, String> headers) {
        return (HttpServletResponse) Proxy.newProxyInstance(
                Requests.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, arguments) -> {
                    headers.put((String) arguments[0], (String) arguments[1]);
                    return null;
                });
    }

    private interface Answers {
        Object of(String method, Object argument);
    }

    private static <T> T proxy(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                Requests.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.of(method.getName(), arguments == null ? null : arguments[0])));
    }
}
