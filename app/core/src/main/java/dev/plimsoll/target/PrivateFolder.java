package dev.plimsoll.target;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;

/// Folders that only this user may enter: the control socket and a target's recording must not be open to others.
final class PrivateFolder {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private PrivateFolder() {}

    /// Where control sockets are: `$XDG_RUNTIME_DIR/plimsoll`, else as [#forRecordings()].
    ///
    /// @throws TargetException when it cannot be made, or is not ours alone
    static Path forSockets() throws TargetException {
        String runtime = System.getenv("XDG_RUNTIME_DIR");
        if (runtime != null && !runtime.isBlank() && Files.isWritable(Path.of(runtime))) {
            return open(Path.of(runtime, "plimsoll"));
        }
        return forRecordings();
    }

    /// `plimsoll-USER` in the folder for temporary files; on disk, where `XDG_RUNTIME_DIR` is memory.
    ///
    /// @throws TargetException when it cannot be made, or is not ours alone
    static Path forRecordings() throws TargetException {
        String user = System.getProperty("user.name", "user").replaceAll("[^A-Za-z0-9._-]", "_");
        return open(Path.of(System.getProperty("java.io.tmpdir"), "plimsoll-" + user));
    }

    /// Makes the folder when it is missing, and checks owner and permissions when it is there: in a folder that
    /// everybody may write to, somebody else may have made it first.
    static Path open(Path folder) throws TargetException {
        try {
            boolean posix =
                    folder.getFileSystem().supportedFileAttributeViews().contains("posix");
            if (!posix) {
                return Files.createDirectories(folder);
            }
            try {
                Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            } catch (FileAlreadyExistsException e) {
                check(folder);
            }
            return folder;
        } catch (IOException e) {
            throw new TargetException("The folder " + folder + " cannot be made (" + Reason.of(e)
                    + "); free some space or set TMPDIR.", e);
        }
    }

    private static void check(Path folder) throws IOException, TargetException {
        PosixFileAttributes attributes =
                Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!attributes.isDirectory() || !attributes.owner().equals(self(folder))) {
            throw new TargetException(
                    "The folder " + folder + " is not this user's; remove it or set XDG_RUNTIME_DIR and TMPDIR.");
        }
        if (!attributes.permissions().equals(OWNER_ONLY)) {
            throw new TargetException(
                    "The folder " + folder + " is open to other users; close it with `chmod 700 " + folder + "`.");
        }
    }

    /// Who owns what this process makes.
    private static UserPrincipal self(Path folder) throws IOException {
        Path parent = folder.toAbsolutePath().getParent();
        Path probe = Files.createTempFile(parent, "plimsoll-", ".owner");
        try {
            return Files.getOwner(probe);
        } finally {
            Files.delete(probe);
        }
    }
}
