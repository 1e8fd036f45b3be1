package dev.plimsoll.jfr.weave;

import java.util.List;
import java.util.Map;

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

    /**
     * Points of interfaces that directly extend one of the library's, of any package, by that one's internal name. Only
     * interfaces whose names end with a capital I are looked at, so that no other class has to be.
     */
    default Map<String, List<Point>> ofInterfacesBelow() {
        return Map.of();
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
