# This machine, for installer/try --here; which sources it.
bare=
as_root=()
[ "$(id -u)" = 0 ] || as_root=(sudo -n)
"${as_root[@]}" true 2>/dev/null || lacks "not root, and sudo asks for a password: a package cannot be installed here"
for tool in dpkg Xvfb import; do
    command -v "$tool" >/dev/null || lacks "no $tool here; install dpkg, xvfb and imagemagick"
done
! dpkg-query -W plimsoll >/dev/null 2>&1 || lacks "a package plimsoll is installed on this machine already, and is left alone"
java17=
for home in "${JAVA17_HOME:-}" /usr/lib/jvm/* /opt/*jdk* /opt/java/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
    if [ -x "$home/bin/javac" ] && grep -q '^JAVA_VERSION="17[".]' "$home/release" 2>/dev/null; then java17=$home/bin/java; fi
done
[ -n "$java17" ] || lacks "no JDK 17 here"

home=$(mktemp -d)
machine=("${plain[@]}" HOME="$home")
inside() {
    if [ "$1" = dpkg ]; then "${as_root[@]}" "${machine[@]}" "$@"; else "${machine[@]}" "$@"; fi
}
after() { rm -rf "$home"; }
prepare() { :; }

picture() {
    taken=$here/target/installer/window.png
    inside import -display ":$display" -window root "$taken" || bad "import"
}

# Other programs write on this machine too: only what bears the name.
paths() { find /etc /opt /usr /var -xdev -iname '*plimsoll*' ! -path "$here/*" ! -path '*/tmp/*' 2>/dev/null || true; }
