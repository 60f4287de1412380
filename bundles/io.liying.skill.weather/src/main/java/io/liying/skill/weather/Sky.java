package io.liying.skill.weather;

import java.util.Locale;

/** What the sky does, from fine to dangerous. */
enum Sky {
    CLEAR,
    PARTLY_CLOUDY,
    OVERCAST,
    FOG,
    DRIZZLE,
    RAIN,
    SHOWERS,
    HEAVY_RAIN,
    FREEZING_RAIN,
    SNOW,
    HEAVY_SNOW,
    THUNDERSTORM;

    String key() {
        return "sky." + name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    boolean isSnow() {
        return this == SNOW || this == HEAVY_SNOW;
    }

    /** From a code of the WMO's table 4677, in the selection that Open-Meteo documents. */
    static Sky ofWmo(int code) {
        return switch (code) {
            case 0 -> CLEAR;
            case 1, 2 -> PARTLY_CLOUDY;
            case 3 -> OVERCAST;
            case 45, 48 -> FOG;
            case 51, 53, 55 -> DRIZZLE;
            case 56, 57, 66, 67 -> FREEZING_RAIN;
            case 61, 63 -> RAIN;
            case 65, 82 -> HEAVY_RAIN;
            case 71, 73, 77, 85 -> SNOW;
            case 75, 86 -> HEAVY_SNOW;
            case 80, 81 -> SHOWERS;
            case 95, 96, 99 -> THUNDERSTORM;
            default -> throw new IllegalArgumentException("weather code " + code);
        };
    }

    /** From a condition's number, as OpenWeatherMap documents them. */
    static Sky ofOpenWeatherMap(int id) {
        return switch (id / 100) {
            case 2 -> THUNDERSTORM;
            case 3 -> DRIZZLE;
            case 5 -> id == 511 ? FREEZING_RAIN : id >= 520 ? SHOWERS : id >= 502 ? HEAVY_RAIN : RAIN;
            case 6 -> id == 602 || id == 622 ? HEAVY_SNOW : id >= 611 && id <= 616 ? FREEZING_RAIN : SNOW;
            case 7 -> FOG;
            case 8 -> id == 800 ? CLEAR : id <= 802 ? PARTLY_CLOUDY : OVERCAST;
            default -> throw new IllegalArgumentException("weather condition " + id);
        };
    }
}
