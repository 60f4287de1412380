package io.liying.plugin.catalogue;

/** An index breaks a rule; the place says which. */
final class IndexException extends Exception {

    private static final long serialVersionUID = 1;

    private final String place;

    IndexException(String place) {
        super(place);
        this.place = place;
    }

    /** Such as {@code plugins[3].versions[0].file}. */
    String place() {
        return place;
    }
}
