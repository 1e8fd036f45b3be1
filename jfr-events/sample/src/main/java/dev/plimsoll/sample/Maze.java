package dev.plimsoll.sample;

/**
 * Many distinct stacks of equal depth: eight methods that call each other, one line per call, led by the octal digits
 * of a number.
 */
final class Maze {
    private final Runnable end;

    Maze(Runnable end) {
        this.end = end;
    }

    /** Calls {@code end} below {@code depth} frames; the lowest {@code 3 * depth} bits of {@code path} choose them. */
    void walk(long path, int depth) {
        north(path, depth);
    }

    private void north(long path, int depth) {
        if (depth <= 1) {
            end.run();
            return;
        }
        switch ((int) path & 7) {
            case 0 -> north(path >>> 3, depth - 1);
            case 1 -> northEast(path >>> 3, depth - 1);
            case 2 -> east(path >>> 3, depth - 1);
            case 3 -> southEast(path >>> 3, depth - 1);
            case 4 -> south(path >>> 3, depth - 1);
            case 5 -> southWest(path >>> 3, depth - 1);
            case 6 -> west(path >>> 3, depth - 1);
            default -> northWest(path >>> 3, depth - 1);
        }
    }

    private void northEast(long path, int depth) {
        if (depth <= 1) {
            end.run();
            return;
        }
        switch ((int) path & 7) {
            case 0 -> north(path >>> 3, depth - 1);
            case 1 -> northEast(path >>> 3, depth - 1);
            case 2 -> east(path >>> 3, depth - 1);
            case 3 -> southEast(path >>> 3, depth - 1);
            case 4 -> south(path >>> 3, depth - 1);
            case 5 -> southWest(path >>> 3, depth - 1);
            case 6 -> west(path >>> 3, depth - 1);
            default -> northWest(path >>> 3, depth - 1);
        }
    }

    private void east(long path, int depth) {
        if (depth <= 1) {
            end.run();
            return;
        }
        switch ((int) path & 7) {
            case 0 -> north(path >>> 3, depth - 1);
            case 1 -> northEast(path >>> 3, depth - 1);
            case 2 -> east(path >>> 3, depth - 1);
            case 3 -> southEast(path >>> 3, depth - 1);
            case 4 -> south(path >>> 3, depth - 1);
            case 5 -> southWest(path >>> 3, depth - 1);
            case 6 -> west(path >>> 3, depth - 1);
            default -> northWest(path >>> 3, depth - 1);
        }
    }

    private void southEast(long path, int depth) {
        if (depth <= 1) {
            end.run();
            return;
        }
        switch ((int) path & 7) {
            case 0 -> north(path >>> 3, depth - 1);
            case 1 -> northEast(path >>> 3, depth - 1);
            case 2 -> east(path >>> 3, depth - 1);
            case 3 -> southEast(path >>> 3, depth - 1);
            case 4 -> south(path >>> 3, depth - 1);
            case 5 -> southWest(path >>> 3, depth - 1);
            case 6 -> west(path >>> 3, depth - 1);
            default -> northWest(path >>> 3, depth - 1);
        }
    }

    private void south(long path, int depth) {
        if (depth <= 1) {
            end.run();
            return;
        }
        switch ((int) path & 7) {
            case 0 -> north(path >>> 3, depth - 1);
            case 1 -> northEast(path >>> 3, depth - 1);
            case 2 -> east(path >>> 3, depth - 1);
            case 3 -> southEast(path >>> 3, depth - 1);
            case 4 -> south(path >>> 3, depth - 1);
            case 5 -> southWest(path >>> 3, depth - 1);
            case 6 -> west(path >>> 3, depth - 1);
            default -> northWest(path >>> 3, depth - 1);
        }
    }

    private void southWest(long path, int depth) {
        if (depth <= 1) {
            end.run();
            return;
        }
        switch ((int) path & 7) {
            case 0 -> north(path >>> 3, depth - 1);
            case 1 -> northEast(path >>> 3, depth - 1);
            case 2 -> east(path >>> 3, depth - 1);
            case 3 -> southEast(path >>> 3, depth - 1);
            case 4 -> south(path >>> 3, depth - 1);
            case 5 -> southWest(path >>> 3, depth - 1);
            case 6 -> west(path >>> 3, depth - 1);
            default -> northWest(path >>> 3, depth - 1);
        }
    }

    private void west(long path, int depth) {
        if (depth <= 1) {
            end.run();
            return;
        }
        switch ((int) path & 7) {
            case 0 -> north(path >>> 3, depth - 1);
            case 1 -> northEast(path >>> 3, depth - 1);
            case 2 -> east(path >>> 3, depth - 1);
            case 3 -> southEast(path >>> 3, depth - 1);
            case 4 -> south(path >>> 3, depth - 1);
            case 5 -> southWest(path >>> 3, depth - 1);
            case 6 -> west(path >>> 3, depth - 1);
            default -> northWest(path >>> 3, depth - 1);
        }
    }

    private void northWest(long path, int depth) {
        if (depth <= 1) {
            end.run();
            return;
        }
        switch ((int) path & 7) {
            case 0 -> north(path >>> 3, depth - 1);
            case 1 -> northEast(path >>> 3, depth - 1);
            case 2 -> east(path >>> 3, depth - 1);
            case 3 -> southEast(path >>> 3, depth - 1);
            case 4 -> south(path >>> 3, depth - 1);
            case 5 -> southWest(path >>> 3, depth - 1);
            case 6 -> west(path >>> 3, depth - 1);
            default -> northWest(path >>> 3, depth - 1);
        }
    }
}
