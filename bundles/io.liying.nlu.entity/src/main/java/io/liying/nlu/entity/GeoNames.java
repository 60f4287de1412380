package io.liying.nlu.entity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;

/**
 * Reads places from a file of geonames.org: 19 columns with tabs between them, of which the second to sixth (names, latitude,
 * longitude), the ninth (country), the fifteenth (people) and the eighteenth (time zone) are used.
 */
final class GeoNames {

    private static final int COLUMNS = 19;

    /** A place; coordinates in degrees. */
    record Place(String zone, String country, String latitude, String longitude) {}

    private GeoNames() {}

    /**
     * Reads a file.
     *
     * @param limit how many places at most
     * @throws IllegalArgumentException if a line is not as it must be; the message says which and why
     */
    static Names<Place> read(Path file, int limit) {
        Names<Place> names = new Names<>();
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            int number = 0;
            for (String line = reader.readLine(); line != null && number < limit; line = reader.readLine()) {
                number++;
                add(names, line, file, number);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "the GeoNames file " + file + " cannot be read; correct nlu: geonames_file or leave it empty",
                    failure);
        }
        return names;
    }

    private static void add(Names<Place> names, String line, Path file, int number) {
        String[] cells = line.split("\t", -1);
        if (cells.length != COLUMNS) {
            throw problem(file, number, "has " + cells.length + " columns, not " + COLUMNS);
        }
        try {
            ZoneId.of(cells[17]);
            Double.parseDouble(cells[4]);
            Double.parseDouble(cells[5]);
        } catch (DateTimeException unknown) {
            throw problem(file, number, "names no time zone but \"" + cells[17] + "\"");
        } catch (NumberFormatException malformed) {
            throw problem(file, number, "has no latitude and longitude in columns 5 and 6");
        }
        Place place = new Place(cells[17], cells[8], cells[4], cells[5]);
        names.put(cells[1], place);
        names.put(cells[2], place);
        for (String other : cells[3].split(",")) {
            names.put(other, place);
        }
    }

    private static IllegalArgumentException problem(Path file, int line, String what) {
        return new IllegalArgumentException("the GeoNames file " + file + ", line " + line + ", " + what
                + "; take a file such as cities15000.txt from geonames.org");
    }
}
