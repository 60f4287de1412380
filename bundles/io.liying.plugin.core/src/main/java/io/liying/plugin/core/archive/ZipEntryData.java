package io.liying.plugin.core.archive;

/**
 * Where an entry's data lies in a zip.
 *
 * @param name checked; a folder's ends with a slash
 * @param stored whether the data is not compressed
 * @param crc of the unpacked data
 * @param offset of the local header
 * @param start of the data
 * @param packed bytes of data in the zip
 * @param size bytes of data when unpacked
 * @param described whether a data descriptor follows the data
 */
record ZipEntryData(
        String name, boolean stored, int crc, int offset, int start, int packed, long size, boolean described) {

    int end() {
        return start + packed;
    }

    boolean folder() {
        return name.endsWith("/");
    }
}
