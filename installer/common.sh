# What the packages of all Unix systems share; sourced by `linux` and `macos`. Leaves the application in $image.

fail() {
    echo "installer: $1" >&2
    exit 2
}

say() { echo "installer: $1" >&2; }

# The JDK 25 whose own run-time image becomes ours; JDKs with jmods and without work alike.
jdk=
for home in "${PLIMSOLL_JAVA_HOME:-}" "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/*jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -z "$jdk" ] && [ -x "$home/bin/jpackage" ] && grep -q '^JAVA_VERSION="25[".]' "$home/release" 2>/dev/null; then jdk=$home; fi
done
[ -n "$jdk" ] || { say "no JDK 25 with jpackage on this machine: install one or set PLIMSOLL_JAVA_HOME to it"; exit 3; }

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
desk=$root/app/window/target/desk
out=$root/target/installer
version=$(sed -n 's:.*<version>\([0-9.]*\)</version>.*:\1:p' "$root/pom.xml" | head -n 1)

# The time of every file: that of the commit, so that two builds of one commit are the same.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$root" log -1 --format=%ct 2>/dev/null || echo 1767225600)}
export SOURCE_DATE_EPOCH
# A zip's entries have the local time.
export TZ=UTC
export LC_ALL=C TZ=UTC
# Jars keep the rights of what is put into them.
umask 022

# jdk.attach to the Java management modules: targets, here and over JMX. java.instrument, jdk.unsupported: the demo, which runs on this
# image and gets the agent. jdk.accessibility: screen readers.
modules=javafx.controls,javafx.graphics,java.desktop,java.logging,java.prefs,java.instrument,jdk.unsupported,jdk.zipfs
modules=$modules,jdk.attach,jdk.jfr,jdk.management,jdk.management.agent,jdk.management.jfr,java.management.rmi,jdk.accessibility

# ArchiveRelocationMode: the start-up cache lies where it was written for; moving its 55 MB takes a tenth of a second at every start. The
# rest is as ./plimsoll starts it. ChartFX and its libraries are automatic modules, which jlink refuses: they stay on the class path.
options=(
    -XX:+UseSerialGC
    -XX:MaxNewSize=64m
    -XX:+UnlockDiagnosticVMOptions
    -XX:ArchiveRelocationMode=0
    --add-modules=javafx.controls,javafx.graphics
    --enable-native-access=javafx.graphics,ALL-UNNAMED
    --add-exports=javafx.base/com.sun.javafx.event=ALL-UNNAMED
    --add-opens=javafx.controls/javafx.scene.control.skin=ALL-UNNAMED
    --add-exports=jdk.jfr/jdk.jfr.internal.util=ALL-UNNAMED
    --add-exports=jdk.attach/sun.tools.attach=ALL-UNNAMED
)

# JavaFX is left to the package's own compression, which is better: 45 instead of 35 MB installed, 4 MB less to fetch. There is no
# default CDS archive: the start-up cache stands in for it, and only the demo's own JVM would gain by its 14 MB.
compress='zip-6:filter=/java.*/**,/jdk.*/**'

touch_all() {
    local stamp
    stamp=$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y%m%d%H%M.%S 2>/dev/null || date -u -r "$SOURCE_DATE_EPOCH" +%Y%m%d%H%M.%S)
    find "$1" -exec touch -h -t "$stamp" {} +
}

# Everything that is taken along, and under which terms, from the libraries themselves; the JDK's are in its own folder `legal`.
notices() {
    mkdir -p "$1"
    cp "$root/LICENSE" "$1/LICENSE"
    {
        echo "Plimsoll $version is under the Apache License 2.0 (LICENSE). It brings along:"
        sed '/^$/d' "$root/app/window/target/generated-sources/license/THIRD-PARTY.txt"
        echo "and the OpenJDK runtime, whose notices are in runtime/legal, and in the agent ASM (https://asm.ow2.io, BSD 3-Clause)."
    } >"$1/THIRD-PARTY.txt"
    local jar name
    for jar in "$desk"/lib/*.jar "$desk"/fx/*.jar; do
        for name in $("$jdk/bin/jar" tf "$jar" | grep -iE '^(META-INF/)?(LICENSE|NOTICE|COPYING)(\.txt|\.md)?$' || true); do
            mkdir -p "$1/$(basename "$jar" .jar)"
            (cd "$out" && "$jdk/bin/jar" xf "$jar" "$name" && mv "$name" "$1/$(basename "$jar" .jar)/")
        done
    done
}

# Where the files beside the application lie, seen from it; macOS signs nothing that lies elsewhere in the bundle.
beside=
# macOS takes no version that begins with 0.
shown_version=$version

# An application image with its own run-time image, and a cache of classes as they are after a start.
# Builds first, unless PLIMSOLL_BUILT says that the profile `installer` was built just now.
make_image() {
    if [ -z "${PLIMSOLL_BUILT:-}" ]; then
        say "building Plimsoll $version"
        (cd "$root" && JAVA_HOME=$jdk ./mvnw -q -Pinstaller -Dmaven.test.skip=true package >&2) || fail "the build failed"
    fi
    rm -rf "$out"
    local content=$out/content/$beside file
    mkdir -p "$out/input" "$content"
    cp "$desk"/lib/*.jar "$out/input/"
    cp "$root"/app/window/target/modern/*.jar "$out/input/"
    cp -R "$desk/agent" "$desk/demo" "$content"
    notices "$content/notices"
    touch_all "$out/input"
    touch_all "$out/content"

    say "linking the run-time image"
    "$jdk/bin/jlink" --module-path "$desk/fx" --add-modules "$modules" --output "$out/runtime" \
        --strip-debug --no-header-files --no-man-pages --compress "$compress" \
        --exclude-files='/java.base/lib/classlist,/java.base/lib/jrt-fs.jar'
    # Names of functions that nothing looks up: 6 MB.
    if [ "$(uname -s)" = Linux ] && command -v strip >/dev/null; then
        find "$out/runtime/lib" -name '*.so' -exec strip --strip-unneeded {} +
    fi

    local arguments=() option
    for option in "${options[@]}" '-Dplimsoll.agent=$APPDIR/../'"${beside}agent/plimsoll-agent.jar" \
        '-Dplimsoll.demo=$APPDIR/../'"${beside}demo/plimsoll-demo.jar" '-XX:AOTCache=$APPDIR/plimsoll.aot'; do
        arguments+=(--java-options "$option")
    done
    for file in "$out"/content/*; do arguments+=(--app-content "$file"); done
    "$jdk/bin/jpackage" --type app-image --name "$1" --app-version "$shown_version" --vendor "The Plimsoll project" \
        --description "The profiler for the border between the JVM and native code" \
        --runtime-image "$out/runtime" --input "$out/input" \
        --main-jar "plimsoll-core-$version.jar" --main-class dev.plimsoll.cli.Main \
        --dest "$out" "${arguments[@]}" "${@:2}"
}

# Trains the cache: attaches to the demo, records, draws every page. The times of files are part of what the cache checks.
#   $1 the launcher, $2 the file with its options, $3 where the cache comes to lie, $4 the java of the image
train() {
    local work pid
    work=$(mktemp -d)
    say "training the start-up cache"
    cp -p "$2" "$work/options"
    sed '/AOTCache/d' "$work/options" >"$2"
    touch_all "$image"
    "$4" -Xmx96m -jar "$image_content/demo/plimsoll-demo.jar" all >"$work/demo" 2>&1 &
    pid=$!
    for _ in $(seq 100); do [ -s "$work/demo" ] && break; sleep 0.1; done
    "$1" record "$pid" -d 4s -o "$work/a.jfr" || fail "the image cannot record"
    kill "$pid"
    sed 's/-XX:AOTCache=/-XX:AOTCacheOutput=/' "$work/options" >"$2"
    touch_all "$image"
    "$1" open "$work/a.jfr" --screenshots "$work/pages" >"$work/training" 2>&1 || fail "the image cannot draw: $(cat "$work/training")"
    cp "$work/options" "$2"
    [ -s "$3" ] || fail "no start-up cache was written: $(cat "$work/training")"
    touch_all "$image"
    rm -rf "$work"
}
