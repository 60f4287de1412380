package io.liying.http.core.gate;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Where a request comes from.
 *
 * @param key one client for the rate limit: an IPv4 address, or the /64 network of an IPv6 address
 * @param local whether it comes from this machine itself
 */
record Client(String key, boolean local) {

    private static final Client LOCAL = new Client("local", true);

    /** A request that a proxy on this machine passes on is as remote as the client behind the proxy. */
    static Client of(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        if (isLoopback(address)) {
            return isForwarded(request) ? new Client("forwarded", false) : LOCAL;
        }
        return new Client(network(address), false);
    }

    static boolean isLoopback(String address) {
        return address.startsWith("127.")
                || switch (address) {
                    case "0:0:0:0:0:0:0:1", "[0:0:0:0:0:0:0:1]", "::1", "[::1]" -> true;
                    default -> false;
                };
    }

    private static boolean isForwarded(HttpServletRequest request) {
        return request.getHeader("X-Forwarded-For") != null
                || request.getHeader("Forwarded") != null
                || request.getHeader("X-Real-IP") != null
                || request.getHeader("Via") != null;
    }

    private static String network(String address) {
        int end = -1;
        for (int group = 0; group < 4; group++) {
            end = address.indexOf(':', end + 1);
            if (end < 0) {
                return address;
            }
        }
        return address.substring(0, end);
    }
}
