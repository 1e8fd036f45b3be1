# A bare Debian in a folder, for installer/try; which sources it.
[ "$(id -u)" = 0 ] || lacks "run as root, for chroot"
command -v debootstrap >/dev/null || lacks "no debootstrap; apt install debootstrap"

bare=${2:-}
keep=yes
if [ -z "$bare" ]; then bare=$(mktemp -d) keep=no; fi
mkdir -p "$bare/tmp"
machine=(chroot "$bare" "${plain[@]}" HOME=/root)
inside() { "${machine[@]}" "$@"; }
java17=java

after() {
    local mounted
    for mounted in "$bare/proc" "$bare/dev"; do umount -R "$mounted" 2>/dev/null || true; done
    [ "$keep" = yes ] || rm -rf --one-file-system "$bare"
}

# A bare Debian with what a desktop has and the package recommends, a JDK 17 as somebody's program would run on, and a display.
prepare() {
    local mirror
    # Packages come from where this machine's come from.
    mirror=$(grep -rhoE 'https?://[^ ]+' /etc/apt/sources.list /etc/apt/sources.list.d 2>/dev/null | grep -E 'debian/?$' | head -n 1 || true)
    if [ ! -e "$bare/etc/debian_version" ]; then
        debootstrap --variant=minbase bookworm "$bare" "${mirror:-http://deb.debian.org/debian}" >/dev/null || bad "debootstrap"
    fi
    mountpoint -q "$bare/proc" || mount -t proc proc "$bare/proc"
    mountpoint -q "$bare/dev" || mount --rbind /dev "$bare/dev"
    mount --make-rslave "$bare/dev"
    inside apt-get -qq update
    inside apt-get -qq install -y --no-install-recommends openjdk-17-jdk-headless xvfb xauth imagemagick libpangoft2-1.0-0 \
        libgtk-3-0 libxtst6 libxxf86vm1 shared-mime-info desktop-file-utils >/dev/null
}

picture() {
    inside env DISPLAY=":$display" import -window root "$seen/window.png" || bad "import"
    taken=$here/target/installer/window.png
    mkdir -p "${taken%/*}"
    cp "$work/window.png" "$taken"
}

# What a person's programs keep in their home is theirs; the caches of the menu are the system's.
paths() {
    (cd "$bare" && find etc opt root usr var home srv -xdev ! -path 'var/lib/dpkg/*' ! -path 'var/cache/*' ! -path 'var/log/*') |
        grep -vE '^root/\.(openjfx|java|cache|config)|^usr/share/(mime|applications)/.*cache|^var/lib/apt'
}
