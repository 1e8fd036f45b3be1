package dev.plimsoll.jfr.weave;

import java.util.List;

/** A binding that is a library of the target: its classes are in any loader, loaded at any time, or never. */
interface LibraryFamily extends Family {

    /** Maven's {@code group:artifact} of the jar with the woven classes, by which its version is found. */
    String coordinates();

    /**
     * Internal name of the package of all its classes, with a slash at its end, when others carry it along under a name
     * of their own that ends with this one; else empty.
     */
    default String carriedRoot() {
        return "";
    }

    @Override
    default List<String> presentWith() {
        return List.of();
    }

    @Override
    default String absent() {
        return "no class of it has been loaded";
    }
}
