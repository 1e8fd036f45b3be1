package dev.plimsoll.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.opentest4j.TestAbortedException;

/** Mesa's drivers that draw and compute with the processor, for tests that start targets which use the GPU's interfaces. */
public final class Drivers {

    private Drivers() {}

    /** Aborts the calling test (never fails it) when no program can draw with OpenGL on a surface that does not exist. */
    public static void openGl() {
        for (String library : List.of("libEGL_mesa.so.0", "libGL.so.1")) {
            if (!exists(Path.of("/usr/lib"), library) && !exists(Path.of("/usr/lib64"), library)) {
                throw new TestAbortedException(Jdks.LEFT_OUT + "no " + library
                        + " on this machine; install libegl1, libegl-mesa0, libgl1 and libgl1-mesa-dri");
            }
        }
    }

    /** Aborts the calling test when there is no Vulkan that computes with the processor. */
    public static void vulkan() {
        if (!exists(Path.of("/usr/share/vulkan"), "lvp_icd*.json")) {
            throw new TestAbortedException(Jdks.LEFT_OUT
                    + "no software driver of Vulkan on this machine; install libvulkan1 and mesa-vulkan-drivers");
        }
    }

    /** Whether a folder or one in it has such a file. */
    private static boolean exists(Path folder, String glob) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, glob)) {
            if (files.iterator().hasNext()) {
                return true;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(folder, Files::isDirectory)) {
            for (Path inner : folders) {
                try (DirectoryStream<Path> files = Files.newDirectoryStream(inner, glob)) {
                    if (files.iterator().hasNext()) {
                        return true;
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return false;
    }
}
